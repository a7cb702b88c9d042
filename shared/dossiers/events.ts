import type { OtherPause, Term } from '../catalogue/types.ts'
import type { ConsentRole } from '../consents/schemas.ts'
import type { AssistedBy } from './assisted-by.ts'
import type { TransferReasonCode } from './transfer-reasons.ts'
import type { DossierAction } from './transitions.ts'

/** Who did it. Staff by account and unit; a resident proved by the tracking key or by an own account; the desk itself. */
export type EventActor =
  | { kind: 'resident' }
  | { kind: 'staff'; accountId: string; name: string; role: string; unit: string }
  | { kind: 'system'; part: string }

/** One thing still missing, in the words the resident will read (CT05: complete, once). */
export interface SupplementItem {
  /** The paper kind or the name of the answer that is asked for. */
  subject: string
  subjectKind: 'paper' | 'answer'
  reason: string
  message: string
}

/** A paper as the log remembers it: by the hash of the bytes received, never by content. */
export interface PaperMention {
  id: string
  kind: string
  sha256: string
  bytes: number
  type: string
  /** The check on which it rests, where it was not sent but used again; absent in earlier logs. */
  reusedFrom?: ReusedFrom
}

/** A paper of an earlier dossier that its resident agreed to use again: where it lay, who checked it, and until when that counts. */
export interface ReusedFrom {
  /** Code of the earlier dossier, and id of the paper in it. */
  dossier: string
  paper: string
  /** Who decided that dossier, as its log has it. */
  verifiedBy: { accountId: string; name: string; unit: string }
  verifiedAt: string
  /** Last local day on which it could be used again. */
  until: string
  consent: true
}

/**
 * What each action writes into the log beside time and actor.
 *
 * No personal data: answers are mentioned by their hash, so that erasing them by law leaves the chain whole.
 * Instants inside `data` are ISO strings in UTC, as the log keeps them.
 */
export interface EventData {
  submit: {
    code: string
    procedure: string
    procedureVersion: string
    variant: string | null
    channel: Channel
    unit: string
    routing: { rule: string; facts: Record<string, string> }
    answersSha256: string
    papers: PaperMention[]
    /** Staff who typed it in at the counter, else null. */
    typedBy: string | null
    /** Absent where residents filed by themselves, and in logs from before it was recorded. */
    assistedBy?: AssistedBy
    /** The visit to the counter that it came of; absent where nobody came, or no number was named. */
    visit?: FilingVisit
    /** Kinds of papers whose original the officer had in hand; absent where none was seen, and in earlier logs. */
    papersSeen?: string[]
  }
  deliver: { unit: string; outboxId: string }
  claim: { holder: string; holderName: string }
  release: { reason: string | null }
  /** `pausedAlsoBy` only where the procedure's version says so: the rule of the day of acceptance holds to the end. */
  accept: { term: Term; procedureVersion: string; variant: string | null; pausedAlsoBy?: readonly OtherPause[] }
  request_supplement: { items: SupplementItem[]; number: number; supervisorReason: string | null }
  answer_supplement: { answersSha256: string | null; papers: PaperMention[]; note: string | null }
  change_variant: { variant: string; term: Term; reason: string }
  request_payment: { amount: number }
  record_payment: { amount: number; method: string; reference: string | null }
  propose: { outcome: 'grant' | 'refuse'; clause: string | null; note: string | null }
  send_back: { reason: string }
  resolve: { resultNumber: string | null; resultForms: string[]; note: string | null }
  refuse: { clause: string; reason: string }
  withdraw: { reason: string | null }
  /** `proof` is absent in logs from before it was asked for, and where there is none. */
  hand_over: { method: 'counter' | 'electronic' | 'post'; receivedBy: string | null; proof?: HandOverProof }
  /** `reasonCode` is absent in logs from before reasons were coded, and where an officer gave none. */
  transfer: { from: string; to: string; reason: string; reasonCode?: TransferReasonCode }
  rate: { score: number; reasons: string[]; comment: string | null }
  /** What was recorded about the calendar moved a promised date; `entries` are ids of calendar entries. */
  move_date: {
    entries: string[]
    reason: string
    from: PromisedDates
    to: PromisedDates
  }
  /** The desk told `level` that the date `dueAt` comes near, has come, or was missed. */
  warn: { kind: WarningKind; dueAt: string; level: WarningLevel }
  /** A letter of apology with a new date (form 04); `sentLate` by CLOCK rule 6.5. */
  extend: { newDueAt: string; reason: string; sentLate: boolean }
  begin_agency_check: { agency: string; reason: string }
  end_agency_check: { agency: string; result: string | null }
  /** The desk asked somebody, by a link that works `until`, to agree to these answers. `request` stays when asked anew. */
  ask_consent: { request: string; role: ConsentRole; answersSha256: string; until: string }
  /** That person's word about the answers as they stood, behind the link or before an officer. */
  answer_consent: { request: string; role: ConsentRole; agrees: boolean; by: 'link' | 'counter'; answersSha256: string }
  /** `not_answered`: the link's days are over. `not_needed`: the answers changed and ask this person no more by a link. */
  end_consent: { request: string; role: ConsentRole; reason: 'not_answered' | 'not_needed' }
}

/** Somebody's visit as its number tells it: when they came, were called and served. A number names nobody. */
export interface FilingVisit {
  /** Id of the ticket. */
  ticket: string
  /** `A012`, of the local day `day`. */
  label: string
  day: string
  arrivedAt: string
  calledAt: string | null
  servedAt: string | null
  counter: number | null
}

/** By what it can be shown that a result reached its resident. */
export type HandOverProof =
  /** Written on the touch pad; kept as a slip, by the hash of the bytes that were signed. */
  | { kind: 'signature'; documentSha256: string }
  /** Told from the resident's own telephone or mailbox. */
  | { kind: 'one_time_password'; sentAt: string }
  | { kind: 'post'; tracking: string }

/** The due date and the reception deadline of a dossier as they were promised; null where there is none. */
export interface PromisedDates {
  due: string | null
  reception: string | null
}

/** Less than eight working hours left; the date has come; a whole working day has passed since. */
export const warningKinds = ['due_soon', 'due', 'overdue'] as const
export type WarningKind = (typeof warningKinds)[number]

/** Who is told: who holds it or else the unit's officers, its head, the supervisor of the province. */
export const warningLevels = ['officer', 'commander', 'supervisor'] as const
export type WarningLevel = (typeof warningLevels)[number]

/** How it came in: the resident's own filing online, or typed in by an officer (counter), or by post (CLOCK rule 9.2). */
export const channels = ['online', 'counter', 'post'] as const
export type Channel = (typeof channels)[number]

/** One entry of the append-only log, as read back. */
export type DossierEvent = {
  [A in DossierAction]: {
    seq: number
    action: A
    actor: EventActor
    /** When it happened: the clock uses this, cut to the minute. */
    occurredAt: Date
    /** When the desk stored it: knowledge and sealed reports use this. Never before `occurredAt`. */
    recordedAt: Date
    data: EventData[A]
  }
}[DossierAction]
