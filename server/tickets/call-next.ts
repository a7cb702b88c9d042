import type { StaffActor } from '#shared/accounts/policy.ts'
import { localDayOf } from '#shared/text/format.ts'
import type { CallNextInput, TicketView } from '#shared/tickets/schemas.ts'
import { sqlState, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import type { Keyed } from '../platform/keyed.ts'
import { createOnce } from './keyed-creation.ts'
import { counterBusy, notNow } from './problems.ts'
import { readTicket } from './read-line.ts'
import { readSettings } from './read-settings.ts'
import { refuseUnknownCounter } from './refuse-unknown-counter.ts'
import { unitOfLine } from './unit-of-line.ts'

const uniqueViolation = '23505'

/**
 * Calls the next of the line to a counter; `undefined` when nobody waits.
 *
 * Of many counters that press at once each gets another number. A counter that still has somebody is refused with
 * 409 and who it is; sent again with that id in `over`, the one who was served is done with and the one who did not
 * come is absent. Under the same key it is the same call.
 */
export async function callNext(
  deps: Deps,
  actor: StaffActor,
  { counter, over }: CallNextInput,
  keyed: Keyed | undefined,
): Promise<TicketView | undefined> {
  const at = deps.now()
  const unit = unitOfLine(actor, undefined)
  const call = () =>
    withTx(deps.pool, { units: [unit] }, async (tx) => {
      refuseUnknownCounter(counter, await readSettings(tx, unit, localDayOf(at)))
      const next = async () => {
        const [row] = await tx.statement<{ id: string; is_running: boolean }>(
          'select id, is_running from desk_call_next($1, $2, $3, $4, $5, $6, $7, $8)',
          [unit, unit, localDayOf(at), counter, over ?? null, actor.accountId, actor.name, at],
        )
        if (!row) throw new NobodyWaits()
        if (row.is_running) {
          const running = await readTicket(deps, tx, row.id)
          throw counterBusy(counter, running.label, running)
        }

        return row.id
      }

      return readTicket(deps, tx, keyed ? await createOnce(tx, keyed, at, next) : await next())
    })

  try {
    const ticket = await call()
    deps.wake.send(unit)

    return ticket
  } catch (error) {
    if (error instanceof NobodyWaits) return undefined
    // Two presses for one counter in the same instant: the index lets one through.
    if (sqlState(error) === uniqueViolation) throw notNow('Quầy này vừa gọi một số khác. Hãy xem lại rồi gọi tiếp.')
    throw error
  }
}

/** Thrown so that the key is not used up: the next press under it may find somebody. */
class NobodyWaits extends Error {}
