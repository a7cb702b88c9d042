import { eq, sql } from 'drizzle-orm'
import { assistedFilings } from '#db/schema/assistance.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { type AssistedFilingView, type ConfirmationInput, confirmationLimits } from '#shared/assistance/schemas.ts'
import { fold } from '#shared/text/fold.ts'
import { submitDossier } from '../dossiers/submit-dossier.ts'
import { type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { oneTimePasswordHash } from '../platform/one-time-password.ts'
import { notConfirmed } from './assistance-refusals.ts'
import { openWaiting } from './open-waiting.ts'
import { type AssistedFiling, filingView, lockOwnFiling } from './own-filing.ts'

/**
 * Files what a helper typed in, once its resident has said yes: by the digits that only the own telephone or mailbox
 * got, or by the own name. The log's first event says who helped and which of the two it was.
 *
 * The dossier is the resident's: its tracking key goes to the address that the digits proved and never to the helper's
 * device, so the answer holds the code alone. Twice is one dossier: the filing's id is its idempotency key, and the
 * content is taken out of the row only after it is stored, so whoever presses again after a crash gets that dossier.
 */
export async function confirmFiling(
  deps: Deps,
  helper: StaffActor,
  id: string,
  confirmation: ConfirmationInput,
): Promise<AssistedFilingView> {
  const checked = await withTx(deps.pool, {}, async (tx) => {
    const filing = await lockOwnFiling(tx, helper, id)
    const waiting = openWaiting(deps, filing, deps.now())
    if (!waiting) return { filing }
    const why =
      confirmation.by === 'one_time_password'
        ? await wrongPassword(deps, tx, filing, confirmation.password)
        : wrongName(waiting.names, confirmation.name)

    return { filing, waiting, why }
  })
  if (!checked.waiting) return filingView(deps, checked.filing)
  if (checked.why) throw notConfirmed(confirmation.by === 'typed_name' ? '#/name' : '#/password', checked.why)

  const { filing, waiting } = checked
  const sender = `account:${helper.accountId}`
  const { dossier } = await submitDossier(
    deps,
    {
      kind: 'resident',
      sender,
      assistedBy: {
        role: helper.role,
        unit: helper.unit,
        accountId: helper.accountId,
        confirmedBy: confirmation.by,
      },
    },
    { sender },
    { actor: sender, route: 'PUT /api/assisted-filings', key: id, bodySha256: filing.bodySha256 },
    waiting.input,
  )
  const filed = { filedCode: dossier.code, sealed: null, letterId: null, passwordHash: null }
  await withTx(deps.pool, {}, (tx) => tx.update(assistedFilings).set(filed).where(eq(assistedFilings.id, id)))

  return filingView(deps, { ...filing, ...filed })
}

/** Why these are not the digits, or undefined. A wrong try is counted although the answer is a refusal. */
async function wrongPassword(
  { now }: Pick<Deps, 'now'>,
  tx: Tx,
  { id, passwordHash, passwordSentAt, failures }: AssistedFiling,
  password: string,
): Promise<string | undefined> {
  if (!passwordHash || !passwordSentAt) return 'Chưa gửi mã nào cho nội dung này. Hãy bấm gửi mã.'
  if (failures >= confirmationLimits.tries) return 'Nhập sai năm lần. Hãy gửi mã mới.'
  if (now().getTime() - passwordSentAt.getTime() > confirmationLimits.codeMinutes * 60_000)
    return 'Mã đã quá 15 phút. Hãy gửi mã mới.'
  if (passwordHash.equals(oneTimePasswordHash('assisted filing', id, password))) return undefined
  await tx
    .update(assistedFilings)
    .set({ failures: sql`${assistedFilings.failures} + 1` })
    .where(eq(assistedFilings.id, id))

  return 'Mã không đúng. Hãy xem lại tin nhắn mới nhất, đọc từng số.'
}

/** Marks and capitals do not matter: it is typed by somebody who may not own a telephone. */
const wrongName = (names: readonly string[], typed: string): string | undefined =>
  names.some((name) => fold(name) === fold(typed))
    ? undefined
    : 'Họ tên chưa khớp với hồ sơ. Ghi đúng họ, chữ đệm và tên như ở phần đã khai.'
