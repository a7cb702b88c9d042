import type { StaffActor } from '#shared/accounts/policy.ts'
import { problemTypes } from '#shared/http/problem.ts'
import { changeDossier, type Target } from '../dossiers/change-dossier.ts'
import { type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { conflict, forbidden, invalid } from '../platform/problem.ts'

export interface Colleague {
  id: string
  name: string
  /** Open dossiers in these hands. */
  open: number
}

/** Who of the own unit takes dossiers today, with how many each holds. */
export function listColleagues({ pool }: Pick<Deps, 'pool'>, actor: StaffActor): Promise<Colleague[]> {
  return withTx(pool, { units: actor.units }, (tx) => colleaguesIn(tx, actor.unit))
}

const colleaguesIn = (tx: Tx, unit: string) =>
  tx.statement<{ id: string; name: string; open: number }>(
    `select a.id, a.name, (select count(*)::integer from dossiers d
       where d.unit_code = p.unit_code and not d.is_ended and d.holder_id = a.id) as open
     from postings p join accounts a on a.id = p.account_id
     where p.unit_code = $1 and p.until_on is null and a.status = 'active' and a.role in ('officer', 'commander')
     order by open, a.name`,
    [unit],
  )

/**
 * The head of the unit puts a dossier that nobody holds into an officer's hands. In the log it is a claim, by the head,
 * for the officer. Out of other hands it is not taken: it is released first, a step that is seen.
 */
export async function assignDossier(
  deps: Deps,
  target: Omit<Target, 'actor' | 'ifMatch'> & { actor: StaffActor },
  to: string,
): Promise<string> {
  if (target.actor.role !== 'commander') throw forbidden('Chỉ chỉ huy đơn vị giao hồ sơ cho cán bộ.')
  const officer = (await listColleagues(deps, target.actor)).find(({ id }) => id === to)
  if (!officer) throw invalid([{ pointer: '#/to', detail: 'Người này không làm việc ở đơn vị.' }])

  await changeDossier(deps, { ...target, ifMatch: 'any' }, 'claim', ({ dossier }) => {
    if (dossier.holderId)
      throw conflict(
        problemTypes.heldByAnother,
        dossier.holderId === officer.id
          ? `${officer.name} đã giữ hồ sơ này.`
          : `${dossier.holderName} đang giữ hồ sơ này. Trả lại hàng chờ trước khi giao người khác.`,
        { current: { holder: dossier.holderName } },
      )

    return {
      action: 'claim',
      data: { holder: officer.id, holderName: officer.name },
      set: { holderId: officer.id, holderName: officer.name },
    }
  })

  return officer.name
}
