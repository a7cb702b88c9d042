import { eq } from 'drizzle-orm'
import { dossierPeople } from '#db/schema/dossiers.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import type { DecideInput } from '#shared/dossiers/step-schemas.ts'
import { keepCertificate, type SignedCertificate } from '../certificates/issue-certificate.ts'
import { revokeOutdated } from '../certificates/revoke-outdated.ts'
import type { Tx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { changeDossier, type Dossier, type Seen, type Target } from './change-dossier.ts'
import { keepDocument, nextDocumentNumber } from './keep-document.ts'
import { refuseDossier } from './refuse-dossier.ts'
import { resultDocument } from './slips.ts'

/**
 * The head of the unit decides on a proposal: grant, refuse with the clause, or send it back to the officer.
 *
 * Granting is the legal end of the dossier (CLOCK rule 6.1): the result forms are numbered in the unit's year, made,
 * signed, and stored with the event in one transaction, so that a document that could not be made or signed uses up no
 * number. `before` looks at the locked dossier first, and may refuse.
 */
export function decideDossier(
  deps: Deps,
  target: Target & { actor: StaffActor },
  input: DecideInput,
  before: (seen: Seen) => Promise<void> = async () => undefined,
): Promise<string> {
  if (input.outcome === 'refuse') return refuseDossier(deps, target, input)
  if (input.outcome === 'send_back') return sendBack(deps, target, input.reason)

  return changeDossier(deps, target, 'resolve', async (seen) => {
    const { dossier, tx, at } = seen
    await before(seen)
    const procedure = deps.reference.version(dossier.procedure, dossier.procedureVersion)
    const numbers = new Map<string, string>()
    for (const form of procedure.results) numbers.set(form, await nextDocumentNumber(tx, dossier.unitCode, form, at))

    return {
      action: 'resolve',
      data: {
        resultNumber: numbers.get(procedure.results[0] ?? '') ?? null,
        resultForms: [...procedure.results],
        note: input.note ?? null,
      },
      set: { holderId: null, holderName: null },
      also: async (inside, { recordedAt }) => {
        for (const [form, number] of numbers) {
          const { pdf, certificate } = await resultDocument(deps, seen, target.actor, {
            form,
            number,
            signedAt: recordedAt,
            note: input.note ?? null,
          })
          await keepDocument(deps, inside, { dossier, form, at: recordedAt, number, pdf })
          if (certificate) await keepInBook(inside, dossier, certificate, pdf, recordedAt)
        }
        await revokeOutdated(inside, { dossierId: dossier.id, procedure: dossier.procedure, at: recordedAt })
      },
    }
  })
}

/** About everybody whom the dossier names by an identity number. */
async function keepInBook(tx: Tx, dossier: Dossier, certificate: SignedCertificate, pdf: Buffer, at: Date) {
  const people = await tx
    .select({ identityIndex: dossierPeople.identityIndex })
    .from(dossierPeople)
    .where(eq(dossierPeople.dossierId, dossier.id))
  await keepCertificate(tx, certificate, {
    dossierId: dossier.id,
    procedure: dossier.procedure,
    pdf,
    subjects: people.flatMap(({ identityIndex }) => identityIndex ?? []),
    at,
  })
}

/** Back to the officers' queue with the reason; whoever proposed it gets it back. */
function sendBack(deps: Deps, target: Target, reason: string): Promise<string> {
  return changeDossier(deps, target, 'send_back', ({ events }) => {
    const proposal = events.findLast(({ action }) => action === 'propose')
    const officer = proposal?.actor.kind === 'staff' ? proposal.actor : undefined

    return {
      action: 'send_back',
      data: { reason },
      set: officer ? { holderId: officer.accountId, holderName: officer.name } : {},
    }
  })
}
