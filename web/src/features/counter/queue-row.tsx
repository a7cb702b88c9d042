import { type MouseEventHandler, memo } from 'react'
import { timeLeft } from '#web/src/lib/time-left.ts'
import { timedRow } from '#web/src/lib/timed.ts'
import { StateSign } from '#web/src/ui/state-badge.tsx'
import { TimeLeftBar } from '#web/src/ui/time-left-bar.tsx'
import type { ShownRow } from './settle.ts'

interface QueueRowProps {
  row: ShownRow
  address: string
  /** Of one identity as long as the list is shown. */
  onClick: MouseEventHandler<HTMLAnchorElement>
  isOpen: boolean
  now: Date
  procedureName: string
  myName: string
  /** Colleagues who have it on screen. */
  viewers: readonly string[]
  isPicked: boolean
}

/**
 * One dossier in two lines: who and what; which, who holds it, and how long is left.
 *
 * A plain link, and drawn again only when something on it changed: the router's own would make all rows draw again
 * whenever the address does, which is at every dossier that opens.
 */
export const QueueRow = memo(function QueueRow({
  row,
  address,
  onClick,
  isOpen,
  now,
  procedureName,
  myName,
  viewers,
  isPicked,
}: QueueRowProps) {
  return (
    <li>
      <a
        href={address}
        onClick={onClick}
        data-code={row.code}
        aria-current={isOpen ? 'true' : undefined}
        className={`queue-row${row.isGone ? ' gone' : ''}${isPicked ? ' picked' : ''}`}
      >
        <StateSign state={row.state} />
        <span className="who">
          {isPicked && <span className="unseen">Đã chọn. </span>}
          <strong>{row.applicantName}</strong> · {procedureName}
        </span>
        <span className="which">
          <span className="code" title={row.code}>
            {shortCode(row.code)}
          </span>
          {row.supplements > 1 && (
            <span className="tag" title="Số lần đã yêu cầu bổ sung">
              bổ sung {row.supplements} lần
            </span>
          )}
          {viewers.length > 0 && (
            <span className="viewers" title={`${viewers.join(', ')} đang mở`}>
              {viewers[0]} đang mở
            </span>
          )}
          {row.holder && (
            <span className="holder" title={`${row.holder.name} đang xử lý`}>
              {row.holder.name === myName ? 'tôi giữ' : `${row.holder.name} giữ`}
            </span>
          )}
        </span>
        {row.isGone ? (
          <span className="time-left">đã rời hàng này</span>
        ) : (
          <TimeLeftBar left={timeLeft(timedRow(row), now)} />
        )}
      </a>
    </li>
  )
})

/** Without the prefix that all codes of a desk share: `261124-100008`. */
const shortCode = (code: string) => code.slice(code.indexOf('-') + 1)
