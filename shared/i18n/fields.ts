import type { Catalogue } from './say.ts'

/** Words on the controls, the same in the form and on pages without JavaScript. */
export const fieldTexts = {
  optional: { vi: 'không bắt buộc', en: 'optional' },
  day: { vi: 'Ngày', en: 'Day' },
  month: { vi: 'Tháng', en: 'Month' },
  year: { vi: 'Năm', en: 'Year' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  choose: { vi: 'Chọn trong danh sách', en: 'Choose from the list' },
  errorPrefix: { vi: 'Lỗi:', en: 'Error:' },
  errorSummary: { vi: 'Có mục cần sửa', en: 'Something needs mending' },
  errorSummaryNote: { vi: 'Những gì đã nhập vẫn còn.', en: 'What you typed is still there.' },
  communeToday: { vi: 'Xã, phường hiện nay', en: 'Commune or ward of today' },
  communeElsewhere: {
    vi: 'Ngoài Hà Tĩnh, hoặc không thấy trong danh sách: ghi tên xã, tỉnh',
    en: 'Outside Hà Tĩnh or not in the list: write commune and province',
  },
  detail: { vi: 'Số nhà, đường, thôn hoặc tổ dân phố', en: 'House number, street, hamlet or group' },
  wholeList: {
    vi: 'Ghi lại cả danh sách, kể cả những người không có gì sai.',
    en: 'Write the whole list again, also those with nothing wrong.',
  },
  addPerson: (name: string) => ({ vi: `Thêm ${name}`, en: `Add ${name}` }),
  numberedPerson: (name: string, number: number) => ({ vi: `${name} ${number}`, en: `${name} ${number}` }),
} satisfies Catalogue
