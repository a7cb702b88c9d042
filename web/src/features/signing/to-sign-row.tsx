import { Link } from 'react-router'
import type { ToSignItem } from '#shared/signing/schemas.ts'
import { formatInstant } from '#shared/text/format.ts'
import { Icon } from '#web/src/ui/icons.tsx'
import type { Outcome } from './api.ts'

interface ToSignRowProps {
  item: ToSignItem
  procedure: string
  outcome: Outcome | undefined
  isOpen: boolean
  isChosen: boolean
  isLocked: boolean
  onOpen: () => void
  onChoose: (isChosen: boolean) => void
}

/** One dossier of the list: whose, what for, and whether its result was read. A refusal is decided in the dossier itself. */
export function ToSignRow({ item, procedure, outcome, isOpen, isChosen, isLocked, onOpen, onChoose }: ToSignRowProps) {
  const { code, applicantName, isSeen, note, proposedBy, dueAt } = item

  return (
    <li aria-current={isOpen ? 'true' : undefined}>
      <label className="choice">
        <input
          type="checkbox"
          checked={isChosen && isSeen}
          disabled={!isSeen || item.outcome === 'refuse' || isLocked}
          onChange={({ target }) => onChoose(target.checked)}
        />
        <span>
          <strong>{applicantName}</strong> · {procedure}
          <span className="hint">
            <span className="code">{code}</span> · {proposedBy} trình{dueAt && `, hạn ${formatInstant(dueAt)}`}
            {note && ` · ${note}`}
          </span>
        </span>
      </label>
      <span className="row-actions">
        {item.outcome === 'refuse' ? (
          <Link to={`/can-bo/ban-xu-ly/cho-ky/${code}`}>Đề xuất từ chối: mở hồ sơ để quyết định</Link>
        ) : (
          <button type="button" className="quiet" onClick={onOpen}>
            {isSeen ? 'Xem lại' : 'Xem kết quả'} <span className="unseen">của {applicantName}</span>
          </button>
        )}
        {item.outcome === 'grant' && (
          <span className="hint">
            {isSeen ? (
              <>
                <Icon name="check" /> đã xem
              </>
            ) : (
              'chưa xem'
            )}
          </span>
        )}
        {outcome?.state === 'waiting' && <span className="hint">chờ ký</span>}
        {outcome?.state === 'signing' && <span className="hint">đang ký…</span>}
      </span>
    </li>
  )
}
