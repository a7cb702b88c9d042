import { and, eq } from 'drizzle-orm'
import { dossiers } from '#db/schema/dossiers.ts'
import { resultPreviews } from '#db/schema/signing.ts'
import { may, type StaffActor } from '#shared/accounts/policy.ts'
import type { ResultForm } from '#shared/catalogue/types.ts'
import { problemTypes } from '#shared/http/problem.ts'
import { type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { conflict, notFound } from '../platform/problem.ts'
import { asSubject, type Dossier, readLog } from './change-dossier.ts'
import { resultPreview } from './slips.ts'

/** A result as it would be signed, and the note that this person has seen it as the dossier now is. */
export function previewResult(deps: Deps, actor: StaffActor, code: string, form: ResultForm): Promise<Buffer> {
  return withTx(deps.pool, { units: actor.units }, async (tx) => {
    const [dossier] = await tx.select().from(dossiers).where(eq(dossiers.code, code))
    if (!dossier || !may(actor, 'resolve', asSubject(dossier))) throw notFound()
    const { results } = deps.reference.version(dossier.procedure, dossier.procedureVersion)
    if (dossier.state !== 'proposed' || !results.some((each) => each === form))
      throw notFound('Hồ sơ này không chờ ký, hoặc không có giấy này trong kết quả.')
    const at = deps.now()
    const pdf = await resultPreview(deps, { dossier, events: await readLog(tx, dossier.id), at, tx }, actor, form)
    await noteSeen(tx, actor, dossier, form, at)

    return pdf
  })
}

async function noteSeen(
  tx: Tx,
  { accountId }: StaffActor,
  { id, version }: Dossier,
  form: ResultForm,
  at: Date,
): Promise<void> {
  await tx
    .insert(resultPreviews)
    .values({ dossierId: id, accountId, form, version, at })
    .onConflictDoUpdate({
      target: [resultPreviews.dossierId, resultPreviews.accountId, resultPreviews.form],
      set: { version, at },
    })
}

/** Refuses to sign what this person has not looked at, or what has changed since: nothing is signed unseen. */
export async function refuseUnseen(
  tx: Tx,
  { accountId }: StaffActor,
  { id, version }: Dossier,
  forms: readonly ResultForm[],
): Promise<void> {
  const seen = await tx
    .select({ form: resultPreviews.form })
    .from(resultPreviews)
    .where(
      and(
        eq(resultPreviews.dossierId, id),
        eq(resultPreviews.accountId, accountId),
        eq(resultPreviews.version, version),
      ),
    )
  if (!forms.every((form) => seen.some((row) => row.form === form)))
    throw conflict(
      problemTypes.notSeen,
      'Chưa xem hết kết quả của hồ sơ này, hoặc hồ sơ đã thay đổi sau khi xem. Hãy mở bản xem trước rồi ký lại.',
    )
}
