import { eq, sql } from 'drizzle-orm'
import { dossiers } from '#db/schema/dossiers.ts'
import { messages } from '#db/schema/messages.ts'
import { outbox } from '#db/schema/outbox.ts'
import { type FilledMessage, fillTemplate, type MessageFrame } from '#shared/messages/fill-template.ts'
import type { MessageChannel } from '#shared/messages/schemas.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import { one, type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { type Carried, type Carriers, type Contact, type ReadContact, Undeliverable, waysTo } from './carrier.ts'

export interface Sending {
  carriers: Carriers
  readContact: ReadContact
}

/** Ids of one job. */
export interface MessageJob {
  outboxId: string
  dossierId: string
  messageId: string
}

type SendingDeps = Pick<Deps, 'pool' | 'now' | 'reference' | 'config' | 'wake'>

/** One less than the queue tries, so that the desk gives up first and an officer is asked to call: about half an hour. */
const maxAttempts = 11
/** Longer than any carrier may take. Whoever finds a message in other hands comes back later. */
const leaseSeconds = 90

/** A worker that may still live has this message; the queue tries again. */
export class InOtherHands extends Error {
  constructor() {
    super('another worker is sending this message')
  }
}

/**
 * Sends one promised message and records what became of it. At least once: a process that dies between the
 * carrier's yes and the mark leaves the message `promised`, and it is sent again under the same id, which carriers
 * with idempotency keys recognise and mail servers may. Two workers never send at the same time, by the lease.
 *
 * When no way is left, or the last try failed, the message is `failed`: a call for the officers of the unit.
 */
export async function sendMessage(
  deps: SendingDeps,
  { carriers, readContact }: Sending,
  job: MessageJob,
): Promise<void> {
  const taken = await take(deps, readContact, job)
  if (!taken) return
  const { contact, filled, code, attempts } = taken
  const problems: string[] = []
  for (const { channel, to, by } of contact ? waysTo(contact, carriers) : []) {
    const letter = { id: job.messageId, dossierId: job.dossierId, code, to, ...inFormOf(channel, filled) }
    const outcome = await by.send(letter).catch((error: Error) => error)
    if (!(outcome instanceof Error)) return settle(deps, job, { channel, ...outcome })
    if (outcome instanceof Undeliverable) problems.push(`${channelNames[channel]}: ${channelRefused}`)
    else if (attempts >= maxAttempts) problems.push(`${channelNames[channel]}: ${channelSilent}`)
    else {
      await giveBack(deps, job)
      throw outcome
    }
  }
  await settle(deps, job, { failure: problems.join('; ') || noWay })
}

// What the officer reads beside the call to make. A carrier's own words may hold an address, and stay in the log.
const channelNames: Record<MessageChannel, string> = { email: 'e-mail', zalo: 'Zalo', sms: 'tin nhắn SMS' }
const channelRefused = 'địa chỉ không nhận được tin'
const channelSilent = 'đã thử nhiều lần không gửi được'
const noWay = 'hồ sơ không có địa chỉ nào gửi được tin'

/** Takes the message in hands, or nothing when it is settled. */
function take(deps: SendingDeps, readContact: ReadContact, job: MessageJob) {
  return withTx(deps.pool, { dossier: job.dossierId }, async (tx) => {
    const [message] = await tx
      .select({
        template: messages.template,
        facts: messages.facts,
        recipient: messages.recipient,
        state: messages.state,
        attempts: messages.attempts,
        // Real time: how long a process may live has nothing to do with the demonstration's clock.
        isInHands: sql<boolean>`coalesce(${messages.leasedUntil} > now(), false)`,
      })
      .from(messages)
      .where(eq(messages.id, job.messageId))
      .for('update')
    if (message?.state !== 'promised') {
      await markDone(tx, job, deps.now())

      return undefined
    }
    if (message.isInHands) throw new InOtherHands()
    await tx
      .update(messages)
      .set({ attempts: message.attempts + 1, leasedUntil: sql`now() + make_interval(secs => ${leaseSeconds})` })
      .where(eq(messages.id, job.messageId))
    const dossier = one(
      await tx
        .select({ code: dossiers.code, unitCode: dossiers.unitCode })
        .from(dossiers)
        .where(eq(dossiers.id, job.dossierId)),
    )
    const contact = await readContact(tx, { dossierId: job.dossierId, recipient: message.recipient })
    const facts = { ...message.facts, ...contact?.facts }

    return {
      contact,
      filled: fillTemplate(message.template, facts, frameOf(deps, dossier)),
      code: dossier.code,
      attempts: message.attempts + 1,
    } satisfies { contact: Contact | undefined; filled: FilledMessage; code: string; attempts: number }
  })
}

/** What every message says of its dossier, or of the booking whose `path` it names. */
export const frameOf = (
  { reference, config }: Pick<Deps, 'reference' | 'config'>,
  { code, unitCode, path = '/tra-cuu' }: { code: string; unitCode: string; path?: string },
): MessageFrame => ({
  code,
  unit: policeOf(reference.unitName(unitCode)),
  link: `${config.origin ?? 'http://localhost:3000'}${path}`,
})

/** A message as a channel takes it. */
export const inFormOf = (channel: MessageChannel, { subject, text, spoken, sms }: FilledMessage) => {
  if (channel === 'email') return { subject: `${subject.vi} / ${subject.en}`, text }

  return { subject: subject.vi, text: channel === 'sms' ? sms : spoken }
}

const giveBack = ({ pool }: SendingDeps, { dossierId, messageId }: MessageJob) =>
  withTx(pool, { dossier: dossierId }, (tx) =>
    tx.update(messages).set({ leasedUntil: null }).where(eq(messages.id, messageId)),
  )

async function settle(
  deps: SendingDeps,
  job: MessageJob,
  outcome: (Carried & { channel: MessageChannel }) | { failure: string },
): Promise<void> {
  const at = deps.now()
  const unit = await withTx(deps.pool, { dossier: job.dossierId }, async (tx) => {
    await tx
      .update(messages)
      .set(
        'failure' in outcome
          ? { state: 'failed', failure: outcome.failure, settledAt: at, leasedUntil: null }
          : {
              state: outcome.state,
              channel: outcome.channel,
              carrierId: outcome.carrierId,
              sentAt: at,
              settledAt: outcome.state === 'delivered' ? at : null,
              leasedUntil: null,
            },
      )
      .where(eq(messages.id, job.messageId))
    await markDone(tx, job, at)
    const [dossier] = await tx
      .select({ unitCode: dossiers.unitCode })
      .from(dossiers)
      .where(eq(dossiers.id, job.dossierId))

    return dossier?.unitCode
  })
  if (unit && 'failure' in outcome) deps.wake.send(unit)
}

/** The reconciler asks no more for a row that is done. */
const markDone = (tx: Tx, { outboxId }: MessageJob, at: Date) =>
  tx
    .update(outbox)
    .set({ doneAt: at })
    .where(eq(outbox.id, BigInt(outboxId)))
