import { and, eq } from 'drizzle-orm'
import { consentRequests } from '#db/schema/consents.ts'
import { dossiers } from '#db/schema/dossiers.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { requestText } from '#shared/catalogue/request-text.ts'
import type { ConsentRole, ConsentState } from '#shared/consents/schemas.ts'
import type { EventData } from '#shared/dossiers/events.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import { localDayOf } from '#shared/text/format.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import { changeDossier, type Dossier, type Step } from '../dossiers/change-dossier.ts'
import { readAnswers } from '../dossiers/filed-answers.ts'
import { promiseMessage } from '../messages/promise-message.ts'
import { one, type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { consentOccasion, consentRecipient } from './consent-contact.ts'
import { consentDesk } from './consent-desk.ts'
import { consentPasswordHash, newConsentPassword } from './consent-link.ts'
import { maskedAddress, personOf, sealPerson } from './consent-person.ts'
import { type ConsentRow, stateAt } from './consent-plan.ts'
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
  inRequest(deps, id, async (_tx, request, dossier) => coverOf(deps, request, dossier))

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
      dedupe: `consent_password:${consentOccasion(request)}:${request.passwordsSent + 1}`,
      at: now(),
      recipient: consentRecipient(id),
    })
  })
  wake.send('outbox')
}

/** What is asked, to whoever has the password. A wrong one is counted although the answer is a refusal. */
export async function readMatter(deps: Needs, id: string, password: string): Promise<ConsentMatter> {
  const matter = await inRequest(deps, id, async (tx, request, dossier) =>
    (await isRight(deps, tx, request, password)) ? matterOf(deps, tx, request, dossier) : undefined,
  )
  if (!matter) throw wrongConsentPassword()

  return matter
}

/**
 * Records yes or no of the person who has the password, in the dossier's log. It is about the answers as they stand at
 * this moment: whoever changes them later has an agreement that says of itself that it is outdated. Of two answers at
 * once the first stands.
 */
export async function answerConsent(deps: Deps, id: string, password: string, agrees: boolean): Promise<ConsentCover> {
  const asked = await inRequest(deps, id, async (tx, request, { unitCode }) => {
    if (request.state !== 'asked') throw alreadyAnswered()

    return (await isRight(deps, tx, request, password)) ? { ...request, unitCode } : undefined
  })
  // Counted in a transaction of its own: the step below would take the count back with its refusal.
  if (!asked) throw wrongConsentPassword()
  await changeDossier(
    deps,
    { actor: consentDesk(asked.unitCode), dossier: { id: asked.dossierId }, ifMatch: 'any' },
    'answer_consent',
    async ({ tx, at }) => {
      const request = one(await tx.select().from(consentRequests).where(eq(consentRequests.id, id)).for('update'))
      // Asked anew meanwhile it may be of somebody else: the password was the other's.
      const isSameAsking = request.askedAt.getTime() === asked.askedAt.getTime()
      if (request.state !== 'asked' || request.expiresAt <= at || !isSameAsking) throw alreadyAnswered()

      return wordOf(deps, tx, request, at, { agrees, by: 'link' })
    },
  )

  return readCover(deps, id)
}

/**
 * Yes or no that was given before an officer, who has seen the person; it replaces an earlier word. The same once more
 * changes nothing. Policy and row-level security decide whose dossier it may be.
 */
export async function recordAtCounter(
  deps: Deps,
  actor: StaffActor,
  code: string,
  id: string,
  agrees: boolean,
): Promise<void> {
  try {
    await changeDossier(
      deps,
      { actor, dossier: { code }, ifMatch: 'any' },
      'answer_consent',
      async ({ tx, dossier, at }) => {
        const [request] = await tx
          .select()
          .from(consentRequests)
          .where(and(eq(consentRequests.id, id), eq(consentRequests.dossierId, dossier.id)))
          .for('update')
        if (!request) throw noSuchConsent()
        const { sha256 } = await readAnswers(tx, deps.keys, dossier.id)
        if (request.state === (agrees ? 'counter' : 'refused') && request.answersSha256 === sha256)
          throw new SaidBefore()

        return wordOf(deps, tx, request, at, { agrees, by: 'counter' })
      },
    )
  } catch (error) {
    if (!(error instanceof SaidBefore)) throw error
  }
}

class SaidBefore extends Error {}

/** The step that records a word: its event, and the request as it stands after it. */
async function wordOf(
  { keys }: Pick<Deps, 'keys'>,
  tx: Tx,
  request: ConsentRow,
  at: Date,
  { agrees, by }: Pick<EventData['answer_consent'], 'agrees' | 'by'>,
): Promise<Step<'answer_consent'>> {
  const { id, dossierId, role } = request
  const { sha256 } = await readAnswers(tx, keys, dossierId)
  const { password: _used, ...person } = personOf(keys, request)
  const agreed = by === 'link' ? ('agreed' as const) : ('counter' as const)

  return {
    action: 'answer_consent',
    data: { request: id, role: roleOf(role), agrees, by, answersSha256: sha256 },
    also: async (inside) => {
      await inside
        .update(consentRequests)
        .set({
          state: agrees ? agreed : 'refused',
          answeredAt: at,
          answersSha256: sha256,
          passwordHash: null,
          passwordUntil: null,
          sealed: sealPerson(keys, id, person),
        })
        .where(eq(consentRequests.id, id))
    },
  }
}

/**
 * Opens a request in the scope of its dossier, locked, as it stands now. The dossier first, as every step of it does: in
 * the other order two could wait for each other.
 */
async function inRequest<T>(
  deps: Needs,
  id: string,
  work: (tx: Tx, request: ConsentRow, dossier: Dossier) => Promise<T>,
): Promise<T> {
  const [known] = await withTx(deps.pool, {}, (tx) =>
    tx.select({ dossierId: consentRequests.dossierId }).from(consentRequests).where(eq(consentRequests.id, id)),
  )
  if (!known) throw noSuchConsent()

  return withTx(deps.pool, { dossier: known.dossierId }, async (tx) => {
    const dossier = one(await tx.select().from(dossiers).where(eq(dossiers.id, known.dossierId)).for('key share'))
    const request = one(await tx.select().from(consentRequests).where(eq(consentRequests.id, id)).for('update'))

    return work(tx, { ...request, state: stateAt(request, dossier, deps.now()) }, dossier)
  })
}

async function isRight({ now }: Needs, tx: Tx, request: ConsentRow, password: string): Promise<boolean> {
  const { id, passwordHash, passwordUntil, failures } = request
  if (!passwordHash || !passwordUntil || passwordUntil <= now() || failures >= consentLimits.tries) return false
  if (passwordHash.equals(consentPasswordHash(id, password))) return true
  await tx
    .update(consentRequests)
    .set({ failures: failures + 1 })
    .where(eq(consentRequests.id, id))

  return false
}

function coverOf({ reference, keys }: Needs, request: ConsentRow, dossier: Dossier): ConsentCover {
  return {
    code: dossier.code,
    unit: policeOf(reference.unitName(dossier.unitCode)),
    procedure: reference.version(dossier.procedure, dossier.procedureVersion).name,
    role: roleOf(request.role),
    state: request.state,
    expiresAt: request.expiresAt,
    sendsTo: maskedAddress(personOf(keys, request)),
  }
}

async function matterOf(deps: Needs, tx: Tx, request: ConsentRow, dossier: Dossier): Promise<ConsentMatter> {
  const { keys, reference } = deps
  const version = reference.version(dossier.procedure, dossier.procedureVersion)
  const { answers } = await readAnswers(tx, keys, request.dossierId)

  return {
    ...coverOf(deps, request, dossier),
    name: personOf(keys, request).name,
    applicantName: dossier.applicantName,
    request:
      requestText(version, answers, { on: localDayOf(dossier.filedAt), directory: reference.directory() }) ??
      version.name.vi,
  }
}
