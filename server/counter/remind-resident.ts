import { eq } from 'drizzle-orm'
import { dossiers } from '#db/schema/dossiers.ts'
import { may, type StaffActor } from '#shared/accounts/policy.ts'
import { problemTypes } from '#shared/http/problem.ts'
import { localDayOf } from '#shared/text/format.ts'
import { asSubject } from '../dossiers/change-dossier.ts'
import { promiseMessage } from '../messages/promise-message.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { conflict, forbidden, notFound } from '../platform/problem.ts'

/** What waits for the resident is said again, in the words of the first time. */
const templates = { need_supplement: 'supplement_asked', resolved: 'resolved' } as const

/**
 * Tells the resident again that the desk waits: for what is missing, or for the result to be fetched. Once a day and
 * dossier at most, whoever presses; the answer says when it was said already.
 */
export async function remindResident(
  { pool, now, wake }: Pick<Deps, 'pool' | 'now' | 'wake'>,
  actor: StaffActor,
  code: string,
): Promise<'promised' | 'already'> {
  const at = now()
  const sent = await withTx(pool, { units: actor.units }, async (tx) => {
    const [dossier] = await tx.select().from(dossiers).where(eq(dossiers.code, code)).for('update')
    if (!dossier || !may(actor, 'read', asSubject(dossier))) throw notFound()
    if (!may(actor, 'request_supplement', asSubject(dossier)))
      throw forbidden('Tài khoản này không nhắc công dân được.')
    if (dossier.state !== 'need_supplement' && dossier.state !== 'resolved')
      throw conflict(problemTypes.notAllowedInState, 'Hồ sơ này không chờ công dân, nên không có gì để nhắc.')
    const dedupe = `remind:${dossier.state}:${localDayOf(at)}`
    const said = await tx.statement<{ id: string }>('select id from messages where dossier_id = $1 and dedupe = $2', [
      dossier.id,
      dedupe,
    ])
    if (said.length > 0) return 'already'
    await promiseMessage(tx, { dossierId: dossier.id, template: templates[dossier.state], facts: {}, dedupe, at })

    return 'promised'
  })
  if (sent === 'promised') wake.send('outbox')

  return sent
}
