import { consentNames } from '../i18n/consents.ts'
import type { Bilingual } from '../text/bilingual.ts'
import { formatInstant, formatMoney, formatTime } from '../text/format.ts'
import { assistedSentence } from './assisted-by.ts'
import type { DossierEvent, EventData, FilingVisit } from './events.ts'
import { transferReasons } from './transfer-reasons.ts'

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
      const visit = visitWords(event.data.visit)
      const filed =
        event.data.channel === 'online'
          ? { vi: `Hồ sơ được nộp trực tuyến, gửi ${unit.vi}.`, en: `Filed online, addressed to ${unit.en}.` }
          : { vi: `Hồ sơ được nộp trực tiếp tại ${unit.vi}${visit.vi}.`, en: `Handed in at ${unit.en}${visit.en}.` }
      const assisted = event.data.assistedBy && assistedSentence(event.data.assistedBy)

      return assisted ? { vi: `${filed.vi} ${assisted.vi}`, en: `${filed.en} ${assisted.en}` } : filed
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
      return event.actor.kind === 'staff'
        ? { vi: 'Hồ sơ đã được rút theo đề nghị của ông/bà tại quầy.', en: 'Withdrawn at your word at the counter.' }
        : { vi: 'Hồ sơ đã được rút.', en: 'Withdrawn.' }
    case 'hand_over':
      return {
        vi: `Kết quả đã được trả ${handedOver[event.data.method].vi}.`,
        en: `The result was handed over ${handedOver[event.data.method].en}.`,
      }
    case 'transfer': {
      const to = unitTitle(event.data.to)
      const reason = event.data.reasonCode && transferReasons[event.data.reasonCode]

      return {
        vi: `Hồ sơ được chuyển đến ${to.vi}. Ngày nộp và ngày hẹn không đổi.${reason ? ` ${reason.vi}` : ''}`,
        en: `Transferred to ${to.en}. Filing time and due date stay.${reason ? ` ${reason.en}` : ''}`,
      }
    }
    case 'rate':
      return { vi: 'Ông/bà đã đánh giá việc giải quyết hồ sơ.', en: 'You rated the service.' }
    case 'move_date':
      return movedDate(event.data)
    case 'warn':
      return warned[event.data.kind]
    case 'extend': {
      const newDate = new Date(event.data.newDueAt)

      return {
        vi: `Công an xã xin lỗi vì chậm trễ và hẹn lại ${formatInstant(newDate)}. Lý do: ${event.data.reason}`,
        en: `The unit apologised for the delay; the new date is ${formatInstant(newDate, 'en')}. Reason: ${event.data.reason}`,
      }
    }
    case 'begin_agency_check':
      return {
        vi: `Hồ sơ đang chờ ${event.data.agency} xác minh.`,
        en: `Waiting for a check by ${event.data.agency}.`,
      }
    case 'end_agency_check':
      return { vi: `${event.data.agency} đã trả lời xác minh.`, en: `${event.data.agency} has answered the check.` }
    case 'ask_consent': {
      const { vi, en } = consentNames[event.data.role]
      const until = new Date(event.data.until)

      return {
        vi: `Quầy đã gửi đường dẫn hỏi ý kiến ${vi.toLocaleLowerCase('vi')}, trả lời được đến ${formatInstant(until)}.`,
        en: `${en} was asked to agree by a link that works until ${formatInstant(until, 'en')}.`,
      }
    }
    case 'answer_consent':
      return consentWord(event.data)
    case 'end_consent': {
      const { vi, en } = consentNames[event.data.role]

      return event.data.reason === 'not_answered'
        ? { vi: `${vi} chưa trả lời, đường dẫn đã hết hạn.`, en: `${en} has not answered; the link has ended.` }
        : {
            vi: `Không còn hỏi ý kiến ${vi.toLocaleLowerCase('vi')} qua đường dẫn.`,
            en: `${en} is no longer asked by a link.`,
          }
    }
  }
}

/**
 * What somebody wrote for the desk when doing it: why it was sent back, on what a transfer rests, what was done. Staff
 * read it beside the sentence; on the resident's page it does not stand.
 */
export function eventNote(event: DossierEvent): string | null {
  switch (event.action) {
    case 'answer_supplement':
    case 'propose':
    case 'resolve':
      return event.data.note
    case 'release':
    case 'send_back':
    case 'withdraw':
    case 'transfer':
    case 'begin_agency_check':
      return event.data.reason
    default:
      return null
  }
}

function consentWord({ role, agrees, by }: EventData['answer_consent']): Bilingual {
  const { vi, en } = consentNames[role]
  const where = by === 'link' ? { vi: 'qua đường dẫn', en: 'by the link' } : { vi: 'tại trụ sở', en: 'at the office' }

  return agrees
    ? { vi: `${vi} đã đồng ý ${where.vi}.`, en: `${en} agreed ${where.en}.` }
    : { vi: `${vi} không đồng ý, trả lời ${where.vi}.`, en: `${en} did not agree, ${where.en}.` }
}

/** " (số A012: đến 08:05, gọi 08:17, phục vụ từ 08:18)": how the visit went until the dossier was filed. */
function visitWords(visit: FilingVisit | undefined): Bilingual {
  if (!visit) return { vi: '', en: '' }
  const { label, arrivedAt, calledAt, servedAt } = visit
  const at = (iso: string) => formatTime(new Date(iso))

  return {
    vi: ` (số ${label}: đến ${at(arrivedAt)}${calledAt ? `, gọi ${at(calledAt)}` : ''}${servedAt ? `, phục vụ từ ${at(servedAt)}` : ''})`,
    en: ` (number ${label}: came ${at(arrivedAt)}${calledAt ? `, called ${at(calledAt)}` : ''}${servedAt ? `, served from ${at(servedAt)}` : ''})`,
  }
}

function movedDate({ reason, from, to }: EventData['move_date']): Bilingual {
  const isTerm = to.due !== null
  const [before, after] = isTerm ? [from.due, to.due] : [from.reception, to.reception]
  const say = (iso: string | null, language: 'vi' | 'en') => (iso ? formatInstant(new Date(iso), language) : '–')

  return {
    vi: `${isTerm ? 'Ngày hẹn trả kết quả' : 'Hạn tiếp nhận'} dời từ ${say(before, 'vi')} sang ${say(after, 'vi')}. Lý do: ${reason}`,
    en: `The ${isTerm ? 'due date' : 'deadline to accept'} moved from ${say(before, 'en')} to ${say(after, 'en')}. Reason: ${reason}`,
  }
}

const warned = {
  due_soon: { vi: 'Hệ thống nhắc: hồ sơ sắp đến hạn.', en: 'The desk warned: due soon.' },
  due: { vi: 'Hệ thống nhắc: hồ sơ đã đến hạn.', en: 'The desk warned: the date has come.' },
  overdue: { vi: 'Hệ thống báo cấp trên: hồ sơ đã quá hạn.', en: 'The desk told the supervisor: overdue.' },
} as const

const handedOver = {
  counter: { vi: 'tại trụ sở công an xã', en: 'at the counter' },
  electronic: { vi: 'qua mạng', en: 'electronically' },
  post: { vi: 'qua bưu điện', en: 'by post' },
} as const
