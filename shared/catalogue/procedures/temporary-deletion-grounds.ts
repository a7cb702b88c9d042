import { circular116, decree154, memory, residenceLaw, seen } from '../sources.ts'
import type { Option, Paper } from '../types.ts'

/**
 * The grounds on which a temporary residence is deleted, Luật Cư trú Điều 29(1), from memory but for the landlord's
 * duty to report the end of a lease (Thông tư 116/2026/TT-BCA Điều 12(3), read).
 */
export const temporaryGrounds: readonly Option[] = [
  {
    value: 'lease-ended',
    label: { vi: 'Hết hạn hoặc chấm dứt thuê, mượn, ở nhờ', en: 'Lease or loan has ended' },
    hint: { vi: 'Người cho thuê cũng khai ở đây.', en: 'Landlords declare it here as well.' },
  },
  { value: 'left', label: { vi: 'Đã chuyển đi nơi khác', en: 'Moved away' } },
  {
    value: 'absent',
    label: {
      vi: 'Vắng mặt liên tục từ 6 tháng, không khai báo, không tạm trú nơi khác',
      en: 'Absent for 6 months, without notice or another registration',
    },
  },
  {
    value: 'permanent-here',
    label: { vi: 'Đã đăng ký thường trú tại chính nơi này', en: 'Has become a permanent resident here' },
    hint: { vi: 'Công an tự tra cứu, không cần gửi giấy.', en: 'The police look it up; no paper is needed.' },
  },
  { value: 'death', label: { vi: 'Đã qua đời', en: 'Died' } },
  {
    value: 'dwelling',
    label: {
      vi: 'Chỗ ở đã sang chủ khác, bị phá dỡ hoặc tịch thu',
      en: 'Dwelling passed to another, demolished or confiscated',
    },
  },
  { value: 'other', label: { vi: 'Trường hợp khác', en: 'Another case' } },
]

/** What proves each ground; having moved away is told by the next registration and needs no paper. */
export const temporaryProofs: readonly Paper[] = [
  {
    kind: 'lease-end',
    name: { vi: 'Giấy thanh lý hoặc hợp đồng thuê, mượn đã hết hạn', en: 'Ended lease or loan' },
    hint: { vi: 'Thấy rõ hai bên, địa chỉ và ngày hết hạn.', en: 'Both parties, address and last day readable.' },
    when: { field: 'deletionCase', in: ['lease-ended'] },
    source: seen(`${decree154('Điều 10')}; ${circular116('Điều 12(3)')}`),
  },
  {
    kind: 'absence-statement',
    name: { vi: 'Văn bản trình bày việc chuyển đi hoặc vắng mặt', en: 'Statement on leaving or the absence' },
    hint: {
      vi: 'Viết tay được: ai, đi từ khi nào, chữ ký; công an xã sẽ xác minh.',
      en: 'Handwritten will do: who, since when, signed; the police verify it.',
    },
    when: { field: 'deletionCase', in: ['left', 'absent'] },
    optional: true,
    source: memory(residenceLaw('Điều 29(1)')),
  },
  {
    kind: 'death-certificate',
    name: { vi: 'Trích lục khai tử hoặc giấy báo tử', en: 'Death certificate' },
    hint: { vi: 'Thấy rõ họ tên, ngày mất và con dấu.', en: 'Name, day of death and stamp readable.' },
    when: { field: 'deletionCase', in: ['death'], and: { field: 'deathRegistered', in: [false] } },
    source: seen(`${decree154('Điều 10')}; ${circular116('Điều 3(5)')}`),
  },
  {
    kind: 'deletion-proof',
    name: { vi: 'Giấy tờ chứng minh thuộc trường hợp xóa đăng ký', en: 'Proof of the case' },
    hint: {
      vi: 'Ví dụ hợp đồng bán nhà, quyết định phá dỡ.',
      en: 'For example a sale contract, a decision to demolish.',
    },
    when: { field: 'deletionCase', in: ['dwelling', 'other'] },
    source: seen(decree154('Điều 10')),
  },
]
