import { and, eq } from 'drizzle-orm'
import { consentRequests } from '#db/schema/consents.ts'
import type { EventData } from '#shared/dossiers/events.ts'
import { changeDossier } from '../dossiers/change-dossier.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/problem.ts'
import { consentDesk } from './consent-desk.ts'
import type { ConsentRow } from './consent-plan.ts'
import { roleOf } from './read-consents.ts'

/**
 * Waits for somebody's word no longer, as an event of the dossier; false when that person has answered meanwhile. The
 * log of a dossier that has ended is left as it is: there only the row says so.
 */
export async function endConsent(
  deps: Deps,
  unit: string,
  { id, dossierId }: Pick<ConsentRow, 'id' | 'dossierId'>,
  reason: EventData['end_consent']['reason'],
): Promise<boolean> {
  const waiting = and(eq(consentRequests.id, id), eq(consentRequests.state, 'asked'))
  const over = { state: 'expired', passwordHash: null, passwordUntil: null } as const
  try {
    await changeDossier(
      deps,
      { actor: consentDesk(unit), dossier: { id: dossierId }, ifMatch: 'any' },
      'end_consent',
      async ({ tx, at }) => {
        const [request] = await tx.select().from(consentRequests).where(waiting).for('update')
        if (!request || (reason === 'not_answered' && request.expiresAt > at)) throw new NothingToEnd()

        return {
          action: 'end_consent',
          data: { request: id, role: roleOf(request.role), reason },
          also: async (inside) => {
            await inside.update(consentRequests).set(over).where(waiting)
          },
        }
      },
    )

    return true
  } catch (error) {
    if (error instanceof NothingToEnd) return false
    if (!(error instanceof ProblemError && error.body.status === 409)) throw error
    await withTx(deps.pool, { dossier: dossierId }, (tx) => tx.update(consentRequests).set(over).where(waiting))

    return true
  }
}

/** It was answered, asked anew, or ended by somebody else. */
class NothingToEnd extends Error {}
