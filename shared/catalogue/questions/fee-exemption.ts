import { circular75, memory } from '../sources.ts'
import type { Page, Paper } from '../types.ts'

/**
 * The groups that pay nothing (Thông tư 75/2022/TT-BTC Điều 4).
 *
 * That the article exempts groups, and asks for proof only when no database has it, was read; the list itself is from
 * memory and must be checked.
 */
export const feeExemptionPage: Page = {
  id: 'fee-exemption',
  title: { vi: 'Có thuộc diện miễn lệ phí không?', en: 'Is the fee waived?' },
  fields: [
    {
      name: 'feeExemption',
      kind: 'choice',
      label: { vi: 'Diện miễn lệ phí', en: 'Reason for a waiver' },
      options: [
        { value: 'none', label: { vi: 'Không thuộc diện nào', en: 'None' } },
        { value: 'child', label: { vi: 'Trẻ em', en: 'Child' } },
        { value: 'elderly', label: { vi: 'Người cao tuổi', en: 'Elderly person' } },
        { value: 'disabled', label: { vi: 'Người khuyết tật', en: 'Person with a disability' } },
        {
          value: 'merit',
          label: { vi: 'Người có công với cách mạng hoặc thân nhân', en: 'Person of merit or their family' },
        },
        { value: 'poor', label: { vi: 'Hộ nghèo', en: 'Poor household' } },
        {
          value: 'minority',
          label: {
            vi: 'Đồng bào dân tộc thiểu số ở xã đặc biệt khó khăn',
            en: 'Ethnic minority in a commune with special difficulties',
          },
        },
        {
          value: 'border',
          label: { vi: 'Thường trú ở xã biên giới, huyện đảo', en: 'Resident of a border commune or island district' },
        },
        {
          value: 'orphan',
          label: { vi: 'Từ đủ 16 đến dưới 18 tuổi, mồ côi cả cha lẫn mẹ', en: 'Aged 16 or 17 and without parents' },
        },
      ],
    },
  ],
}

export const feeExemptionPaper: Paper = {
  kind: 'fee-exemption-proof',
  name: { vi: 'Giấy tờ chứng minh diện miễn lệ phí', en: 'Proof for the waiver' },
  hint: {
    vi: 'Chỉ cần khi công an không tra cứu được. Chụp trang có tên và con dấu.',
    en: 'Only if the police cannot look it up. The page with name and stamp.',
  },
  when: {
    field: 'feeExemption',
    in: ['child', 'elderly', 'disabled', 'merit', 'poor', 'minority', 'border', 'orphan'],
  },
  optional: true,
  source: memory(`${circular75} Điều 4`),
}
