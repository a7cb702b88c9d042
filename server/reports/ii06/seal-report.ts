import { reportSeals } from '#db/schema/reports.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { problemTypes } from '#shared/http/problem.ts'
import type { SealInput, SealView } from '#shared/reports/ii06-schemas.ts'
import { formatInstant, formatIsoDay } from '#shared/text/format.ts'
import { sqlState, withTx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { newId } from '../../platform/ids.ts'
import { type Keyed, wasDone } from '../../platform/keyed.ts'
import { conflict, forbidden } from '../../platform/problem.ts'
import { sha256 } from '../../platform/sealing.ts'
import { reportScope } from '../report-scope.ts'
import { refuseTooMuch } from '../too-much.ts'
import { gatherIi06 } from './gather-ii06.ts'
import { formOf } from './ii06-report.ts'
import { findCarriedSeal, findSeal, findSealOf, toSealView } from './read-seals.ts'
import { writeSealedBody } from './sealed-body.ts'

type Needs = Pick<Deps, 'pool' | 'reportPool' | 'reference' | 'now'>

/**
 * Seals the report of a period that has ended: its bytes, their hash, who and when, for ever (CLOCK rule 9.8).
 *
 * Only whoever answers for the unit seals it: the commander for the commune, the supervisor for the province. Made
 * from all that is recorded by now; what comes later becomes a correction and never changes the seal.
 */
export async function sealReport(
  deps: Needs,
  actor: StaffActor,
  keyed: Keyed,
  input: SealInput,
  limit?: number,
): Promise<SealView> {
  const scope = reportScope(deps, actor, input)
  if (scope.unit !== actor.unit)
    throw forbidden('Báo cáo do chính đơn vị lập chốt: chỉ huy chốt của xã, giám sát chốt của tỉnh.')
  if (scope.isRunning)
    throw conflict(
      problemTypes.notAllowedInState,
      `Kỳ này đến hết ngày ${formatIsoDay(scope.period.to)} mới kết thúc. Hãy chốt sau ngày đó.`,
    )
  await refuseTooMuch(deps, scope, 'seal', limit)
  const gathered = await gatherIi06(deps, scope)
  const view = formOf(deps, scope, gathered, await findCarriedSeal(deps, scope.unit, scope.period.from))
  const failed = view.checks.filter(({ holds }) => !holds)
  if (failed.length > 0)
    throw conflict(
      problemTypes.notAllowedInState,
      `Biểu chưa khớp nên chưa chốt được: ${failed.map(({ text }) => text.vi).join('; ')}.`,
    )
  const at = deps.now()
  const body = writeSealedBody(view, gathered.entries, { at, by: { name: actor.name, role: actor.role } })
  const id = newId()

  try {
    const isRepeated = await withTx(deps.pool, {}, async (tx) => {
      if (await wasDone(tx, keyed, null, at)) return true
      await tx.insert(reportSeals).values({
        id,
        unitCode: scope.unit,
        period: scope.period.name,
        fromDay: scope.period.from,
        toDay: scope.period.to,
        sealedAt: at,
        sealedById: actor.accountId,
        sealedByName: actor.name,
        sha256: sha256(body).toString('hex'),
        body,
      })

      return false
    })
    const sealed = isRepeated ? await findSealOf(deps, scope.unit, scope.period) : { id }

    return toSealView(deps, await findSeal(deps, actor, sealed?.id ?? id))
  } catch (error) {
    if (sqlState(error) !== '23505') throw error
    const before = await findSealOf(deps, scope.unit, scope.period)
    throw conflict(
      problemTypes.notAllowedInState,
      before
        ? `Báo cáo này đã được ${before.sealedBy} chốt lúc ${formatInstant(before.sealedAt)}.`
        : 'Báo cáo này đã được chốt.',
    )
  }
}
