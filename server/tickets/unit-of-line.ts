import type { StaffActor } from '#shared/accounts/policy.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound } from '../platform/problem.ts'

/** The unit whose line is meant: the own one, or for a supervisor one of the province's. */
export function unitOfLine(actor: StaffActor, asked: string | undefined): string {
  const unit = asked ?? actor.units[0]
  if (!unit || !actor.units.includes(unit)) throw notFound('Không có hàng đợi này, hoặc nó không thuộc đơn vị của bạn.')

  return unit
}

/** A commune police unit of today, by the code in an address that anybody may ask for. */
export function knownUnit({ reference }: Pick<Deps, 'reference'>, code: string) {
  const unit = reference.units().find((each) => each.code === code)
  if (!unit) throw notFound('Không có đơn vị này.')

  return unit
}
