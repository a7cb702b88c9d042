import type { Bilingual } from '../text/bilingual.ts'
import { formatInstant } from '../text/format.ts'
import type { DossierState } from './transitions.ts'

/** What the one sentence at the top of the tracking page is made of. */
export interface WhereItStands {
  state: DossierState
  unit: Bilingual
  /** The province still looks for the commune that receives it. */
  isUnrouted?: boolean
  /** Reception deadline before acceptance, due date after. */
  nextDueAt: Date
  isOverdue: boolean
  /** The new date of a letter of apology, when one was sent. */
  newDueAt?: Date
}

/** Where the dossier stands, who has it, and by when, in one sentence without a word of office language. */
export function whereItStands({ state, unit, isUnrouted, nextDueAt, isOverdue, newDueAt }: WhereItStands): Bilingual {
  const by = { vi: formatInstant(nextDueAt), en: formatInstant(nextDueAt, 'en') }
  switch (state) {
    case 'submitted':
      if (isUnrouted && !isOverdue)
        return {
          vi: `${unit.vi} đang xác định công an xã, phường nhận hồ sơ; ông/bà sẽ có câu trả lời trước ${by.vi}.`,
          en: `${unit.en} is finding the commune police that receive it; you will have an answer by ${by.en}.`,
        }

      return isOverdue
        ? {
            vi: `${unit.vi} chưa trả lời, dù đã quá hạn tiếp nhận lúc ${by.vi}.`,
            en: `${unit.en} has not answered although the deadline to do so was ${by.en}.`,
          }
        : {
            vi: `${unit.vi} đang xem hồ sơ và sẽ trả lời trước ${by.vi}.`,
            en: `${unit.en} is looking at the dossier and will answer by ${by.en}.`,
          }
    case 'accepted':
    case 'processing':
    case 'proposed':
      if (newDueAt)
        return {
          vi: `${unit.vi} xin lỗi vì không kịp ngày hẹn ${by.vi}. Hẹn lại trước ${formatInstant(newDueAt)}.`,
          en: `${unit.en} apologises that ${by.en} cannot be kept. The new date is ${formatInstant(newDueAt, 'en')}.`,
        }

      return isOverdue
        ? {
            vi: `${unit.vi} chưa giải quyết xong, đã quá ngày hẹn ${by.vi}.`,
            en: `${unit.en} is late: the result was due ${by.en}.`,
          }
        : {
            vi: `${unit.vi} đang giải quyết. Hẹn trả kết quả trước ${by.vi}.`,
            en: `${unit.en} is processing it. The result is due by ${by.en}.`,
          }
    case 'need_supplement':
      return { vi: `${unit.vi} đang chờ ông/bà bổ sung hồ sơ.`, en: `${unit.en} is waiting for your supplement.` }
    case 'payment_due':
      return { vi: `${unit.vi} đang chờ ông/bà nộp lệ phí.`, en: `${unit.en} is waiting for the fee.` }
    case 'resolved':
      return { vi: `${unit.vi} đã giải quyết xong, kết quả đã có.`, en: `${unit.en} has decided; the result is ready.` }
    case 'returned':
      return { vi: `${unit.vi} đã trả kết quả.`, en: `${unit.en} has handed over the result.` }
    case 'refused_intake':
      return {
        vi: `${unit.vi} không tiếp nhận hồ sơ; lý do ở bên dưới.`,
        en: `${unit.en} did not accept the dossier; the reason is below.`,
      }
    case 'refused':
      return {
        vi: `${unit.vi} từ chối giải quyết hồ sơ; lý do ở bên dưới.`,
        en: `${unit.en} refused the dossier; the reason is below.`,
      }
    case 'withdrawn':
      return { vi: 'Hồ sơ đã được rút.', en: 'The dossier was withdrawn.' }
  }
}
