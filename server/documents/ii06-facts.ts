import type { Ii06Column, Ii06Counts } from '#shared/reports/ii06.ts'

/** What Biểu II.06 prints: plain facts, gathered by whoever asks for it. */
export interface Ii06Facts {
  /** "Công an xã Toàn Lưu", "Công an tỉnh Hà Tĩnh". */
  unitName: string
  /** Who receives the report. */
  receiverName: string
  /** Where it is signed: "Toàn Lưu". */
  place: string
  periodLabel: string
  from: string
  to: string
  rows: readonly { name: string; counts: Ii06Counts }[]
  totals: Ii06Counts
  /** Sentences under the form. */
  notes: readonly string[]
  /** Sealed: by whom, when, and the hash of the sealed bytes; absent for a draft. */
  sealed?: { by: string; at: Date; sha256: string }
  /** Numbers of corrections that were recorded after sealing. */
  corrections: number
  /** The instant of the numbers, and of the file. */
  madeAt: Date
  isDemo: boolean
}

/** The printed names of the columns that hold numbers, the same on paper and in the workbook (Biểu II.06, TT 01/2020/TT-VPCP). */
export const ii06ColumnHeads: Record<Ii06Column, string> = {
  3: 'Tổng số',
  4: 'Trực tuyến',
  5: 'Trực tiếp, dịch vụ bưu chính',
  6: 'Từ kỳ trước',
  7: 'Tổng số',
  8: 'Trước hạn',
  9: 'Đúng hạn',
  10: 'Quá hạn',
  11: 'Tổng số',
  12: 'Trong hạn',
  13: 'Quá hạn',
}
