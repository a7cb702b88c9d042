import { asc, eq, isNotNull } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { assistedFilings } from '#db/schema/assistance.ts'
import { dossierEvents, dossiers } from '#db/schema/dossiers.ts'
import { readEvent } from '../../dossiers/event-chain.ts'
import { type Looked, lookAtEach } from './batch.ts'
import { firstDifference } from './dossier.ts'

/**
 * Whether each filing that a helper typed in and its resident confirmed is the dossier that it names, helped by that
 * account as its log says, with nothing of its content left beside it.
 */
export async function lookAtAssistedFilings(db: NodePgDatabase): Promise<Looked> {
  const rows = await db
    .select({ filing: assistedFilings, body: dossierEvents.body })
    .from(assistedFilings)
    .leftJoin(dossiers, eq(dossiers.code, assistedFilings.filedCode))
    .leftJoin(dossierEvents, eq(dossierEvents.dossierId, dossiers.id))
    .where(isNotNull(assistedFilings.filedCode))
    .orderBy(asc(assistedFilings.id), asc(dossierEvents.seq))
  const first = rows.filter(({ filing }, index) => filing.id !== rows[index - 1]?.filing.id)

  return lookAtEach(
    first,
    ({ filing }) => `assisted filing ${filing.filedCode}`,
    ({ filing: { accountId, sealed, passwordHash }, body }) => {
      const submit = body === null ? undefined : readEvent(body)
      if (submit?.action !== 'submit') return 'there is no such dossier'
      if (sealed !== null || passwordHash !== null) return 'it was filed, and its content is still beside it'

      return firstDifference({ accountId: submit.data.assistedBy?.accountId ?? 'nobody' }, { accountId })
    },
  )
}
