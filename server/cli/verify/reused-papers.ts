import { asc, eq, inArray } from 'drizzle-orm'
import { dossierEvents, dossiers } from '#db/schema/dossiers.ts'
import type { DossierEvent, PaperMention } from '#shared/dossiers/events.ts'
import { judgeReuse } from '#shared/papers/papers-to-reuse.ts'
import { localDayOf } from '#shared/text/format.ts'
import { readEvent } from '../../dossiers/event-chain.ts'
import { type Batch, groupBy } from './batch.ts'

/** The logs of the dossiers of these codes; another dossier than those that are being looked at, most often. */
export async function earlierLogs(db: Batch['db'], codes: string[]): Promise<Map<string, DossierEvent[]>> {
  if (codes.length === 0) return new Map()
  const rows = await db
    .select({ code: dossiers.code, body: dossierEvents.body })
    .from(dossierEvents)
    .innerJoin(dossiers, eq(dossiers.id, dossierEvents.dossierId))
    .where(inArray(dossiers.code, codes))
    .orderBy(asc(dossierEvents.dossierId), asc(dossierEvents.seq))
  const logs = groupBy(rows, ({ code }) => code)

  return new Map([...logs].map(([code, log]) => [code, log.map(({ body }) => readEvent(body))]))
}

/** What the earlier dossier's own log says against a paper that was used again; disposal may have taken its file since. */
export function unfoundedReuse(
  { kind, sha256, reusedFrom }: PaperMention,
  filedAt: Date,
  earlier: ReadonlyMap<string, DossierEvent[]>,
): string | undefined {
  if (!reusedFrom) return undefined
  const events = earlier.get(reusedFrom.dossier)
  if (!events) return `there is no dossier ${reusedFrom.dossier}`
  const before = events.filter(({ recordedAt }) => recordedAt <= filedAt)
  const judged = judgeReuse(
    { events: before, keptPapers: new Set([reusedFrom.paper]) },
    reusedFrom.paper,
    kind,
    localDayOf(filedAt),
  )
  if (!judged.may) return `dossier ${reusedFrom.dossier} did not let it (${judged.why})`
  if (judged.paper.sha256 !== sha256) return `it has other bytes in dossier ${reusedFrom.dossier}`
  const { verifiedBy, verifiedAt, until } = judged.check
  if (verifiedBy.accountId !== reusedFrom.verifiedBy.accountId || verifiedAt.toISOString() !== reusedFrom.verifiedAt)
    return `somebody else checked dossier ${reusedFrom.dossier}`

  return until === reusedFrom.until ? undefined : `it counts until ${until}, and ${reusedFrom.until} is written`
}
