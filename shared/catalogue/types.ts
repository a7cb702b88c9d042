import type { Bilingual } from '../text/bilingual.ts'

/** The eleven residence procedures, by the code of the national catalogue. */
export const procedureCodes = [
  '1.004222',
  '1.003197',
  '1.010038',
  '1.010039',
  '1.004194',
  '1.002755',
  '1.010028',
  '1.010040',
  '1.010041',
  '2.001159',
  '1.003677',
] as const
export type ProcedureCode = (typeof procedureCodes)[number]

/** How long the office may take. `0.5 working day` is stored as 240 working minutes (CLOCK rule 3.6). */
export interface Term {
  unit: 'working_day' | 'working_minute' | 'calendar_day' | 'immediate'
  /** A whole number >= 1; 0 for `immediate`. */
  value: number
}

/** Fees in đồng (Thông tư 75/2022/TT-BTC); `online` when filed through a network, else `direct`. */
export interface Fee {
  direct: number
  online: number
  basis: 'none' | 'per_registration' | 'per_person'
}

/** Where a rule comes from, and how sure we are: `memory` and `derived` await a lawyer's check. */
export interface Source {
  text: string
  mark: 'seen' | 'memory' | 'derived'
}

/**
 * A condition on an earlier answer: true when it has one of the values.
 *
 * `field` may also name a fact that is computed from the answers and the filing day (`facts.ts`): those begin
 * with `@`. Ask `conditionHolds` (conditions.ts), which knows both; inside a person of a `people` list only that
 * person's own answers count.
 */
export interface Condition {
  field: string
  in: readonly (string | boolean)[]
  /** Must hold as well. */
  and?: Condition
}

interface FieldBase {
  /** Key inside `answers`; letters and digits, unique within its object. */
  name: string
  label: Bilingual
  /** At most one sentence, no links. */
  hint?: Bilingual
  /** Optional fields say so on screen; all others are required when shown. */
  optional?: true
  /** Shown, required and accepted only when this holds. */
  when?: Condition
}

export interface Option {
  value: string
  label: Bilingual
  hint?: Bilingual
}

/** One question. The kind decides the control on screen, the check, and the JSON type of the answer. */
export type Field = FieldBase &
  /** string: a personal name as in the birth certificate, in its own case, NFC */
  (
    | { kind: 'name' }
    /** string */
    | { kind: 'text'; maxLength: number; long?: true }
    /** string `YYYY-MM-DD`, a real day; `past`: not after the filing day; `future`: not before it */
    | { kind: 'date'; range?: 'past' | 'future' }
    /** string: one of the options */
    | { kind: 'choice'; options: readonly Option[] }
    /** boolean */
    | { kind: 'yesNo' }
    /** string: 12 digits (số định danh cá nhân); gender and year in it are compared and only warned about */
    | { kind: 'identity' }
    /** string: an identity number or a passport number */
    | { kind: 'identityOrPassport' }
    /** string: Vietnamese mobile or landline, stored as 0… */
    | { kind: 'phone' }
    /** string */
    | { kind: 'email' }
    /** string: a relationship of `relationships.ts` */
    | { kind: 'relationship' }
    /** `{ unit: { edition, code }, detail, now?: code }`: any edition's unit; `now` answers a divided unit. Or `{ unknown: text, detail }`. */
    | { kind: 'address' }
    /** string: the code of a commune police unit of today */
    | { kind: 'unit' }
    /** `{ from, to }` days, `to` after `from` by at most `maxDays` when given, or at most `maxMonths`; `mustLast`: `to` is not over on the filing day */
    | { kind: 'period'; maxDays?: number; maxMonths?: number; mustLast?: true }
    /** array of objects with these fields */
    | { kind: 'people'; fields: readonly Field[]; min: number; max: number; itemName: Bilingual }
  )

/** One page of the form: one question, or one tight group (a person's name, birthday and gender). */
export interface Page {
  id: string
  title: Bilingual
  hint?: Bilingual
  fields: readonly Field[]
  when?: Condition
}

/** A paper that must come with the dossier. Never one whose data the office already holds (TT 116/2026 Điều 3(5)). */
export interface Paper {
  kind: string
  name: Bilingual
  /** What a good photo of it shows; helps a person who has never done this. */
  hint: Bilingual
  when?: Condition
  /** It helps but the dossier is complete without it. */
  optional?: true
  source: Source
}

/** Whose agreement is needed, from the notes 4 to 8 of CT01 (TT 116/2026). */
export interface Consent {
  from: 'head' | 'owner' | 'guardian'
  when?: Condition
  source: Source
}

export const resultForms = ['CT03', 'CT07', 'CT08'] as const
export type ResultForm = (typeof resultForms)[number]

/** The same procedure with another clock or another fee, chosen by an answer or by the officer. */
export interface Variant {
  id: string
  name: Bilingual
  term: Term
  fee?: Fee
  /** Chosen by this answer; without it only an officer may choose it (by an event with a reason). */
  when?: Condition
  source: Source
}

/**
 * Whether filing here is filing by law (TT 116/2026/TT-BCA Điều 3, 14, 15).
 * `legal`: this desk is a channel named by law. `intake`: this desk checks, prepares and receives, and the
 * official filing is the counter or the national portal. `portal_only`: the law names only the portal and VNeID.
 */
export interface Channel {
  status: 'legal' | 'intake' | 'portal_only'
  explanation: Bilingual
  source: Source
  /** Cases of the same procedure for which the law says something else; `channelOf` (channel.ts) chooses. */
  except?: { when: Condition; status: Channel['status']; explanation: Bilingual; source: Source }
}

/** How the receiving commune police unit is found (Luật Cư trú, by procedure). */
export type RoutingRule =
  /** `divided: 'land'`: a notice about a place; where all land of a divided unit went to one unit, that one receives it. */
  | { by: 'address'; field: string; why: Bilingual; divided?: 'land' }
  | { by: 'chosen_unit'; field: string; why: Bilingual }

/**
 * One procedure as the law has it during one span of days.
 *
 * Form, papers and fee: the version in force on the local day of filing. Term and variants: the version in
 * force on the local day of acceptance (CLOCK rule 3.4).
 */
/** Waiting that is not the resident's and that a procedure's own rule may let move its due date (CLOCK rule 5.1). */
export type OtherPause = 'agency_check' | 'outage'

export interface ProcedureVersion {
  code: ProcedureCode
  /** Also its first day in force, `YYYY-MM-DD`. */
  version: string
  /** Last day in force, or absent. */
  until?: string
  name: Bilingual
  /** One sentence: when a person needs this. */
  summary: Bilingual
  /** Words people type when they look for it, beside its name. */
  keywords: readonly string[]
  form: 'CT01' | 'NONE'
  results: readonly ResultForm[]
  term: Term
  termSource: Source
  /** Absent: only waiting for the resident pauses the term, as everywhere in the law that we saw. */
  pausedAlsoBy?: readonly OtherPause[]
  fee: Fee
  variants: readonly Variant[]
  pages: readonly Page[]
  papers: readonly Paper[]
  consents: readonly Consent[]
  routing: RoutingRule
  channel: Channel
  /** The names of the answers that hold the applicant's name, identity number, phone and e-mail. */
  applicant: { name: string; identity: string; phone: string; email?: string }
  /** Answers that show a programmer or tester what a right filing looks like (impossible province code 000). */
  example: Record<string, unknown>
}
