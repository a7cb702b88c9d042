import type { Bilingual } from '../text/bilingual.ts'
import { formatInstant, formatMoney } from '../text/format.ts'
import type { DossierEvent, EventData } from './events.ts'

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

      return {
        vi: `Hồ sơ được chuyển đến ${to.vi}. Ngày nộp và ngày hẹn không đổi.`,
        en: `Transferred to ${to.en}. Filing time and due date stay.`,
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
