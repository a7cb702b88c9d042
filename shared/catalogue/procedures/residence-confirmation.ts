import { officeOrPortal } from '../channels.ts'
import { applicantAnswers, applicantPages, contactPage } from '../questions/applicant.ts'
import { guardianConsentPaper, guardianPage } from '../questions/consent.ts'
import { notePage } from '../questions/note.ts'
import { circular116, residenceLaw, seen } from '../sources.ts'
import type { ProcedureVersion } from '../types.ts'

/** Xác nhận thông tin về cư trú: the only procedure that any commune police of the resident's choice may handle. */
export const residenceConfirmation: ProcedureVersion = {
  code: '1.010041',
  version: '2026-07-01',
  name: { vi: 'Xác nhận thông tin về cư trú', en: 'Confirmation of residence information' },
  summary: {
    vi: 'Khi cần giấy xác nhận nơi ở hiện tại, nơi đã ở trước đây hoặc các thành viên trong hộ.',
    en: 'When you need a paper that confirms where you live, where you lived, or who is in your household.',
  },
  keywords: [
    'xác nhận cư trú',
    'giấy xác nhận',
    'CT07',
    'xác nhận thường trú',
    'xác nhận tạm trú',
    'mất sổ hộ khẩu',
    'xác nhận nơi ở',
    'nhập học',
    'vay vốn',
  ],
  form: 'CT01',
  results: ['CT07'],
  term: { unit: 'working_minute', value: 240 },
  termSource: seen(`${residenceLaw()} (nửa ngày làm việc khi dữ liệu đã có; quy định năm 2026 cần kiểm tra)`),
  fee: { direct: 0, online: 0, basis: 'none' },
  variants: [
    {
      id: 'needs-verification',
      name: { vi: 'Cần xác minh', en: 'Must be verified' },
      term: { unit: 'working_day', value: 3 },
      source: seen(residenceLaw()),
    },
  ],
  pages: [
    ...applicantPages,
    guardianPage,
    contactPage,
    {
      id: 'confirm',
      title: { vi: 'Cần xác nhận điều gì?', en: 'What should be confirmed?' },
      fields: [
        {
          name: 'confirm',
          kind: 'choice',
          label: { vi: 'Nội dung cần xác nhận', en: 'What to confirm' },
          options: [
            {
              value: 'current',
              label: {
                vi: 'Nơi thường trú, tạm trú hoặc nơi ở hiện tại',
                en: 'Present permanent, temporary or actual residence',
              },
            },
            {
              value: 'household',
              label: { vi: 'Thông tin hộ gia đình và các thành viên', en: 'The household and its members' },
            },
            {
              value: 'history',
              label: { vi: 'Nơi đã ở và thời gian ở trước đây', en: 'Earlier residences and their time' },
            },
            { value: 'other', label: { vi: 'Nội dung khác', en: 'Something else' } },
          ],
        },
        {
          name: 'confirmDetail',
          kind: 'text',
          long: true,
          maxLength: 500,
          label: { vi: 'Nói rõ nơi ở, thời gian hoặc nội dung', en: 'Say which place, time or content' },
          when: { field: 'confirm', in: ['history', 'other'] },
        },
      ],
    },
    {
      id: 'purpose',
      title: { vi: 'Xác nhận để làm gì?', en: 'What is it for?' },
      fields: [
        {
          name: 'purpose',
          kind: 'text',
          maxLength: 200,
          label: { vi: 'Mục đích', en: 'Purpose' },
          hint: {
            vi: 'Ví dụ: nhập học cho con, vay vốn ngân hàng.',
            en: 'For example: school enrolment, a bank loan.',
          },
        },
      ],
    },
    {
      id: 'unit',
      title: { vi: 'Nhận kết quả ở đâu?', en: 'Which office should do it?' },
      hint: {
        vi: 'Công an xã, phường nào cũng được, không phụ thuộc nơi cư trú.',
        en: 'Any commune police may, wherever you live.',
      },
      fields: [{ name: 'unit', kind: 'unit', label: { vi: 'Công an xã, phường', en: 'Commune police unit' } }],
    },
    notePage,
  ],
  papers: [guardianConsentPaper],
  consents: [
    { from: 'guardian', when: { field: '@minor', in: [true] }, source: seen(circular116('mẫu CT01, chú thích 6')) },
  ],
  routing: {
    by: 'chosen_unit',
    field: 'unit',
    why: {
      vi: 'Xác nhận thông tin về cư trú làm được ở bất kỳ công an xã, phường nào; đây là nơi đã được chọn.',
      en: 'Any commune police may confirm residence information; this is the one that was chosen.',
    },
  },
  channel: officeOrPortal,
  applicant: applicantAnswers,
  example: {
    applicantName: 'Võ Đình Phúc',
    applicantBirthDate: '1979-11-02',
    applicantGender: 'male',
    applicantIdentity: '000079000006',
    phone: '0356789012',
    confirm: 'current',
    purpose: 'Nhập học cho con',
    unit: '18073',
  },
}
