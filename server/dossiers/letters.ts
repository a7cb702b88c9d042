import type { StaffActor } from '#shared/accounts/policy.ts'
import { print } from '../documents/print.ts'
import type { Deps } from '../platform/deps.ts'
import type { Seen } from './change-dossier.ts'
import { printedDossier, signer } from './document-facts.ts'

interface Letter {
  number: string
  /** The date that cannot be kept. */
  dueAt: Date
  newDueAt: Date
  reason: string
  sentLate: boolean
  at: Date
}

/** Form 04: what was promised, why it cannot be kept, and the new date. */
export async function apologyLetter(
  deps: Deps,
  { dossier, tx }: Seen,
  actor: StaffActor,
  { number, at, ...letter }: Letter,
): Promise<Buffer> {
  const printed = await printedDossier(deps, tx, dossier, { madeAt: at, number: `${number}/TXL` })

  return print('letterOfApology', {
    ...printed.facts,
    ...letter,
    acceptedAt: dossier.acceptedAt ?? dossier.filedAt,
    requestText: printed.requestText,
    signedBy: actor.role === 'commander' ? { commander: signer(actor) } : { officer: signer(actor) },
  })
}
