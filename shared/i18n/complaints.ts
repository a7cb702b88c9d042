import { complaintTopics } from '../complaints/schemas.ts'
import type { ComplaintAction, ComplaintKind, ComplaintState } from '../complaints/transitions.ts'
import type { Bilingual } from '../text/bilingual.ts'
import type { Catalogue } from './say.ts'

/** Complaining about how a dossier is handled, and asking for one's data. */
export const complaintTexts = {
  title: { vi: 'Phản ánh, yêu cầu về hồ sơ', en: 'Complaints and requests' },
  intro: {
    vi: 'Phản ánh đến chỉ huy đơn vị đang giải quyết hồ sơ, không qua cán bộ nhận hồ sơ. Công an tỉnh cũng đọc được.',
    en: 'A complaint goes to the head of the unit that has the dossier, not through the officer who took it. The province can read it too.',
  },
  kind: { vi: 'Cần gì?', en: 'What is it?' },
  topic: { vi: 'Về chuyện gì?', en: 'About what?' },
  text: { vi: 'Kể lại sự việc', en: 'What happened' },
  textHint: {
    vi: 'Việc gì, khi nào, muốn được giải quyết thế nào. Từ 10 đến 4.000 chữ cái.',
    en: 'What, when, and what you want done. 10 to 4,000 characters.',
  },
  send: { vi: 'Gửi', en: 'Send' },
  needKind: { vi: 'Hãy chọn cần gì.', en: 'Choose what it is.' },
  needText: { vi: 'Hãy kể lại sự việc, ít nhất 10 chữ cái.', en: 'Say what happened, at least 10 characters.' },
  sentTitle: { vi: 'Đã nhận', en: 'Received' },
  list: { vi: 'Đã gửi', en: 'Sent before' },
  panel: { vi: 'Phản ánh, yêu cầu đã gửi', en: 'Complaints and requests sent' },
  read: { vi: 'Đọc trả lời, hoặc gửi thêm', en: 'Read the answers, or send another' },
  replyDue: (by: Bilingual) => ({
    vi: `Trả lời có nhận giải quyết hay không: trước ${by.vi}.`,
    en: `Taken on or refused by ${by.en}.`,
  }),
  answerDue: (by: Bilingual) => ({ vi: `Trả lời nội dung: trước ${by.vi}.`, en: `Answered by ${by.en}.` }),
  late: {
    vi: 'Đơn vị đã trễ hẹn. Công an tỉnh nhìn thấy điều này.',
    en: 'The unit is late. The province can see it.',
  },
  add: { vi: 'Trả lời thêm', en: 'Your answer' },
  addSend: { vi: 'Gửi trả lời', en: 'Send the answer' },
  satisfied: { vi: 'Câu trả lời này có thỏa đáng không?', en: 'Is this answer good enough?' },
  yes: { vi: 'Thỏa đáng', en: 'Yes' },
  no: { vi: 'Chưa thỏa đáng', en: 'No' },
  rated: (isSatisfied: boolean) => ({
    vi: isSatisfied ? 'Đã đánh giá: thỏa đáng.' : 'Đã đánh giá: chưa thỏa đáng.',
    en: isSatisfied ? 'You said: good enough.' : 'You said: not good enough.',
  }),
  you: { vi: 'Người gửi', en: 'You' },
  unit: { vi: 'Đơn vị', en: 'The unit' },
  law: {
    vi: 'Đây không phải đơn khiếu nại, tố cáo theo Luật Khiếu nại, Luật Tố cáo; đơn như vậy nộp tại trụ sở và có thủ tục riêng.',
    en: 'This is no formal appeal or denunciation under the Laws on Complaints and on Denunciations; those are filed at the office and have a procedure of their own.',
  },
} satisfies Catalogue

export const complaintKindNames: Record<ComplaintKind, Bilingual> = {
  complaint: { vi: 'Phản ánh, kiến nghị', en: 'A complaint or proposal' },
  data_copy: { vi: 'Xin bản sao dữ liệu của tôi', en: 'A copy of my data' },
  data_correction: { vi: 'Sửa dữ liệu sai', en: 'Correct wrong data' },
  data_deletion: { vi: 'Xóa dữ liệu không cần giữ', en: 'Delete data that need not be kept' },
}

export const complaintTopicNames: Record<(typeof complaintTopics)[number], Bilingual> = {
  slow: { vi: 'Chậm, lỡ hẹn', en: 'Slow, or a date was missed' },
  attitude: { vi: 'Thái độ phục vụ', en: 'How people were treated' },
  extra_papers: { vi: 'Đòi giấy tờ không có trong quy định', en: 'Papers that no rule asks for' },
  extra_money: { vi: 'Thu tiền ngoài quy định', en: 'Money that no rule asks for' },
  result: { vi: 'Kết quả sai', en: 'The result is wrong' },
  other: { vi: 'Chuyện khác', en: 'Something else' },
}

/** In the order in which they are offered. */
export const offeredTopics = complaintTopics

export const complaintStateNames: Record<ComplaintState, Bilingual> = {
  received: { vi: 'Đã nhận, chờ đơn vị trả lời', en: 'Received, waiting for the unit' },
  taken: { vi: 'Đơn vị đang giải quyết', en: 'The unit is working on it' },
  asked: { vi: 'Đơn vị đang chờ trả lời thêm', en: 'The unit is waiting for your answer' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  refused: { vi: 'Không giải quyết', en: 'Refused' },
}

export const complaintActionNames: Record<ComplaintAction, Bilingual> = {
  receive: { vi: 'gửi', en: 'sent' },
  take: { vi: 'nhận giải quyết', en: 'took it on' },
  ask: { vi: 'hỏi thêm', en: 'asked for more' },
  add: { vi: 'trả lời thêm', en: 'added' },
  extend: { vi: 'gia hạn trả lời', en: 'put the answer off' },
  answer: { vi: 'trả lời', en: 'answered' },
  refuse: { vi: 'từ chối', en: 'refused' },
  rate: { vi: 'đánh giá', en: 'rated' },
}
