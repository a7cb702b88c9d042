import type { Commander, DocumentFacts, Officer, PoliceUnit } from './inputs.ts'

/** Form 04, the letter of apology with a new date. */
export interface ApologyFacts extends DocumentFacts {
  requestText: string
  acceptedAt: Date
  /** The date that cannot be kept. */
  dueAt: Date
  newDueAt: Date
  reason: string
  /** After closing time of the last working day before the date. */
  sentLate: boolean
  signedBy: { commander: Commander } | { officer: Officer }
}

/** Form 06, the control slip of one dossier. */
export interface ControlSlipFacts extends DocumentFacts {
  requestText: string
  acceptedAt: Date | null
  dueAt: Date | null
  /** Those who took part beside the unit that handles it. */
  others: readonly string[]
  rows: readonly HandOverRow[]
}

/** One hand-over as form 06 lists it. */
export interface HandOverRow {
  /** The unit in whose hands it then was. */
  unit: string
  at: Date
  giver: string
  receiver: string
  /** "Trước hạn", "Đúng hạn", "Quá hạn", "Trong hạn". */
  result: string
  note: string
}

/** Form 07, the logbook of a unit for some days. */
export interface LogbookFacts {
  unit: PoliceUnit
  province: string
  /** `YYYY-MM-DD`, both included. */
  from: string
  to: string
  madeAt: Date
  isDemo: boolean
  rows: readonly LogbookRow[]
}

export interface LogbookRow {
  code: string
  procedureName: string
  applicantName: string
  /** Address and telephone, as far as they were given. */
  contact: string
  unit: string
  filedAt: Date
  acceptedAt: Date | null
  dueAt: Date | null
  /** When the result was handed over, else when it ended. */
  returnedAt: Date | null
  /** How it was handed over, in words. */
  method: string
  note: string
}
