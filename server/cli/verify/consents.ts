import { asc, inArray } from 'drizzle-orm'
import { consentRequests } from '#db/schema/consents.ts'
import { consentDays } from '#shared/consents/schemas.ts'
import type { DossierEvent } from '#shared/dossiers/events.ts'
import { personOf } from '../../consents/consent-person.ts'
import { openOrNothing } from './answers.ts'
import { type AtHand, type Batch, groupBy, type Looked, lookAtEach } from './batch.ts'
import { firstDifference, type StoredDossier } from './dossier.ts'

type Request = typeof consentRequests.$inferSelect
/** What the log says of one request: the columns that its events decide. */
type Said = Pick<Request, 'role' | 'state' | 'answersSha256' | 'expiresAt'>

const dayMs = 86_400_000

/**
 * Whether each request for an agreement stands as the log says: asked of whom, about which answers, until when, and
 * what came of it. It has the instants that its state promises, no password once it is over, and opens in its own row.
 */
export async function lookAtConsents(batch: Batch, { keys }: AtHand): Promise<Looked> {
  const { db, ids, dossiers, erased, eventsOf } = batch
  const rows = await db
    .select()
    .from(consentRequests)
    .where(inArray(consentRequests.dossierId, ids))
    .orderBy(asc(consentRequests.askedAt), asc(consentRequests.id))
  const requestsOf = groupBy(rows, ({ dossierId }) => dossierId)
  const looked = await lookAtEach(
    [...dossiers.values()],
    ({ code }) => code,
    (dossier) => {
      const own = requestsOf.get(dossier.id) ?? []
      const said = saidOf(eventsOf(dossier.id))
      const lost = [...said].find(([id]) => !own.some((request) => request.id === id))
      if (lost && !erased.has(dossier.id)) return `the consent of ${lost[1].role} that was asked for is not stored`
      for (const request of own) {
        const isClosed = keys && !openOrNothing(() => personOf(keys, request))
        const wrong = isClosed
          ? "whom it asks does not open with the desk's key"
          : (againstState(request) ?? againstLog(request, said.get(request.id), dossier))
        if (wrong) return `consent of ${request.role}: ${wrong}`
      }

      return undefined
    },
  )

  return { ...looked, rows: rows.length }
}

/** Follows each request through the log. */
function saidOf(events: readonly DossierEvent[]): Map<string, Said> {
  const said = new Map<string, Said>()
  for (const event of events) {
    if (event.action === 'ask_consent') {
      const { request, role, answersSha256, until } = event.data
      said.set(request, { role, state: 'asked', answersSha256, expiresAt: new Date(until) })
    }
    if (event.action !== 'answer_consent' && event.action !== 'end_consent') continue
    const asked = said.get(event.data.request)
    if (!asked) continue
    if (event.action === 'end_consent') said.set(event.data.request, { ...asked, state: 'expired' })
    else {
      const { request, agrees, by, answersSha256 } = event.data
      const agreed = by === 'link' ? 'agreed' : 'counter'
      said.set(request, { ...asked, state: agrees ? agreed : 'refused', answersSha256 })
    }
  }

  return said
}

function againstLog(request: Request, said: Said | undefined, { isEnded }: StoredDossier): string | undefined {
  if (!said) return 'the log never asked for it'
  // The log of a dossier that has ended is left as it is: there only the row says that nobody is waited for.
  const state = isEnded && said.state === 'asked' && request.state === 'expired' ? 'expired' : said.state

  return firstDifference({ ...said, state }, request)
}

function againstState(request: Request): string | undefined {
  const { state, askedAt, expiresAt, answeredAt, passwordHash, reminders, remindedAt } = request
  const isAnswered = state === 'agreed' || state === 'refused' || state === 'counter'
  if (isAnswered !== (answeredAt !== null))
    return `state ${state} and an answer at ${answeredAt?.toISOString() ?? 'no time'}`
  if (answeredAt && answeredAt < askedAt) return 'it was answered before it was asked'
  if (state !== 'asked' && passwordHash !== null) return `state ${state}, and a password still opens it`
  if (reminders > 0 !== (remindedAt !== null)) return `${reminders} reminders, the last at ${remindedAt?.toISOString()}`

  return firstDifference({ expiresAt: new Date(askedAt.getTime() + consentDays * dayMs) }, { expiresAt })
}
