import { and, eq } from 'drizzle-orm'
import { assistedFilings } from '#db/schema/assistance.ts'
import { outbox } from '#db/schema/outbox.ts'
import { confirmationLimits } from '#shared/assistance/schemas.ts'
import { fillTemplate } from '#shared/messages/fill-template.ts'
import type { Carriers } from '../messages/carrier.ts'
import { carryByFirstWay } from '../messages/carry-by-first-way.ts'
import { frameOf } from '../messages/send-message.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { sealFiling, unsealFiling } from './sealed-filing.ts'

/** Ids of one job. */
export interface CodeJob {
  outboxId: string
  filingId: string
  letterId: string
}

type CarryDeps = Pick<Deps, 'pool' | 'keys' | 'now' | 'reference' | 'config'>

/**
 * Sends one code by the first way that takes it. At least once: after a crash the same letter goes again under the same
 * id. A newer code, a filing that was confirmed meanwhile or digits too old to be of use end it without a letter.
 *
 * Stands beside the messages of dossiers because there is no dossier yet: nobody calls for a code that did not arrive;
 * the helper's screen says so, and the resident confirms by name.
 */
export async function carryCode(deps: CarryDeps, carriers: Carriers, job: CodeJob): Promise<void> {
  const letter = await openLetter(deps, job)
  if (!letter) return settle(deps, job)
  const carried = await carryByFirstWay(carriers, { id: job.letterId, ...letter })
  await settle(deps, job, carried ? 'sent' : 'failed')
}

function openLetter(deps: CarryDeps, { filingId, letterId }: CodeJob) {
  return withTx(deps.pool, {}, async (tx) => {
    const [filing] = await tx
      .select()
      .from(assistedFilings)
      .where(and(eq(assistedFilings.id, filingId), eq(assistedFilings.letterId, letterId)))
    const { password, input } = filing?.sealed ? unsealFiling(deps.keys, filingId, filing.sealed) : {}
    if (!filing?.passwordSentAt || !password || !input) return undefined
    const until = new Date(filing.passwordSentAt.getTime() + confirmationLimits.codeMinutes * 60_000)
    if (until <= deps.now()) return undefined

    return {
      contact: input.contact,
      filled: fillTemplate(
        'confirmation_code',
        { password, until: until.toISOString() },
        frameOf(deps, { code: '', unitCode: filing.receiverCode }),
      ),
    }
  })
}

/** The digits leave the row with the letter. Without an outcome there was nothing to send any more. */
function settle(deps: CarryDeps, { outboxId, filingId, letterId }: CodeJob, codeState?: 'sent' | 'failed') {
  return withTx(deps.pool, {}, async (tx) => {
    const [filing] = await tx
      .select()
      .from(assistedFilings)
      .where(and(eq(assistedFilings.id, filingId), eq(assistedFilings.letterId, letterId)))
      .for('update')
    if (codeState && filing?.sealed) {
      const { password: _sent, ...rest } = unsealFiling(deps.keys, filingId, filing.sealed)
      await tx
        .update(assistedFilings)
        .set({ codeState, sealed: sealFiling(deps.keys, filingId, rest) })
        .where(eq(assistedFilings.id, filingId))
    }
    await tx
      .update(outbox)
      .set({ doneAt: deps.now() })
      .where(eq(outbox.id, BigInt(outboxId)))
  })
}
