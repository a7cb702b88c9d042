import { asc, eq, inArray } from 'drizzle-orm'
import { dossierAnswers, dossierPeople, dossiers } from '#db/schema/dossiers.ts'
import { papers, uploads } from '#db/schema/papers.ts'
import { claimsExemption, feeOf, personsIn } from '#shared/catalogue/fees.ts'
import type { DossierEvent } from '#shared/dossiers/events.ts'
import { roundsOf } from '#shared/papers/papers-to-reuse.ts'
import { canonicalJson } from '#shared/text/canonical-json.ts'
import type { Keys } from '../../config.ts'
import { type Filed, openAnswers } from '../../dossiers/filed-answers.ts'
import { namedPeople } from '../../dossiers/named-people.ts'
import { blindIndex, sha256 } from '../../platform/sealing.ts'
import { trackingHash, trackingKeyOf } from '../../platform/tracking-key.ts'
import { type AtHand, type Batch, fileDifference, groupBy, type Looked, lookAtEach } from './batch.ts'
import { firstDifference } from './dossier.ts'
import { earlierLogs, unfoundedReuse } from './reused-papers.ts'

type StoredAnswers = typeof dossierAnswers.$inferSelect

/**
 * Whether the answers are those whose hashes the log mentions. With the keys they are opened, and with them is computed
 * again whatever was taken from them: the applicant's name, the people by whom a dossier is found, the fee, and what
 * the tracking key is compared with. Of a dossier that was disposed of only the hashes are left.
 */
export async function lookAtAnswers(
  { db, ids, erased, eventsOf }: Batch,
  { keys, reference }: AtHand,
): Promise<Looked> {
  const rows = await db
    .select()
    .from(dossierAnswers)
    .where(inArray(dossierAnswers.dossierId, ids))
    .orderBy(asc(dossierAnswers.dossierId), asc(dossierAnswers.number))
  const people = await db.select().from(dossierPeople).where(inArray(dossierPeople.dossierId, ids))
  const named = await db
    .select({
      id: dossiers.id,
      code: dossiers.code,
      procedure: dossiers.procedure,
      procedureVersion: dossiers.procedureVersion,
      channel: dossiers.channel,
      applicantName: dossiers.applicantName,
      fee: dossiers.fee,
      trackingHash: dossiers.trackingHash,
    })
    .from(dossiers)
    .where(inArray(dossiers.id, ids))
  const answersOf = groupBy(rows, ({ dossierId }) => dossierId)
  const peopleOf = groupBy(people, ({ dossierId }) => dossierId)

  const looked = await lookAtEach(
    named,
    ({ code }) => code,
    (dossier) => {
      const stored = answersOf.get(dossier.id) ?? []
      const events = eventsOf(dossier.id)
      const mentioned = hashesIn(events)
      const asMentioned = firstDifference(
        { answersSha256: mentioned },
        { answersSha256: stored.map((each) => each.sha256) },
      )
      if (asMentioned || !keys || erased.has(dossier.id)) return asMentioned
      const opened = openAll(keys, dossier.id, stored)
      if (typeof opened === 'string') return opened
      const [first, last] = [opened[0], opened.at(-1)]
      if (!first || !last) return 'no answers are stored'
      const version = reference.version(dossier.procedure, dossier.procedureVersion)
      const persons = namedPeople(version, last.answers)
      const variant = events[0]?.action === 'submit' ? events[0].data.variant : null

      return firstDifference(
        {
          applicantName: persons[0]?.name ?? '',
          fee: feeOf(version, variant, dossier.channel, personsIn(first.answers), claimsExemption(first.answers)),
          trackingHash: trackingHash(trackingKeyOf(keys.hmac, dossier.id)),
          people: inOrder(
            persons.map(({ place, name, identity }) => ({
              place,
              name,
              identityIndex: identity ? blindIndex(keys.index, identity) : null,
            })),
          ),
        },
        { ...dossier, people: inOrder(peopleOf.get(dossier.id) ?? []) },
      )
    },
  )

  return { ...looked, rows: rows.length }
}

/** As filed, and as each supplement mended them. */
const hashesIn = (events: readonly DossierEvent[]): string[] =>
  events.flatMap((event) => {
    if (event.action === 'submit') return [event.data.answersSha256]

    return event.action === 'answer_supplement' ? (event.data.answersSha256 ?? []) : []
  })

/** All answers of a dossier, or which of them is not what its hash says. */
function openAll(keys: Keys, dossierId: string, stored: readonly StoredAnswers[]): Filed[] | string {
  const opened: Filed[] = []
  for (const [index, { number, sealed, sha256: hash }] of stored.entries()) {
    if (number !== index + 1) return `answers ${index + 1} are missing`
    const filed = openOrNothing(() => openAnswers(keys, dossierId, number, sealed))
    if (!filed) return `answers ${number} do not open with the desk's key`
    if (sha256(canonicalJson(filed.answers)).toString('hex') !== hash)
      return `answers ${number} are not those of their hash`
    opened.push(filed)
  }

  return opened
}

/** What was sealed, or nothing where key, row or a single bit is another. */
export function openOrNothing<T>(open: () => T): T | undefined {
  try {
    return open()
  } catch {
    return undefined
  }
}

const inOrder = (people: readonly { place: string; name: string; identityIndex: Buffer | null }[]) =>
  people.map(({ place, name, identityIndex }) => [place, name, identityIndex?.toString('hex') ?? null]).sort()

/**
 * Whether the papers of a dossier are those that its log received, and lie in the store as they were cleaned; and whether
 * one that was used again was checked in the earlier dossier as the log says.
 */
export async function lookAtPapers({ db, ids, dossiers: known, eventsOf }: Batch, { store }: AtHand): Promise<Looked> {
  const rows = await db
    .select({ id: papers.id, dossierId: papers.dossierId, kind: papers.kind, upload: uploads })
    .from(papers)
    .innerJoin(uploads, eq(uploads.id, papers.id))
    .where(inArray(papers.dossierId, ids))
  const papersOf = groupBy(rows, ({ dossierId }) => dossierId)
  const received = new Map([...known.keys()].map((id) => [id, roundsOf(eventsOf(id)).flat()]))
  const earlier = await earlierLogs(
    db,
    [...received.values()].flat().flatMap(({ reusedFrom }) => reusedFrom?.dossier ?? []),
  )
  const looked = await lookAtEach(
    [...known.values()],
    ({ code }) => code,
    async ({ id }) => {
      const mentions = received.get(id) ?? []
      const stored = papersOf.get(id) ?? []
      const asReceived = firstDifference(
        { papers: mentions.map((paper) => [paper.id, paper.kind, paper.sha256, paper.bytes, paper.type]).sort() },
        {
          papers: stored.map(({ kind, upload }) => [upload.id, kind, upload.sha256, upload.bytes, upload.type]).sort(),
        },
      )
      if (asReceived) return asReceived
      const [filing] = eventsOf(id)
      for (const mention of mentions) {
        const unfounded = filing && unfoundedReuse(mention, filing.occurredAt, earlier)
        if (unfounded) return `paper ${mention.id} is used again: ${unfounded}`
      }
      for (const { upload } of stored) {
        if (upload.dossierId !== id) return `paper ${upload.id} belongs to another dossier`
        const lost = upload.storedSha256 && (await fileDifference(store, upload.storedSha256))
        if (lost) return `paper ${upload.id}: ${lost}`
      }

      return undefined
    },
  )

  return { ...looked, rows: rows.length }
}
