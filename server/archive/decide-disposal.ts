import { and, eq, sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import { archiveDisposalItems, archiveDisposals, archiveSeals } from '#db/schema/archive.ts'
import { dossierAnswers } from '#db/schema/dossiers.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { manifest } from '#shared/archive/manifest.ts'
import type { DisposalView } from '#shared/archive/schemas.ts'
import { problemTypes } from '#shared/http/problem.ts'
import { formatDay } from '#shared/text/format.ts'
import { print } from '../documents/print.ts'
import { policeName } from '../documents/words.ts'
import { sealAnswers } from '../dossiers/filed-answers.ts'
import { storedPapersLock } from '../papers/clean-paper.ts'
import { type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { conflict, forbidden } from '../platform/problem.ts'
import { province } from '../platform/reference.ts'
import { readDisposal } from './list-disposals.ts'
import { readStored } from './read-stored.ts'

type Decision = { outcome: 'confirm' } | { outcome: 'reject'; note: string }

/**
 * The head of the unit signs a list or sends it away; never whoever proposed it. Signing erases what the dossiers of
 * the list held, in one transaction with the signed list: answers, names, papers and documents. Logs and manifests
 * stay, and with the list they prove what was there and by whose word it went.
 */
export function decideDisposal(deps: Deps, actor: StaffActor, id: string, decision: Decision): Promise<DisposalView> {
  return withTx(deps.pool, { units: actor.units }, async (tx) => {
    const [locked] = await tx.select().from(archiveDisposals).where(eq(archiveDisposals.id, id)).for('update')
    const list = await readDisposal(deps, tx, actor, id)
    if (locked?.state !== 'proposed')
      throw conflict(problemTypes.notAllowedInState, `Danh mục số ${list.number} đã được quyết định.`)
    if (!list.mayDecide)
      throw forbidden('Danh mục hủy do người khác ký: chỉ huy của đơn vị, và không phải người lập danh mục.')
    const at = deps.now()
    const decided = { decidedById: actor.accountId, decidedBy: actor.name, decidedAt: at }
    if (decision.outcome === 'reject') {
      await tx
        .update(archiveDisposals)
        .set({ ...decided, state: 'rejected', decisionNote: decision.note })
        .where(eq(archiveDisposals.id, id))

      return readDisposal(deps, tx, actor, id)
    }
    const kept = await deps.store.keep(await signedList(deps, actor, list, at))
    await tx
      .update(archiveDisposals)
      .set({ ...decided, state: 'confirmed', documentSha256: kept.sha256, documentBytes: kept.bytes })
      .where(eq(archiveDisposals.id, id))
    await eraseAll(deps, tx, { id, number: list.number, at })

    return readDisposal(deps, tx, actor, id)
  })
}

async function signedList(deps: Deps, actor: StaffActor, list: DisposalView, at: Date): Promise<Buffer> {
  const unit = deps.reference.unitName(list.unit)
  const pdf = await print('disposalList', {
    unit,
    province: province.name,
    number: `${list.number}/DMH`,
    madeAt: at,
    isDemo: !deps.config.isProduction,
    reason: list.reason,
    proposedBy: { name: list.proposedBy },
    proposedAt: list.proposedAt,
    commander: { name: actor.name, signedAt: at },
    items: list.items.map(({ code, procedure, endedAt, keepUntil, retention }) => ({
      code,
      procedure,
      endedOn: formatDay(endedAt),
      retention: retention.vi,
      keptUntil: keepUntil ? keepUntil.split('-').reverse().join('/') : '',
    })),
  })

  return deps.signer.sign(pdf, { unit: { code: list.unit, name: policeName(unit) }, person: actor.name, at })
}

/** The files go before COMMIT: should it fail, what is left of the dossiers is erased again when the list is signed anew. */
async function eraseAll(deps: Deps, tx: Tx, { id, number, at }: { id: string; number: number; at: Date }) {
  // Nobody may store the same bytes while it is decided that nothing names them.
  await tx.execute(sql`select pg_advisory_xact_lock(${storedPapersLock})`)
  const items = await tx
    .select({ dossierId: archiveSeals.dossierId, manifestSha256: archiveSeals.manifestSha256 })
    .from(archiveDisposalItems)
    .innerJoin(archiveSeals, eq(archiveSeals.dossierId, archiveDisposalItems.dossierId))
    .where(and(eq(archiveDisposalItems.disposalId, id)))
  const gone: string[] = []
  for (const { dossierId, manifestSha256 } of items) {
    gone.push(...(await sealedAnswersIn(deps, manifestSha256)))
    const answers = await tx
      .select({ number: dossierAnswers.number })
      .from(dossierAnswers)
      .where(eq(dossierAnswers.dossierId, dossierId))
    const numbers = answers.map((row) => row.number)
    const empty = numbers.map((each) => sealAnswers(deps.keys, dossierId, each, { answers: {}, contact: {} }).sealed)
    const files = await tx.statement<{ stored: string }>(
      'select stored from desk_erase_disposed($1, $2, $3, $4, $5, $6)',
      [id, dossierId, numbers, empty, `Đã hủy theo danh mục số ${number}.`, at],
    )
    gone.push(...files.map(({ stored }) => stored))
  }
  for (const sha256 of new Set(gone)) await deps.store.remove(sha256)
}

/** The answers as they were sealed into the package: ciphertext with an own nonce, so no other row ever has the same bytes. */
async function sealedAnswersIn({ store }: Pick<Deps, 'store'>, manifestSha256: string): Promise<string[]> {
  const { files } = z.parse(manifest, JSON.parse((await readStored(store, manifestSha256)).toString('utf8')))

  return files.flatMap(({ role, sha256 }) => (role === 'answers' ? [sha256] : []))
}
