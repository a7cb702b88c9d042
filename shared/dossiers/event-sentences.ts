import type { Bilingual } from '../text/bilingual.ts'
import { formatMoney } from '../text/format.ts'
import type { DossierEvent } from './events.ts'

/** What a sentence needs beside its event: how units are called. */
export interface SentenceWords {
  unitTitle(code: string): Bilingual
}

/**
 * One event as a sentence that a resident reads in the history of the own dossier. No officer is named, only the
 * unit; staff see the name beside it.
 */
export function eventSentence(event: DossierEvent, { unitTitle }: SentenceWords): Bilingual {
  switch (event.action) {
    case 'submit': {
      const unit = unitTitle(event.data.unit)

      return event.data.channel === 'online'
        ? { vi: `Hồ sơ được nộp trực tuyến, gửi ${unit.vi}.`, en: `Filed online, addressed to ${unit.en}.` }
        : { vi: `Hồ sơ được nộp trực tiếp tại ${unit.vi}.`, en: `Handed in at ${unit.en}.` }
    }
    case 'deliver':
      return {
        vi: `Hồ sơ đã đến ${unitTitle(event.data.unit).vi}.`,
        en: `Delivered to ${unitTitle(event.data.unit).en}.`,
      }
    case 'claim':
      return { vi: 'Một cán bộ đã nhận xử lý hồ sơ.', en: 'An officer took the dossier.' }
    case 'release':
      return { vi: 'Hồ sơ trở lại hàng chờ của đơn vị.', en: 'The dossier went back to the unit’s queue.' }
    case 'accept':
      return {
        vi: 'Hồ sơ đầy đủ, đã được tiếp nhận. Thời hạn giải quyết bắt đầu.',
        en: 'Complete and accepted. The legal term begins.',
      }
    case 'request_supplement':
      return {
        vi: `Công an xã yêu cầu bổ sung ${event.data.items.length} nội dung${event.data.number > 1 ? ` (lần ${event.data.number})` : ''}. Thời hạn tạm dừng.`,
        en: `Asked to supplement ${event.data.items.length} item(s)${event.data.number > 1 ? ` (request ${event.data.number})` : ''}. The clock is paused.`,
      }
    case 'answer_supplement':
      return { vi: 'Đã bổ sung hồ sơ. Thời hạn chạy tiếp.', en: 'The supplement was sent. The clock runs on.' }
    case 'change_variant':
      return {
        vi: `Thời hạn giải quyết được đổi. Lý do: ${event.data.reason}`,
        en: `The term was changed. Reason: ${event.data.reason}`,
      }
    case 'request_payment':
      return {
        vi: `Cần nộp lệ phí ${formatMoney(event.data.amount)}.`,
        en: `A fee of ${formatMoney(event.data.amount, 'en')} is due.`,
      }
    case 'record_payment':
      return {
        vi: `Đã nộp lệ phí ${formatMoney(event.data.amount)}.`,
        en: `The fee of ${formatMoney(event.data.amount, 'en')} was paid.`,
      }
    case 'propose':
      return { vi: 'Cán bộ đã xử lý xong và trình chỉ huy ký.', en: 'Processed and put before the head of the unit.' }
    case 'send_back':
      return { vi: 'Chỉ huy yêu cầu xem lại hồ sơ.', en: 'The head of the unit asked to look again.' }
    case 'resolve':
      return { vi: 'Hồ sơ đã được giải quyết, có kết quả.', en: 'Decided; the result is ready.' }
    case 'refuse':
      return {
        vi: `Hồ sơ bị từ chối theo ${event.data.clause}. ${event.data.reason}`,
        en: `Refused under ${event.data.clause}. ${event.data.reason}`,
      }
    case 'withdraw':
      return { vi: 'Hồ sơ đã được rút.', en: 'Withdrawn.' }
    case 'hand_over':
      return {
        vi: `Kết quả đã được trả ${handedOver[event.data.method].vi}.`,
        en: `The result was handed over ${handedOver[event.data.method].en}.`,
      }
    case 'transfer': {
      const to = unitTitle(event.data.to)

      return {
        vi: `Hồ sơ được chuyển đến ${to.vi}. Ngày nộp và ngày hẹn không đổi.`,
        en: `Transferred to ${to.en}. Filing time and due date stay.`,
      }
    }
    case 'rate':
      return { vi: 'Ông/bà đã đánh giá việc giải quyết hồ sơ.', en: 'You rated the service.' }
  }
}

const handedOver = {
  counter: { vi: 'tại trụ sở công an xã', en: 'at the counter' },
  electronic: { vi: 'qua mạng', en: 'electronically' },
  post: { vi: 'qua bưu điện', en: 'by post' },
} as const
