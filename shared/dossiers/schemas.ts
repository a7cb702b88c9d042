import * as z from 'zod/mini'
import { procedureCodes, resultForms } from '../catalogue/types.ts'
import { bilingual } from '../http/bilingual.ts'
import { instant } from '../http/instant.ts'
import { filedPaper, neededPaper, paperView, uploadReference } from '../papers/schemas.ts'
import { unitName } from '../units/schemas.ts'
import { channels } from './events.ts'
import { dossierActions, dossierStates } from './transitions.ts'

const note = z.string().check(z.maxLength(2000))
const reason = z.string().check(z.minLength(3), z.maxLength(2000))

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
  by: z.optional(z.string()),
})
export type EventView = z.infer<typeof eventView>

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

/** Takes the dossier in; the legal clock starts. `variant` when the officer must choose the other clock. */
export const acceptInput = z.strictObject({ variant: z.optional(z.string()) })
export const requestSupplementInput = z.strictObject({
  items: z
    .array(
      z.strictObject({
        subject: z.string().check(z.minLength(1), z.maxLength(60)),
        subjectKind: z.enum(['paper', 'answer']),
        reason: z.string().check(z.minLength(1), z.maxLength(60)),
        message: reason,
      }),
    )
    .check(z.minLength(1), z.maxLength(40)),
  /** Needed from the second request on (NĐ 118/2025: once, completely). */
  supervisorReason: z.optional(reason),
})
export type RequestSupplementInput = z.infer<typeof requestSupplementInput>

export const refuseInput = z.strictObject({
  /** The exact clause that forbids it, as CT06 demands: "Luật Cư trú 68/2020/QH14 Điều 23 khoản 1". */
  clause: z.string().check(z.minLength(5), z.maxLength(300)),
  reason,
})
export type RefuseInput = z.infer<typeof refuseInput>

export const proposeInput = z.strictObject({
  outcome: z.enum(['grant', 'refuse']),
  clause: z.optional(z.string().check(z.minLength(5), z.maxLength(300))),
  note: z.optional(note),
})
export type ProposeInput = z.infer<typeof proposeInput>

export const decideInput = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('grant'), note: z.optional(note) }),
  z.strictObject({ outcome: z.literal('refuse'), clause: z.string().check(z.minLength(5), z.maxLength(300)), reason }),
  z.strictObject({ outcome: z.literal('send_back'), reason }),
])
export type DecideInput = z.infer<typeof decideInput>

export const handOverInput = z.strictObject({
  method: z.enum(['counter', 'electronic', 'post']),
  receivedBy: z.optional(z.string().check(z.maxLength(200))),
  /** At the counter: what was written on the touch pad, a PNG in base64. */
  signature: z.optional(z.string().check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/), z.maxLength(160_000))),
  /** At the counter: the six digits that the desk sent to the resident's own telephone or mailbox. */
  password: z.optional(z.string().check(z.regex(/^\d{6}$/, 'Mã nhận kết quả có 6 chữ số.'))),
  /** By post: the number under which it travels. */
  tracking: z.optional(z.string().check(z.minLength(5), z.maxLength(40))),
})
export type HandOverInput = z.infer<typeof handOverInput>

/** That a one-time password is on its way, where to, and until when it counts. */
export const handOverCodeView = z.object({ sentTo: z.string(), expiresAt: instant })
export type HandOverCodeView = z.infer<typeof handOverCodeView>
export const changeVariantInput = z.strictObject({ variant: z.string().check(z.maxLength(60)), reason })
export const requestPaymentInput = z.strictObject({})
export const recordPaymentInput = z.strictObject({
  amount: z.int().check(z.minimum(0), z.maximum(100_000_000)),
  method: z.enum(['cash', 'transfer', 'portal']),
  reference: z.optional(z.string().check(z.maxLength(100))),
})
/** The resident said so at the counter, or in writing (form 05 of TT 03/2025/TT-VPCP); the reason tells how. */
export const counterWithdrawalInput = z.strictObject({ reason })

/** A letter of apology (form 04); the new date is closing time of this working day, later than the date it replaces. */
export const extendInput = z.strictObject({ newDueOn: z.iso.date(), reason })
export type ExtendInput = z.infer<typeof extendInput>

export const agencyCheckInput = z.strictObject({ agency: z.string().check(z.minLength(3), z.maxLength(200)), reason })
export type AgencyCheckInput = z.infer<typeof agencyCheckInput>
export const agencyResultInput = z.strictObject({ result: z.optional(note) })

export const releaseInput = z.strictObject({ reason: z.optional(note) })

const holder = z.nullable(z.object({ id: z.string(), name: z.string() }))

/** One row of a queue. Dates are cached from the log; the browser says how long is left by the same clock. */
export const queueItem = z.object({
  code: z.string(),
  procedure: z.string(),
  applicantName: z.string(),
  state: z.enum(dossierStates),
  channel: z.enum(channels),
  unit: z.string(),
  filedAt: z.string(),
  acceptedAt: z.nullable(z.string()),
  /** Reception deadline before acceptance, due date after: what the queue is sorted by. */
  nextDueAt: z.string(),
  /** From this instant less than eight working hours are left. */
  dueSoonAt: z.nullable(z.string()),
  holder,
  supplements: z.number(),
  version: z.number(),
})
export type QueueItem = z.infer<typeof queueItem>

export const queueViews = ['all', 'mine', 'new', 'processing', 'waiting', 'to_sign', 'to_hand_over', 'ended'] as const
export type QueueViewName = (typeof queueViews)[number]

export const queueQuery = z.strictObject({
  view: z.optional(z.enum(queueViews)),
  unit: z.optional(z.string().check(z.regex(/^\d{5}$/))),
  procedure: z.optional(z.enum(procedureCodes)),
  /** Only rows that are due before this instant. */
  dueBefore: z.optional(z.iso.datetime({ offset: true })),
  /** A name without diacritics, a code or its end, or a whole identity number. */
  q: z.optional(z.string().check(z.maxLength(120))),
  cursor: z.optional(z.string().check(z.maxLength(120))),
  limit: z.optional(z.coerce.number().check(z.minimum(1), z.maximum(100))),
})
export type QueueQuery = z.infer<typeof queueQuery>

export const queueView = z.object({ items: z.array(queueItem), nextCursor: z.optional(z.string()) })

/** How many dossiers stand in each view of the queue, counted in one statement. */
export const queueCounts = z.object({
  all: z.number(),
  mine: z.number(),
  new: z.number(),
  processing: z.number(),
  waiting: z.number(),
  to_sign: z.number(),
  to_hand_over: z.number(),
  due_soon: z.number(),
  overdue: z.number(),
})
export type QueueCounts = z.infer<typeof queueCounts>

export const answerRow = z.object({
  /** Path inside `answers`, as in problem pointers: `members/1/identity`. */
  path: z.string(),
  label: bilingual,
  value: bilingual,
  /** A doubt that stops nothing: the identity number says another year of birth. */
  warning: z.optional(bilingual),
})
export const answerSection = z.object({ title: bilingual, rows: z.array(answerRow) })

/** The whole dossier as an officer of its unit sees it. */
export const dossierView = z.object({
  code: z.string(),
  procedure: z.object({ code: z.string(), version: z.string(), name: bilingual }),
  variant: z.nullable(z.object({ id: z.string(), name: bilingual })),
  /** Clocks that an officer may choose instead, at acceptance or later with a reason. */
  variants: z.array(z.object({ id: z.string(), name: bilingual })),
  state: z.enum(dossierStates),
  unit: unitName,
  channel: z.enum(channels),
  version: z.number(),
  applicantName: z.string(),
  contact: z.object({ phone: z.optional(z.string()), email: z.optional(z.string()) }),
  sections: z.array(answerSection),
  requestText: z.nullable(z.string()),
  fee: z.number(),
  paid: z.boolean(),
  papers: z.array(paperView),
  /** Papers that the procedure asks for with these answers, received or not. */
  papersNeeded: z.array(neededPaper),
  consents: z.array(z.object({ from: z.enum(['head', 'owner', 'guardian']) })),
  because: z.array(because),
  filedAt: instant,
  acceptedAt: z.nullable(instant),
  dueAt: z.nullable(instant),
  endedAt: z.nullable(instant),
  standing: z.nullable(z.enum(standings)),
  clock: clockView,
  extension: z.nullable(extensionView),
  /** By when a letter of apology leaves in time, while one may still be sent. */
  letter: z.nullable(z.object({ sendBy: instant, standing: z.enum(['early', 'proposed', 'late']) })),
  /** A check by another body that has no answer yet. */
  agencyCheck: z.nullable(z.object({ agency: z.string(), reason: z.string(), since: instant })),
  holder,
  supplements: z.number(),
  supplement: z.nullable(openSupplement),
  proposal: z.nullable(
    z.object({
      outcome: z.enum(['grant', 'refuse']),
      clause: z.nullable(z.string()),
      note: z.nullable(z.string()),
      by: z.string(),
      at: instant,
    }),
  ),
  documents: z.array(documentView),
  events: z.array(eventView),
  /** What this person may do now. */
  allowed: z.array(z.enum(dossierActions)),
})
export type DossierView = z.infer<typeof dossierView>
