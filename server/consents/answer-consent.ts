import { and, eq } from 'drizzle-orm'
import { consentRequests } from '#db/schema/consents.ts'
import { dossiers } from '#db/schema/dossiers.ts'
import { requestText } from '#shared/catalogue/request-text.ts'
import type { ConsentRole, ConsentState } from '#shared/consents/schemas.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import { localDayOf } from '#shared/text/format.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import { readAnswers } from '../dossiers/filed-answers.ts'
import { promiseMessage } from '../messages/promise-message.ts'
import { one, type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { consentRecipient } from './consent-contact.ts'
import { consentPasswordHash, newConsentPassword } from './consent-link.ts'
import { personOf, sealPerson } from './consent-person.ts'
import { alreadyAnswered, noSuchConsent, tooManyPasswords, wrongConsentPassword } from './consent-refusals.ts'
import { roleOf } from './read-consents.ts'

type Needs = Pick<Deps, 'pool' | 'keys' | 'reference' | 'now' | 'wake'>

/** What may be sent to one person, and tried of one password. */
export const consentLimits = { passwords: 5, tries: 5, passwordMinutes: 15 } as const

/** What stands on the page before the password: enough to know what it is about, and nobody's name or answer. */
export interface ConsentCover {
  code: string
  unit: Bilingual
  procedure: Bilingual
  role: ConsentRole
  state: ConsentState
  expiresAt: Date
  /** "…45", or a masked e-mail address. */
  sendsTo: string
}

/** And after it: what exactly is agreed to. */
export interface ConsentMatter extends ConsentCover {
  name: string
  applicantName: string
  request: string
}

export const readCover = (deps: Needs, id: string): Promise<ConsentCover> =>
  inRequest(deps, id, async (tx, request) => coverOf(deps, tx, request))

/** Sends a one-time password to the person of this request, five times at most. */
export async function sendConsentPassword(deps: Needs, id: string): Promise<void> {
  const { keys, now, wake } = deps
  await inRequest(deps, id, async (tx, request) => {
    if (request.state !== 'asked') throw alreadyAnswered()
    if (request.passwordsSent >= consentLimits.passwords) throw tooManyPasswords()
    const password = newConsentPassword()
    await tx
      .update(consentRequests)
      .set({
        sealed: sealPerson(keys, id, { ...personOf(keys, request), password }),
        passwordHash: consentPasswordHash(id, password),
        passwordUntil: new Date(now().getTime() + consentLimits.passwordMinutes * 60_000),
        passwordsSent: request.passwordsSent + 1,
        failures: 0,
      })
      .where(eq(consentRequests.id, id))
    await promiseMessage(tx, {
      dossierId: request.dossierId,
      template: 'consent_password',
      facts: { password: '' },
      dedupe: `consent_password:${id}:${request.passwordsSent + 1}`,
      at: now(),
      recipient: consentRecipient(id),
    })
  })
  wake.send('outbox')
}

/** What is asked, to whoever has the password. A wrong one is counted although the answer is a refusal. */
export async function readMatter(deps: Needs, id: string, password: string): Promise<ConsentMatter> {
  const matter = await inRequest(deps, id, async (tx, request) =>
    (await isRight(deps, tx, request, password)) ? matterOf(deps, tx, request) : undefined,
  )
  if (!matter) throw wrongConsentPassword()

  return matter
}

/**
 * Records yes or no of the person who has the password. It is about the answers as they stand at this moment: whoever
 * changes them later has an agreement that says of itself that it is outdated.
 */
export async function answerConsent(deps: Needs, id: string, password: string, agrees: boolean): Promise<ConsentCover> {
  const { keys, now } = deps
  const answered = await inRequest(deps, id, async (tx, request) => {
    if (request.state !== 'asked') throw alreadyAnswered()
    if (!(await isRight(deps, tx, request, password))) return undefined
    const { sha256 } = await readAnswers(tx, keys, request.dossierId)
    const { password: _used, ...person } = personOf(keys, request)
    const state = agrees ? ('agreed' as const) : ('refused' as const)
    await tx
      .update(consentRequests)
      .set({
        state,
        answeredAt: now(),
        answersSha256: sha256,
        passwordHash: null,
        passwordUntil: null,
        sealed: sealPerson(keys, id, person),
      })
      .where(eq(consentRequests.id, id))

    return { ...(await coverOf(deps, tx, request)), state }
  })
  if (!answered) throw wrongConsentPassword()

  return answered
}

/** Yes or no that was given before an officer, who has seen the person. The caller has checked the officer's scope. */
export async function recordAtCounter({ pool, now }: Needs, dossierId: string, id: string, agrees: boolean) {
  const rows = await withTx(pool, { dossier: dossierId }, (tx) =>
    tx
      .update(consentRequests)
      .set({ state: agrees ? 'counter' : 'refused', answeredAt: now(), passwordHash: null })
      .where(and(eq(consentRequests.id, id), eq(consentRequests.dossierId, dossierId)))
      .returning({ id: consentRequests.id }),
  )
  if (rows.length === 0) throw noSuchConsent()
}

type Row = typeof consentRequests.$inferSelect

async function inRequest<T>(deps: Needs, id: string, work: (tx: Tx, request: Row) => Promise<T>): Promise<T> {
  const [known] = await withTx(deps.pool, {}, (tx) =>
    tx.select({ dossierId: consentRequests.dossierId }).from(consentRequests).where(eq(consentRequests.id, id)),
  )
  if (!known) throw noSuchConsent()

  return withTx(deps.pool, { dossier: known.dossierId }, async (tx) => {
    const request = one(await tx.select().from(consentRequests).where(eq(consentRequests.id, id)).for('update'))
    const isOver = request.state === 'asked' && request.expiresAt <= deps.now()

    return work(tx, isOver ? { ...request, state: 'expired' } : request)
  })
}

async function isRight({ now }: Needs, tx: Tx, request: Row, password: string): Promise<boolean> {
  const { id, passwordHash, passwordUntil, failures } = request
  if (!passwordHash || !passwordUntil || passwordUntil <= now() || failures >= consentLimits.tries) return false
  if (passwordHash.equals(consentPasswordHash(id, password))) return true
  await tx
    .update(consentRequests)
    .set({ failures: failures + 1 })
    .where(eq(consentRequests.id, id))

  return false
}

async function coverOf({ reference, keys }: Needs, tx: Tx, request: Row): Promise<ConsentCover> {
  const dossier = one(await tx.select().from(dossiers).where(eq(dossiers.id, request.dossierId)))
  const { phone, email } = personOf(keys, request)

  return {
    code: dossier.code,
    unit: policeOf(reference.unitName(dossier.unitCode)),
    procedure: reference.version(dossier.procedure, dossier.procedureVersion).name,
    role: roleOf(request.role),
    state: request.state,
    expiresAt: request.expiresAt,
    sendsTo: masked(email, phone),
  }
}

async function matterOf(deps: Needs, tx: Tx, request: Row): Promise<ConsentMatter> {
  const { keys, reference } = deps
  const dossier = one(await tx.select().from(dossiers).where(eq(dossiers.id, request.dossierId)))
  const version = reference.version(dossier.procedure, dossier.procedureVersion)
  const { answers } = await readAnswers(tx, keys, request.dossierId)

  return {
    ...(await coverOf(deps, tx, request)),
    name: personOf(keys, request).name,
    applicantName: dossier.applicantName,
    request:
      requestText(version, answers, { on: localDayOf(dossier.filedAt), directory: reference.directory() }) ??
      version.name.vi,
  }
}

/** Enough to recognise one's own address, too little to learn it. */
function masked(email: string | undefined, phone: string | undefined): string {
  if (email) return email.replace(/^(.).*(@.*)$/, '$1…$2')

  return phone ? `…${phone.slice(-2)}` : ''
}
