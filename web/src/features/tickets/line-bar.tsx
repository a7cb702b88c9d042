import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { counterName } from '#shared/tickets/settings.ts'
import { KeyHint } from '#web/src/ui/key-hint.tsx'
import { lineOptions } from './api.ts'
import type { LineWork } from './use-line-work.ts'

/** The line on every page of whoever sits at a counter: who is here, how many wait, and the next one by one key. */
export function LineBar({ counter, work }: { counter: number; work: LineWork }) {
  const { data: line } = useQuery(lineOptions)
  if (!line) return null
  const current = line.atCounters.find((ticket) => ticket.counter === counter)

  return (
    <section className="line-bar" aria-label="Hàng chờ tại quầy">
      <Link to="/can-bo/goi-so">{counterName(counter).vi}</Link>
      {current ? (
        <span>
          <strong>{current.label}</strong> {current.state === 'serving' ? 'đang phục vụ' : 'đang gọi'}
        </span>
      ) : (
        <span>trống</span>
      )}
      <span>
        {line.waiting.length} người chờ
        {line.waiting.length > 0 && `, lâu nhất ${line.longestWaitMinutes} phút`}
        {line.late > 0 && <strong className="waited-late">, {line.late} quá mức</strong>}
      </span>
      <button type="button" disabled={work.isBusy} onClick={work.next} aria-keyshortcuts="M">
        Gọi tiếp <KeyHint name="callNext" />
      </button>
    </section>
  )
}
