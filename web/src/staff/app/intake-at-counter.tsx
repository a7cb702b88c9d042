import { useQuery } from '@tanstack/react-query'
import { IntakePage } from '#web/src/features/intake/intake-page.tsx'
import { lineOptions } from '#web/src/features/tickets/api.ts'
import { useCounter } from '#web/src/features/tickets/use-counter.ts'

/** Intake for the number that this counter serves now, when there is one. */
export function IntakeAtCounter() {
  const [counter] = useCounter()
  const { data: line } = useQuery({ ...lineOptions, enabled: counter !== undefined })
  const served = line?.atCounters.find((ticket) => ticket.counter === counter && ticket.state === 'serving')

  return <IntakePage served={served} />
}
