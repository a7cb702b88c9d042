import { formatTime } from '#shared/text/format.ts'
import { classRules } from '#shared/tickets/classes.ts'
import type { TicketView } from '#shared/tickets/schemas.ts'
import { Icon } from '#web/src/ui/icons.tsx'
import type { StepPath } from './api.ts'
import type { LineWork } from './use-line-work.ts'

interface WaitingListProps {
  title: string
  empty: string
  tickets: readonly TicketView[]
  counter: number | undefined
  now: Date
  work: LineWork
  step: { path: StepPath; words: string }
}

/** Numbers in the order in which they will be called, with how long each has waited against its class's target. */
export function WaitingList({ title, empty, tickets, counter, now, work, step }: WaitingListProps) {
  const id = `so-${step.path}`

  return (
    <section className="waiting-list" aria-labelledby={id}>
      <h2 id={id}>
        {title} ({tickets.length})
      </h2>
      {tickets.length === 0 ? (
        <p className="hint">{empty}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Số</th>
              <th scope="col">Diện</th>
              <th scope="col">Việc</th>
              <th scope="col">Đến</th>
              <th scope="col">Đã chờ</th>
              <th scope="col">
                <span className="unseen">Thao tác</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {tickets.map((ticket) => (
              <tr key={ticket.id}>
                <th scope="row">{ticket.label}</th>
                <td>
                  {classRules[ticket.class].name.vi}
                  {ticket.forCounter && `, chờ Quầy ${ticket.forCounter}`}
                </td>
                <td>{ticket.services.map(({ name }) => name.vi).join('; ')}</td>
                <td>{formatTime(ticket.arrivedAt)}</td>
                <td>
                  <Waited ticket={ticket} now={now} />
                </td>
                <td>
                  <button
                    type="button"
                    disabled={counter === undefined && step.path !== 'return'}
                    onClick={() => work.take({ ticket, path: step.path, ...(counter && { counter }) })}
                  >
                    {step.words} <span className="unseen">{ticket.label}</span>
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Waited({ ticket, now }: { ticket: TicketView; now: Date }) {
  const waited = Math.max(0, Math.floor((now.getTime() - ticket.arrivedAt.getTime()) / 60_000))
  const isLate = ticket.state === 'waiting' && now > ticket.callBy

  return isLate ? (
    <strong className="waited-late">
      <Icon name="warning" /> {waited} phút, quá mức {classRules[ticket.class].targetMinutes} phút
    </strong>
  ) : (
    <>{waited} phút</>
  )
}
