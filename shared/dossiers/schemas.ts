import * as z from 'zod/mini'
import { procedureCodes, resultForms } from '../catalogue/types.ts'
import { bilingual } from '../http/bilingual.ts'
import { instant } from '../http/instant.ts'
import { filedPaper, paperView, uploadReference } from '../papers/schemas.ts'
import { unitName } from '../units/schemas.ts'
import { dossierActions, dossierStates } from './transitions.ts'

/** Free words of whoever takes a step. */
export const note = z.string().check(z.maxLength(2000))
/** Why a step is taken, where it must be said. */
export const reason = z.string().check(z.minLength(3), z.maxLength(2000))

export const standings = ['early', 'on_time', 'late', 'running', 'due_soon', 'overdue', 'paused'] as const
export type Standing = (typeof standings)[number]

/** `answers` is checked against the fields of the procedure's version in force today (`GET /api/procedures/:code`). */
export const submitDossierInput = z.strictObject({
  procedure: z.enum(procedureCodes),
  /** The version whose questions were answered; refused with 409 when another is in force by now. */
  procedureVersion: z.optional(z.string()),
  variant: z.optional(z.string()),
  answers: z.record(z.string(), z.unknown()),
  papers: z.array(filedPaper).check(z.maxLength(20)),
  contact: z.strictObject({
    phone: z.optional(z.string().check(z.maxLength(20))),
    email: z.optional(z.string().check(z.maxLength(200))),
  }),
  /** Only for officers who type in what a person at the counter hands them. */
  channel: z.optional(z.enum(['counter', 'post'])),
  /** Only for officers: the number that is being served, of whose visit this dossier comes. */
  ticket: z.optional(z.uuid()),
  /** Only for officers: kinds of papers whose original they had in hand, so that no file came. */
  papersSeen: z.optional(z.array(uploadReference.shape.kind).check(z.maxLength(20))),
})
export type SubmitDossierInput = z.infer<typeof submitDossierInput>

/** Why this unit, sentence by sentence. */
export const because = z.object({ rule: z.string(), text: bilingual, source: z.optional(z.string()) })

/** What the resident may expect: accepted at the latest, and then due. */
export const expectation = z.object({
  /** By then the unit accepts, asks for what is missing, or refuses. Null where the desk accepts at once. */
  receptionDueAt: z.nullable(instant),
  /** Due if accepted at the reception deadline; for a notice, the minute of filing. */
  dueAt: instant,
  /** True when the calendar of a year that it reaches into is not announced yet. */
  provisional: z.boolean(),
})

const receiptPaper = z.object({
  kind: z.string(),
  name: bilingual,
  sha256: z.string(),
  bytes: z.number(),
  type: z.string(),
})

/** What was received, provable by anyone who kept the files: each with the hash of the bytes that arrived. */
export const receiptView = z.object({
  code: z.string(),
  filedAt: instant,
  procedure: z.object({ code: z.string(), name: bilingual }),
  unit: unitName,
  /** Who typed it in for the resident and how the resident confirmed it, where somebody did. */
  assisted: z.optional(bilingual),
  answersSha256: z.string(),
  papers: z.array(receiptPaper),
  fee: z.number(),
  pdf: z.string(),
})
export type ReceiptView = z.infer<typeof receiptView>

export const submittedView = z.object({
  code: z.string(),
  /** The second factor for tracking: 12 letters in three groups; shown once here and printed on the receipt. */
  trackingKey: z.string(),
  state: z.enum(dossierStates),
  unit: unitName,
  because: z.array(because),
  expected: expectation,
  receipt: receiptView,
})
export type SubmittedView = z.infer<typeof submittedView>

export const routingPreviewInput = z.strictObject({
  procedure: z.enum(procedureCodes),
  answers: z.record(z.string(), z.unknown()),
})
export type RoutingPreviewInput = z.infer<typeof routingPreviewInput>

/**
 * Asked while the form is filled in: who will receive it and why, what it costs, and by when. Of `triage` the unit is
 * the province, which finds the commune; `outside` cannot be filed here; `missing` waits for the answer that decides.
 */
export const routingPreviewView = z.object({
  kind: z.enum(['unit', 'ask', 'triage', 'outside', 'missing']),
  unit: z.optional(unitName),
  /** For `ask`: the law divided the place, and only the resident knows which part. */
  field: z.optional(z.string()),
  options: z.optional(z.array(z.extend(unitName, { hint: z.optional(bilingual) }))),
  because: z.array(because),
  expected: z.optional(expectation),
  fee: z.object({ amount: z.number(), variant: z.nullable(z.string()) }),
  papers: z.array(z.object({ kind: z.string(), name: bilingual, hint: bilingual, optional: z.boolean() })),
})
export type RoutingPreviewView = z.infer<typeof routingPreviewView>

export const supplementItem = z.object({
  subject: z.string(),
  subjectKind: z.enum(['paper', 'answer']),
  /** A code of `supplement-reasons.ts`. */
  reason: z.string(),
  /** What the resident reads: what is wrong, and how to mend it. */
  message: z.string(),
})

/** One line of the history, in a sentence for the reader; staff also see who. */
export const eventView = z.object({
  seq: z.number(),
  action: z.enum(dossierActions),
  occurredAt: instant,
  recordedAt: instant,
  text: bilingual,
})

export const clockStep = z.object({ kind: z.string(), text: bilingual, source: z.optional(z.string()) })

export const documentView = z.object({
  id: z.uuid(),
  form: z.enum([...resultForms, 'CT04', 'CT05', 'CT06', 'M04', 'GN']),
  number: z.nullable(z.string()),
  name: bilingual,
  sha256: z.string(),
  bytes: z.number(),
  madeAt: instant,
  href: z.string(),
})
export type DocumentView = z.infer<typeof documentView>

/** The dates and the standing, with the steps that explain them. */
export const clockView = z.object({
  receptionDueAt: z.nullable(instant),
  acceptedAt: z.nullable(instant),
  dueAt: z.nullable(instant),
  /** True while a pause is open: the date can only move later. */
  notBefore: z.boolean(),
  standing: z.nullable(z.enum(standings)),
  workingMinutes: z.nullable(z.number()),
  pausedMinutes: z.nullable(z.number()),
  provisional: z.boolean(),
  steps: z.array(clockStep),
  /** Working minutes from filing to the end or to now, by whose turn it was; they add up exactly. */
  turns: z.object({ office: z.number(), resident: z.number(), agency: z.number(), system: z.number() }),
})
export type ClockView = z.infer<typeof clockView>

/** A letter of apology that was sent: its new date stands beside the first one and never replaces it (CLOCK rule 6.5). */
export const extensionView = z.object({
  sentAt: instant,
  /** As the letter promises it. */
  newDueAt: instant,
  /** The same, moved by what was paused since. */
  dueAt: instant,
  reason: z.string(),
  sentLate: z.boolean(),
})
export type ExtensionView = z.infer<typeof extensionView>

export const openSupplement = z.object({ number: z.number(), askedAt: instant, items: z.array(supplementItem) })

/** What a resident sees of the own dossier, after the tracking key was proved. */
export const trackingView = z.object({
  code: z.string(),
  procedure: z.object({ code: z.string(), name: bilingual }),
  state: z.enum(dossierStates),
  /** Where it stands, in one sentence. */
  sentence: bilingual,
  unit: unitName,
  version: z.number(),
  filedAt: instant,
  acceptedAt: z.nullable(instant),
  dueAt: z.nullable(instant),
  standing: z.nullable(z.enum(standings)),
  clock: clockView,
  extension: z.nullable(extensionView),
  because: z.array(because),
  supplement: z.nullable(openSupplement),
  papers: z.array(paperView),
  documents: z.array(documentView),
  events: z.array(eventView),
  receipt: receiptView,
  rating: z.nullable(z.object({ score: z.number() })),
  mayWithdraw: z.boolean(),
})
export type TrackingView = z.infer<typeof trackingView>

export const answerSupplementInput = z.strictObject({
  /** Only the answers that were asked for; the others stay as they were filed. */
  answers: z.optional(z.record(z.string(), z.unknown())),
  papers: z.array(uploadReference).check(z.maxLength(20)),
  note: z.optional(note),
})
export type AnswerSupplementInput = z.infer<typeof answerSupplementInput>

export const withdrawInput = z.strictObject({ reason: z.optional(note) })
export const rateInput = z.strictObject({
  score: z.int().check(z.minimum(1), z.maximum(5)),
  reasons: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(10)),
  comment: z.optional(note),
})
