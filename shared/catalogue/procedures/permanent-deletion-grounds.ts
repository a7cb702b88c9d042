import type { Bilingual } from '../../text/bilingual.ts'
import { circular116, decree154, memory, residenceLaw, seen } from '../sources.ts'
import type { Option, Paper } from '../types.ts'

/**
 * The grounds on which a permanent residence is deleted, Luật Cư trú Điều 24(1).
 *
 * | ground | letter | sure |
 * |---|---|---|
 * | death, missing | a | read |
 * | abroad | b | from memory |
 * | absent | d | from memory |
 * | nationality | đ | read |
 * | lease-ended | e | from memory |
 * | dwelling | g | from memory |
 * | consent-withdrawn | h | from memory |
 * | demolished | i | from memory |
 *
 * Letter c, a registration that was revoked (Điều 35), is the office's own doing and nobody files it.
 */
export const grounds: readonly Option[] = [
  { value: 'death', label: { vi: 'Đã qua đời', en: 'Died' } },
  {
    value: 'missing',
    label: { vi: 'Tòa án tuyên bố mất tích hoặc đã chết', en: 'Declared missing or dead by a court' },
  },
  { value: 'abroad', label: { vi: 'Ra nước ngoài để định cư', en: 'Settled abroad' } },
  {
    value: 'nationality',
    label: { vi: 'Thôi, bị tước hoặc bị hủy quốc tịch Việt Nam', en: 'Lost Vietnamese nationality' },
  },
  {
    value: 'absent',
    label: {
      vi: 'Vắng mặt liên tục từ 12 tháng, không khai báo, không tạm trú nơi khác',
      en: 'Absent for 12 months, without notice or another registration',
    },
  },
  {
    value: 'lease-ended',
    label: {
      vi: 'Hết thuê, mượn, ở nhờ đã 12 tháng mà chưa đăng ký nơi mới',
      en: 'Lease or loan ended 12 months ago, no new registration',
    },
  },
  {
    value: 'dwelling',
    label: {
      vi: 'Chỗ ở đã bán, chuyển quyền đã 12 tháng mà chưa đăng ký nơi mới',
      en: 'Dwelling sold 12 months ago, no new registration',
    },
  },
  {
    value: 'consent-withdrawn',
    label: {
      vi: 'Chủ chỗ ở không đồng ý cho giữ đăng ký nữa',
      en: 'The owner no longer agrees to the registration',
    },
    hint: {
      vi: 'Chỗ ở thuê, mượn, ở nhờ hoặc đã sang chủ mới.',
      en: 'A rented or lent dwelling, or one with a new owner.',
    },
  },
  {
    value: 'demolished',
    label: {
      vi: 'Chỗ ở bị phá dỡ, tịch thu, hoặc phương tiện bị xóa đăng ký',
      en: 'Dwelling demolished or confiscated, or vessel struck off',
    },
  },
  { value: 'other', label: { vi: 'Trường hợp khác', en: 'Another case' } },
]

const proof = (ground: string, kind: string, name: Bilingual, hint: Bilingual): Paper => ({
  kind,
  name,
  hint,
  when: { field: 'deletionCase', in: [ground] },
  source: seen(decree154('Điều 9')),
})

/** What proves each ground; that a paper must come for each was read, which paper it is follows from the ground. */
export const proofs: readonly Paper[] = [
  {
    kind: 'death-certificate',
    name: { vi: 'Trích lục khai tử hoặc giấy báo tử', en: 'Death certificate' },
    hint: { vi: 'Thấy rõ họ tên, ngày mất và con dấu.', en: 'Name, day of death and stamp readable.' },
    when: { field: 'deletionCase', in: ['death'], and: { field: 'deathRegistered', in: [false] } },
    source: seen(`${decree154('Điều 9')}; ${circular116('Điều 3(5)')}`),
  },
  proof(
    'missing',
    'court-decision',
    { vi: 'Quyết định của tòa án', en: 'Decision of the court' },
    { vi: 'Đủ các trang, thấy rõ con dấu.', en: 'All pages, stamp readable.' },
  ),
  proof(
    'abroad',
    'settlement-proof',
    { vi: 'Giấy tờ về việc định cư ở nước ngoài', en: 'Proof of settling abroad' },
    {
      vi: 'Giấy phép định cư hoặc xác nhận của cơ quan có thẩm quyền.',
      en: 'Residence permit or an official statement.',
    },
  ),
  proof(
    'nationality',
    'nationality-decision',
    { vi: 'Quyết định về quốc tịch', en: 'Decision on nationality' },
    {
      vi: 'Quyết định của Chủ tịch nước hoặc thông báo của Bộ Tư pháp.',
      en: 'Of the President, or a notice of the ministry.',
    },
  ),
  {
    kind: 'absence-statement',
    name: { vi: 'Văn bản trình bày việc vắng mặt', en: 'Statement on the absence' },
    hint: {
      vi: 'Viết tay được: ai, đi từ khi nào, chữ ký; công an xã sẽ xác minh.',
      en: 'Handwritten will do: who, since when, signed; the police verify it.',
    },
    when: { field: 'deletionCase', in: ['absent'] },
    optional: true,
    source: memory(residenceLaw('Điều 24(1)d')),
  },
  proof(
    'lease-ended',
    'lease-end',
    { vi: 'Giấy thanh lý hoặc hợp đồng thuê, mượn đã hết hạn', en: 'Ended lease or loan' },
    { vi: 'Thấy rõ hai bên, địa chỉ và ngày hết hạn.', en: 'Both parties, address and last day readable.' },
  ),
  proof(
    'dwelling',
    'transfer-proof',
    { vi: 'Giấy tờ chuyển quyền sở hữu chỗ ở', en: 'Proof of the transfer' },
    { vi: 'Hợp đồng mua bán, tặng cho: trang có hai bên, địa chỉ và ngày.', en: 'Contract: parties, address and day.' },
  ),
  proof(
    'consent-withdrawn',
    'owner-statement',
    { vi: 'Văn bản của chủ chỗ ở về việc không đồng ý', en: 'Statement of the owner' },
    { vi: 'Có họ tên, địa chỉ và chữ ký của chủ chỗ ở.', en: 'With name, address and signature of the owner.' },
  ),
  proof(
    'demolished',
    'demolition-proof',
    {
      vi: 'Quyết định phá dỡ, tịch thu hoặc xóa đăng ký phương tiện',
      en: 'Decision to demolish, confiscate or strike off',
    },
    { vi: 'Thấy rõ địa chỉ hoặc số đăng ký phương tiện.', en: 'Address or registration number readable.' },
  ),
  proof(
    'other',
    'deletion-proof',
    { vi: 'Giấy tờ chứng minh thuộc trường hợp xóa đăng ký', en: 'Proof of the case' },
    { vi: 'Giấy tờ, tài liệu cho thấy trường hợp đã nêu.', en: 'A paper that shows the case.' },
  ),
]
