import { and, eq, inArray } from 'drizzle-orm'
import { ticketEvents, tickets } from '#db/schema/tickets.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { localDayOf } from '#shared/text/format.ts'
import { ticketLabel } from '#shared/tickets/classes.ts'
import type { TicketStepInput, TicketView } from '#shared/tickets/schemas.ts'
import { afterStep, type TicketState, type TicketStep, takesCounter } from '#shared/tickets/transitions.ts'
import { sqlState, type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { type Keyed, wasDone } from '../platform/keyed.ts'
import { invalid, notFound } from '../platform/problem.ts'
import { counterBusy, notNow, staleTicket, versionOfTicketNeeded } from './problems.ts'
import { readTicket } from './read-line.ts'
import { readSettings } from './read-settings.ts'
import { refuseUnknownCounter } from './refuse-unknown-counter.ts'
import type { StoredTicket } from './views.ts'

export interface StepOnTicket {
  id: string
  step: TicketStep
  input: TicketStepInput
  ifMatch: number | undefined
  keyed: Keyed | undefined
}

const stepNames: Record<TicketStep, string> = {
  call: 'gọi',
  recall: 'gọi lại',
  serve: 'bắt đầu phục vụ',
  hold: 'tạm giữ',
  resume: 'phục vụ tiếp',
  no_show: 'ghi vắng mặt',
  return: 'xếp lại vào hàng',
  transfer: 'chuyển quầy',
  finish: 'ghi là xong',
}

const stateNames: Record<TicketState, string> = {
  waiting: 'đang chờ',
  called: 'đang được gọi',
  serving: 'đang được phục vụ',
  held: 'đang tạm giữ',
  no_show: 'vắng mặt',
  done: 'đã xong',
}

const uniqueViolation = '23505'

/**
 * Takes one step of a ticket: locks it, asks the table of transitions, stores the step and its event together.
 *
 * Needs the version that was on screen; sent again under its key it changes nothing and answers with the ticket as
 * it is. Only tickets of today: a line does not go on overnight, and nothing of it is lost.
 */
export async function changeTicket(deps: Deps, actor: StaffActor, order: StepOnTicket): Promise<TicketView> {
  const at = deps.now()
  const change = () =>
    withTx(deps.pool, { units: actor.units }, async (tx) => {
      const [ticket] = await tx
        .select()
        .from(tickets)
        .where(and(eq(tickets.id, order.id), inArray(tickets.unitCode, [...actor.units])))
        .for('update')
      if (!ticket) throw notFound('Không có số này, hoặc nó không thuộc đơn vị của bạn.')
      if (await wasDone(tx, order.keyed, null, at)) return { unit: ticket.unitCode, id: ticket.id }
      await refuseWhatCannotBe(deps, tx, ticket, order, at)
      await takeStep(deps, tx, { actor, ticket, order, at })

      return { unit: ticket.unitCode, id: ticket.id }
    })

  try {
    const { unit, id } = await change()
    deps.wake.send(unit)

    return await withTx(deps.pool, { units: actor.units }, (tx) => readTicket(deps, tx, id))
  } catch (error) {
    if (sqlState(error) === uniqueViolation) throw notNow('Quầy này vừa gọi một số khác. Hãy xem lại rồi làm tiếp.')
    throw error
  }
}

async function refuseWhatCannotBe(
  deps: Deps,
  tx: Tx,
  ticket: StoredTicket,
  { step, ifMatch }: StepOnTicket,
  at: Date,
): Promise<void> {
  if (ifMatch === undefined) throw versionOfTicketNeeded()
  if (ifMatch !== ticket.version) throw staleTicket(await readTicket(deps, tx, ticket.id))
  if (ticket.day !== localDayOf(at)) throw notNow('Số này là của ngày khác nên không gọi được nữa.')
  if (!afterStep(step, ticket.state))
    throw notNow(
      `Số ${ticketLabel(ticket.letter, ticket.number)} ${stateNames[ticket.state]} nên không ${stepNames[step]} được.`,
    )
}

interface Step {
  actor: StaffActor
  ticket: StoredTicket
  order: StepOnTicket
  at: Date
}

async function takeStep(deps: Deps, tx: Tx, { actor, ticket, order, at: now }: Step): Promise<void> {
  const { step, input } = order
  const at = now > ticket.lastAt ? now : ticket.lastAt
  const settings = await readSettings(tx, ticket.unitCode, ticket.day)
  const counter = input.counter ?? ticket.counter
  if (takesCounter(step) || step === 'transfer') {
    if (counter === null || (step === 'transfer' && input.counter === undefined))
      throw invalid([{ pointer: '#/counter', detail: 'Hãy chọn quầy.' }])
    refuseUnknownCounter(counter, settings)
  }
  if (step === 'transfer' && input.counter === ticket.counter)
    throw invalid([{ pointer: '#/counter', detail: 'Số này đang ở quầy đó rồi. Hãy chọn quầy khác.' }])
  if (step === 'return' && isPastReturn(ticket, settings.returnMinutes, at))
    throw notNow(`Đã quá ${settings.returnMinutes} phút kể từ khi gọi không có mặt. Hãy lấy số mới.`)
  if (takesCounter(step) && counter !== null)
    await freeCounter(deps, tx, { actor, ticket, counter, over: input.over, at })

  const officer = { officerId: actor.accountId, officerName: actor.name }
  const patches: Record<TicketStep, Partial<StoredTicket>> = {
    call: { ...officer, counter, forCounter: null, calledAt: at, calls: ticket.calls + 1 },
    recall: { calledAt: at, calls: ticket.calls + 1 },
    serve: { ...officer, servedAt: ticket.servedAt ?? at },
    hold: {},
    resume: { ...officer, counter, servedAt: ticket.servedAt ?? at },
    no_show: { absentAt: at },
    // Whoever comes back to the line is next, but passes nobody whose own time had come before: the bound holds.
    return: { counter: null, callBy: later(ticket.callBy, at) },
    transfer: { counter: null, forCounter: input.counter ?? null, callBy: later(ticket.callBy, at) },
    finish: { endedAt: at },
  }
  const state = afterStep(step, ticket.state) ?? ticket.state
  await tx
    .update(tickets)
    .set({ ...patches[step], state, lastAt: at, version: ticket.version + 1 })
    .where(eq(tickets.id, ticket.id))
  await tx.insert(ticketEvents).values({
    ticketId: ticket.id,
    action: step,
    at,
    counter,
    accountId: actor.accountId,
    byName: actor.name,
  })
}

const later = (a: Date, b: Date) => (a > b ? a : b)

const isPastReturn = ({ absentAt }: StoredTicket, returnMinutes: number, at: Date) =>
  absentAt !== null && at.getTime() - absentAt.getTime() > returnMinutes * 60_000

/** A counter that has somebody is taken only by whoever names that ticket: a slip of the finger ends nobody's visit. */
async function freeCounter(
  deps: Deps,
  tx: Tx,
  { actor, ticket, counter, over, at }: Omit<Step, 'order'> & { counter: number; over: string | undefined },
): Promise<void> {
  const [running] = await tx
    .select()
    .from(tickets)
    .where(
      and(
        eq(tickets.unitCode, ticket.unitCode),
        eq(tickets.day, ticket.day),
        eq(tickets.counter, counter),
        inArray(tickets.state, ['called', 'serving']),
      ),
    )
    .for('update')
  if (!running) return
  if (running.id !== over)
    throw counterBusy(counter, ticketLabel(running.letter, running.number), await readTicket(deps, tx, running.id))
  const wasServed = running.state === 'serving'
  await tx
    .update(tickets)
    .set({
      ...(wasServed ? { state: 'done' as const, endedAt: at } : { state: 'no_show' as const, absentAt: at }),
      lastAt: at,
      version: running.version + 1,
    })
    .where(eq(tickets.id, running.id))
  await tx.insert(ticketEvents).values({
    ticketId: running.id,
    action: wasServed ? 'finish' : 'no_show',
    at,
    counter,
    accountId: actor.accountId,
    byName: actor.name,
  })
}
