import { timingSafeEqual } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { dossiers } from '#db/schema/dossiers.ts'
import { handOverCodes } from '#db/schema/signing.ts'
import { may, type StaffActor } from '#shared/accounts/policy.ts'
import type { HandOverCodeView } from '#shared/dossiers/step-schemas.ts'
import { problemTypes } from '#shared/http/problem.ts'
import { promiseMessage } from '../messages/promise-message.ts'
import { type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newOneTimePassword } from '../platform/one-time-password.ts'
import { conflict, invalid, notFound } from '../platform/problem.ts'
import { blindIndex } from '../platform/sealing.ts'
import { asSubject, type Target } from './change-dossier.ts'
import { readAnswers } from './filed-answers.ts'

const minutesValid = 15
/** A message takes its time; a second one within a minute would only make the first one wrong. */
const secondsBetween = 60
const triesAllowed = 5

/** Sends the resident six digits, by which whoever collects the result is known to have that telephone or mailbox. */
export async function sendHandOverCode(deps: Deps, actor: StaffActor, code: string): Promise<HandOverCodeView> {
  const sent = await withTx(deps.pool, { units: actor.units }, async (tx) => {
    const [dossier] = await tx.select().from(dossiers).where(eq(dossiers.code, code)).for('update')
    if (!dossier || !may(actor, 'hand_over', asSubject(dossier))) throw notFound()
    if (dossier.state !== 'resolved')
      throw conflict(problemTypes.notAllowedInState, 'Hồ sơ này không có kết quả đang chờ trả.')
    const { contact } = await readAnswers(tx, deps.keys, dossier.id)
    const sentTo = maskedContact(contact)
    if (!sentTo)
      throw conflict(
        problemTypes.notAllowedInState,
        'Hồ sơ không có số điện thoại hay email, nên không gửi mã được. Hãy để người nhận ký trên bảng ký.',
      )
    const at = deps.now()
    const [before] = await tx.select().from(handOverCodes).where(eq(handOverCodes.dossierId, dossier.id))
    if (before && at.getTime() - before.sentAt.getTime() < secondsBetween * 1000)
      throw conflict(
        problemTypes.notAllowedInState,
        'Mã vừa được gửi. Hãy đợi một phút rồi gửi lại nếu chưa nhận được.',
      )

    const password = newOneTimePassword()
    const expiresAt = new Date(at.getTime() + minutesValid * 60_000)
    const values = { codeHash: hashOf(deps, dossier.id, password), sentAt: at, expiresAt, failures: 0 }
    await tx
      .insert(handOverCodes)
      .values({ dossierId: dossier.id, ...values })
      .onConflictDoUpdate({ target: handOverCodes.dossierId, set: values })
    await promiseMessage(tx, {
      dossierId: dossier.id,
      template: 'hand_over_code',
      facts: { password, until: expiresAt.toISOString() },
      dedupe: `hand_over_code:${at.toISOString()}`,
      at,
    })

    return { sentTo, expiresAt }
  })
  deps.wake.send('outbox')

  return sent
}

/**
 * Whether these are the digits that were sent, and when that was. Each wrong try counts, in a transaction of its own so
 * that the refusal does not take the count back; after five, and after a quarter of an hour, new digits must be sent.
 */
export async function checkHandOverCode(
  deps: Deps,
  { actor, dossier: which }: Target & { actor: StaffActor; dossier: { code: string } },
  password: string,
): Promise<Date> {
  const checked = await withTx(deps.pool, { units: actor.units }, (tx) => checkIn(deps, tx, which.code, password))
  if (!checked.isRight) throw invalid([{ pointer: '#/password', detail: checked.why }])

  return checked.sentAt
}

type Checked = { isRight: true; sentAt: Date } | { isRight: false; why: string }

async function checkIn(deps: Deps, tx: Tx, code: string, password: string): Promise<Checked> {
  const [row] = await tx
    .select({ sent: handOverCodes })
    .from(handOverCodes)
    .innerJoin(dossiers, eq(dossiers.id, handOverCodes.dossierId))
    .where(eq(dossiers.code, code))
    .for('update')
  if (!row) return { isRight: false, why: 'Chưa gửi mã nào cho hồ sơ này. Hãy bấm “Gửi mã”.' }
  const { dossierId, codeHash, sentAt, expiresAt, failures } = row.sent
  if (failures >= triesAllowed) return { isRight: false, why: 'Nhập sai năm lần. Hãy gửi mã mới.' }
  if (deps.now() > expiresAt) return { isRight: false, why: 'Mã đã quá 15 phút. Hãy gửi mã mới.' }
  if (timingSafeEqual(codeHash, hashOf(deps, dossierId, password))) return { isRight: true, sentAt }
  await tx
    .update(handOverCodes)
    .set({ failures: sql`${handOverCodes.failures} + 1` })
    .where(eq(handOverCodes.dossierId, dossierId))

  return { isRight: false, why: 'Mã không đúng. Hãy hỏi lại người nhận, đọc từng số.' }
}

const hashOf = ({ keys }: Pick<Deps, 'keys'>, dossierId: string, password: string): Buffer =>
  blindIndex(keys.hmac, `hand-over|${dossierId}|${password}`)

/** Enough to ask "the number that ends in 678?", and not the number. Undefined where the dossier has no address. */
export function maskedContact({ phone, email }: { phone?: string | undefined; email?: string | undefined }) {
  if (email) return email.replace(/^(.)[^@]*/, '$1…')

  return phone && `…${phone.slice(-3)}`
}
