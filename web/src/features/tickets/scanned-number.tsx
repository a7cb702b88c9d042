import { useSearchParams } from 'react-router'
import type { LineView } from '#shared/tickets/schemas.ts'
import { counterName } from '#shared/tickets/settings.ts'
import { Notice } from '#web/src/ui/notice.tsx'
import type { LineWork } from './use-line-work.ts'

interface ScannedNumberProps {
  line: LineView
  counter: number | undefined
  work: LineWork
}

/** Where the number stands that the address names (`?so=A012`): its slip was held under the scanner. */
export function ScannedNumber({ line, counter, work }: ScannedNumberProps) {
  const [params] = useSearchParams()
  const label = params.get('so')
  if (!label) return null
  const is = (ticket: { label: string }) => ticket.label === label
  const ahead = line.waiting.findIndex(is)
  const waiting = line.waiting[ahead]
  const held = line.held.find(is)
  const absent = line.absent.find(is)
  const called = line.atCounters.find(is)
  const order = waiting
    ? { ticket: waiting, path: 'call' as const, words: 'Gọi số này', where: `đang chờ, trước đó còn ${ahead} số` }
    : held
      ? { ticket: held, path: 'resumption' as const, words: 'Phục vụ tiếp', where: 'đang tạm giữ' }
      : absent && { ticket: absent, path: 'return' as const, words: 'Đã đến, xếp lại', where: 'đã gọi mà vắng mặt' }
  const where =
    order?.where ?? (called?.counter ? `đang ở ${counterName(called.counter).vi}` : 'không còn trong hàng hôm nay')

  return (
    <Notice title={`Số vừa quét ${label}: ${where}.`}>
      {order && (
        <button
          type="button"
          disabled={work.isBusy || (counter === undefined && order.path !== 'return')}
          onClick={() => work.take({ ticket: order.ticket, path: order.path, ...(counter && { counter }) })}
        >
          {order.words}
        </button>
      )}
    </Notice>
  )
}
