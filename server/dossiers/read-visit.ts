import { and, eq, inArray } from 'drizzle-orm'
import type pg from 'pg'
import { tickets } from '#db/schema/tickets.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import type { FilingVisit } from '#shared/dossiers/events.ts'
import { ticketLabel } from '#shared/tickets/classes.ts'
import { withTx } from '../platform/db.ts'
import { invalid } from '../platform/problem.ts'

/**
 * The visit of a number that is being served at the officer's own unit, as a filing's log will tell it.
 *
 * Refused: a number named by anybody but an officer, one of another unit (which looks like none), and one that is not
 * at a counter now. What is entered after the visit is bound to it from the page of the line instead.
 */
export async function readVisit(pool: pg.Pool, staff: StaffActor | undefined, ticket: string): Promise<FilingVisit> {
  if (!staff)
    throw invalid([{ pointer: '#/ticket', detail: 'Chỉ cán bộ đang tiếp công dân mới gắn được số thứ tự với hồ sơ.' }])
  const [found] = await withTx(pool, { units: staff.units }, (tx) =>
    tx
      .select()
      .from(tickets)
      .where(and(eq(tickets.id, ticket), inArray(tickets.unitCode, [...staff.units]))),
  )
  if (!found) throw invalid([{ pointer: '#/ticket', detail: 'Không có số này, hoặc nó không thuộc đơn vị của bạn.' }])
  const label = ticketLabel(found.letter, found.number)
  if (found.state !== 'serving')
    throw invalid([
      {
        pointer: '#/ticket',
        detail: `Số ${label} không đang được phục vụ nên chưa gắn được. Hãy nộp lại không kèm số, rồi gắn hồ sơ với số ở trang Gọi số.`,
      },
    ])

  return {
    ticket,
    label,
    day: found.day,
    arrivedAt: found.arrivedAt.toISOString(),
    calledAt: found.calledAt?.toISOString() ?? null,
    servedAt: found.servedAt?.toISOString() ?? null,
    counter: found.counter,
  }
}
