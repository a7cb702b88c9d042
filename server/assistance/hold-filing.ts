import { eq } from 'drizzle-orm'
import { assistedFilings } from '#db/schema/assistance.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { type AssistedFilingView, confirmationLimits } from '#shared/assistance/schemas.ts'
import { asText } from '#shared/catalogue/answers.ts'
import type { SubmitDossierInput } from '#shared/dossiers/schemas.ts'
import { canonicalJson } from '#shared/text/canonical-json.ts'
import { namedPeople } from '../dossiers/named-people.ts'
import { type Filing, prepareFiling } from '../dossiers/prepare-filing.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { sha256 } from '../platform/sealing.ts'
import { filingView, lockOwnFiling } from './own-filing.ts'
import { sealFiling } from './sealed-filing.ts'

/**
 * Keeps what a helper typed in until the resident confirms it, for half an hour. Nothing is filed by this.
 *
 * Checked wholly now, as any resident's filing is, so that nobody is asked to confirm what would be refused. The same
 * content again changes nothing; another content under the same id needs a new code; after the filing was confirmed
 * this answers with its code, whatever is sent.
 */
export async function holdFiling(
  deps: Deps,
  helper: StaffActor,
  id: string,
  input: SubmitDossierInput,
): Promise<AssistedFilingView> {
  const at = deps.now()
  const bodySha256 = sha256(canonicalJson(input))
  const before = await keptFiling(deps, helper, id, bodySha256, at)
  if (before) return before
  const sender = `account:${helper.accountId}`
  const filing = await prepareFiling(deps, { kind: 'resident', sender }, { sender }, input, at)
  const kept = {
    bodySha256,
    sealed: sealFiling(deps.keys, id, { input, names: confirmingNames(filing) }),
    receiverCode: filing.unit,
    expiresAt: new Date(at.getTime() + confirmationLimits.waitMinutes * 60_000),
    codeState: 'none' as const,
    letterId: null,
    passwordHash: null,
    failures: 0,
  }

  return withTx(deps.pool, {}, async (tx) => {
    await tx
      .insert(assistedFilings)
      .values({ id, accountId: helper.accountId, ...kept })
      .onConflictDoNothing()
    const stored = await lockOwnFiling(tx, helper, id)
    // A twin of this request, or the confirmation of an earlier one, may have come in between.
    if (stored.filedCode || stays(stored, bodySha256, at)) return filingView(deps, stored)
    await tx.update(assistedFilings).set(kept).where(eq(assistedFilings.id, id))

    return filingView(deps, { ...stored, ...kept })
  })
}

function keptFiling(deps: Deps, helper: StaffActor, id: string, bodySha256: Buffer, at: Date) {
  return withTx(deps.pool, {}, async (tx) => {
    const [known] = await tx.select().from(assistedFilings).where(eq(assistedFilings.id, id))
    if (!known) return undefined
    const own = await lockOwnFiling(tx, helper, id)

    return own.filedCode || stays(own, bodySha256, at) ? filingView(deps, own) : undefined
  })
}

const stays = (stored: typeof assistedFilings.$inferSelect, bodySha256: Buffer, at: Date) =>
  stored.expiresAt > at && stored.bodySha256.equals(bodySha256)

/** The applicant, and for a child the parent or guardian who declares. */
function confirmingNames({ procedure, answers }: Filing): string[] {
  const [applicant] = namedPeople(procedure, answers)

  return [applicant?.name, asText(answers.guardianName)].flatMap((name) => name || [])
}
