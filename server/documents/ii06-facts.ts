import type { Ii06Counts } from '#shared/reports/ii06.ts'

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
