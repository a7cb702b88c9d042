import { eq } from 'drizzle-orm'
import type pg from 'pg'
import { dossiers } from '#db/schema/dossiers.ts'
import { type Actor, mayUse, type StaffActor } from '#shared/accounts/policy.ts'
import { termOf } from '#shared/catalogue/variant.ts'
import { askedConsents } from '#shared/consents/asked-consents.ts'
import type { AssistedBy } from '#shared/dossiers/assisted-by.ts'
import type { Channel, DossierEvent } from '#shared/dossiers/events.ts'
import type { SubmitDossierInput } from '#shared/dossiers/schemas.ts'
import { localDayOf } from '#shared/text/format.ts'
import { one, sqlState, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import type { StoredFiling } from '../platform/filings.ts'
import type { Keyed } from '../platform/keyed.ts'
import { forbidden, keyReused, paperRefused } from '../platform/problem.ts'
import { communeQueue, consentsQueue, messagesQueue } from '../platform/queues.ts'
import { province } from '../platform/reference.ts'
import { blindIndex } from '../platform/sealing.ts'
import { trackingHash, trackingKeyOf } from '../platform/tracking-key.ts'
import { eventActor, readLog } from './change-dossier.ts'
import { clockColumns } from './clock-columns.ts'
import type { FiledDossier } from './dossier-parts.ts'
import { type ChainHead, chain, emptyChain, type NewEvent, readEvent, type StoredEvent } from './event-chain.ts'
import { sealAnswers } from './filed-answers.ts'
import { namedPeople } from './named-people.ts'
import { type Filing, prepareFiling, type Sender } from './prepare-filing.ts'
import { goneWords } from './reuse-papers.ts'

/** A filing that is stored: what its answer is made from, whether it was stored now or on an earlier try. */
export interface Filed {
  dossier: FiledDossier
  events: DossierEvent[]
  isReplay: boolean
}

/**
 * Files a dossier and promises its delivery to a commune's desk.
 *
 * Dossier, events, answers, papers, outbox and idempotency row commit together in one statement, so a filing that
 * was acknowledged is never lost, never doubled, and never stored without being delivered. The same key and body
 * again gives the same dossier; a concurrent twin waits for it. A paper that is used again becomes a paper of its own on
 * the same stored bytes, so that the end of the earlier dossier takes nothing from this one. A number of the line that is named with it is bound to
 * it by the same statement.
 */
export async function submitDossier(
  deps: Deps,
  actor: Actor,
  from: Sender,
  keyed: Keyed,
  input: SubmitDossierInput,
): Promise<Filed> {
  if (actor.kind === 'staff' && !mayUse(actor, 'file_at_counter')) throw notThisAccount(actor)
  const at = deps.now()
  const filing = await prepareFiling(deps, actor, from, input, at).catch(async (refusal: unknown) => {
    // Whatever changed since, a repeated filing gets the first answer: it has taken the papers itself, for one.
    const before = await findFiled(deps.pool, keyed)
    if (before) return { id: before, isReplay: true as const }
    throw refusal
  })
  if ('isReplay' in filing) return readFiled(deps, filing.id)
  const { outcome, dossierId, events } = await store(deps, actor, from.sender, keyed, filing, input.contact, at)
  if (outcome === 'reused') throw keyReused()
  if (outcome === 'replayed') return readFiled(deps, dossierId)
  deps.metrics.filed.inc({ channel: filing.channel })
  deps.wake.send('outbox', ...(filing.visit && actor.kind === 'staff' ? [actor.unit] : []))

  return { dossier: filedDossier(filing, at, events.length > 1), events, isReplay: false }
}

/** A helper's filing is the resident's own, and is filed by the resident's yes (`server/assistance`). */
const notThisAccount = ({ role }: StaffActor) =>
  forbidden(
    role === 'helper'
      ? 'Hồ sơ nhập giúp chỉ được nộp sau khi chính ông/bà xác nhận. Hãy bấm nút chuyển cho ông/bà xác nhận.'
      : 'Tài khoản này không nhận hồ sơ tại quầy. Hãy đăng xuất rồi nộp như người dân.',
  )

const filedDossier = (filing: Filing, filedAt: Date, isNotice: boolean): FiledDossier => ({
  id: filing.id,
  code: filing.code,
  procedure: filing.procedure.code,
  procedureVersion: filing.procedure.version,
  state: isNotice ? 'returned' : 'submitted',
  routing: filing.because,
  filedAt,
  fee: filing.fee,
})

/** What an earlier try stored. */
function readFiled(deps: Deps, dossierId: string): Promise<Filed> {
  return withTx(deps.pool, { dossier: dossierId }, async (tx) => ({
    dossier: one(await tx.select().from(dossiers).where(eq(dossiers.id, dossierId))),
    events: await readLog(tx, dossierId),
    isReplay: true,
  }))
}

async function findFiled(pool: pg.Pool, keyed: Keyed): Promise<string | undefined> {
  const { rows } = await pool.query<{ dossier_id: string; body_sha256: Buffer }>({
    name: 'find-filed',
    text: 'select dossier_id, body_sha256 from idempotency_keys where actor = $1 and route = $2 and key = $3',
    values: [keyed.actor, keyed.route, keyed.key],
  })
  const row = rows[0]
  if (row && !row.body_sha256.equals(keyed.bodySha256)) throw keyReused()

  return row?.dossier_id
}

/** Who typed it in for the resident: a helper whom the resident confirmed, or an officer before whom the resident stood. */
function assistanceOf(actor: Actor, channel: Channel): AssistedBy | undefined {
  if (actor.kind === 'resident') return actor.assistedBy
  if (actor.kind === 'system') return undefined
  const { role, unit, accountId } = actor

  return { role, unit, accountId, confirmedBy: channel === 'post' ? 'letter' : 'in_person' }
}

/**
 * A notice is accepted and ended by the desk in the minute it is filed, day or night (CLOCK rule 4.4); one whose commune
 * must be found first, when its commune gets it (`receive-notice.ts`).
 */
function eventsOf(
  filing: Filing,
  actor: Actor,
  at: Date,
  answersSha256: string,
): { stored: StoredEvent[]; last: ChainHead } {
  const { procedure, variant, because } = filing
  const assistedBy = assistanceOf(actor, filing.channel)
  const desk = { kind: 'system', part: 'desk' } as const
  const submit: NewEvent<'submit'> = {
    action: 'submit',
    actor: eventActor(actor),
    data: {
      code: filing.code,
      procedure: procedure.code,
      procedureVersion: procedure.version,
      variant,
      channel: filing.channel,
      unit: filing.unit,
      routing: {
        rule: because.map(({ rule }) => rule).join(' > '),
        facts: Object.assign({}, ...because.map(({ facts }) => facts)),
      },
      answersSha256,
      papers: filing.papers.map(({ copyOf: _, ...mention }) => mention),
      typedBy: actor.kind === 'staff' ? actor.accountId : null,
      ...(filing.visit && { visit: filing.visit }),
      ...(filing.papersSeen.length > 0 && { papersSeen: filing.papersSeen }),
      ...(assistedBy && { assistedBy }),
    },
  }
  const term = termOf(procedure, variant)
  const notice: NewEvent[] =
    term.unit === 'immediate' && filing.unit !== province.code
      ? [
          {
            action: 'accept',
            actor: desk,
            data: { term, procedureVersion: procedure.version, variant },
          } satisfies NewEvent<'accept'>,
          {
            action: 'resolve',
            actor: desk,
            data: { resultNumber: null, resultForms: [], note: null },
          } satisfies NewEvent<'resolve'>,
          // Its receipt is all there is to get, and the sender has it with the answer.
          {
            action: 'hand_over',
            actor: desk,
            data: { method: 'electronic', receivedBy: null },
          } satisfies NewEvent<'hand_over'>,
        ]
      : []

  let head = emptyChain(filing.id, filing.unit, at)
  const stored = [submit as NewEvent, ...notice].map((event) => {
    const link = chain(head, event, at)
    head = link.head

    return link.stored
  })

  return { stored, last: head }
}

async function store(
  deps: Deps,
  actor: Actor,
  sender: string,
  keyed: Keyed,
  filing: Filing,
  contact: SubmitDossierInput['contact'],
  at: Date,
): Promise<StoredFiling & { events: DossierEvent[] }> {
  const { sealed, sha256 } = sealAnswers(deps.keys, filing.id, 1, { answers: filing.answers, contact })
  const { stored, last } = eventsOf(filing, actor, at, sha256)
  const isNotice = stored.length > 1
  const log = stored.map(({ body }) => readEvent(body))
  const clock = clockColumns(deps, log)
  const people = namedPeople(filing.procedure, filing.answers)
  const asked = askedConsents(filing.procedure, filing.answers, localDayOf(at))
  const row = {
    id: filing.id,
    code: filing.code,
    procedure: filing.procedure.code,
    procedure_version: filing.procedure.version,
    variant: filing.variant,
    channel: filing.channel,
    unit_code: filing.unit,
    state: isNotice ? 'returned' : 'submitted',
    last_seq: last.seq,
    last_hash: last.hash.toString('hex'),
    last_at: last.at,
    applicant_name: people[0]?.name ?? '',
    routing: filing.because,
    fee: filing.fee,
    tracking_hash: trackingHash(trackingKeyOf(deps.keys.hmac, filing.id)).toString('hex'),
    filed_at: at,
    accepted_at: clock.acceptedAt,
    ended_at: clock.endedAt,
    reception_due_at: clock.receptionDueAt,
    due_at: clock.dueAt,
    next_due_at: clock.nextDueAt,
    due_soon_at: clock.dueSoonAt,
    is_ended: isNotice,
    verdict: clock.verdict,
    working_minutes: clock.workingMinutes,
    answers_sha256: sha256,
    ...(filing.visit &&
      actor.kind === 'staff' && {
        visit: { ticket: filing.visit.ticket, account: actor.accountId, name: actor.name },
      }),
  }
  const events = stored.map((event) => ({
    seq: event.seq,
    action: event.action,
    unit_code: event.unit,
    occurred_at: event.occurredAt,
    recorded_at: event.recordedAt,
    body: event.body,
    hash: event.hash.toString('hex'),
  }))

  try {
    const { outcome, dossierId } = await deps.filings({
      keyed,
      dossier: row,
      events,
      sealed,
      people: people.map(({ place, name, identity }) => ({
        place,
        name,
        identity_index: identity ? blindIndex(deps.keys.index, identity).toString('hex') : null,
      })),
      papers: filing.papers.map(({ id, kind, copyOf }) => ({
        id,
        kind,
        ...(copyOf && { copy_of: copyOf.uploadId, copy_from: copyOf.dossierId }),
      })),
      sender,
      promised: [
        { topic: 'deliver', queue: communeQueue(filing.unit) },
        { topic: 'tell_filed', queue: messagesQueue },
        ...(asked.length > 0 ? [{ topic: 'ask_consents', queue: consentsQueue }] : []),
      ],
    })

    return { outcome, dossierId, events: log }
  } catch (error) {
    if (sqlState(error) === 'QY001') throw paperRefused('Một tệp vừa được dùng cho hồ sơ khác. Hãy gửi lại tệp đó.')
    if (sqlState(error) === 'QY002') throw paperRefused(goneWords)
    throw error
  }
}
