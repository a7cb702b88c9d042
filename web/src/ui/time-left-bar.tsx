import type { TimeLeft, Urgency } from '../lib/time-left.ts'
import { Icon, type IconName } from './icons.tsx'

const icons: Record<Urgency, IconName | undefined> = {
  calm: undefined,
  soon: 'clock',
  late: 'warning',
  waiting: 'pause',
  ended: undefined,
}

/** A bar that fills as the time is used, and the words beside it that say the same; without them where a sentence follows. */
export function TimeLeftBar({ left, hasWords = true }: { left: TimeLeft; hasWords?: boolean }) {
  const icon = icons[left.urgency]

  return (
    <span className={`time-left ${left.urgency}`}>
      {left.urgency !== 'ended' && (
        <span className="bar" aria-hidden="true">
          <span style={{ inlineSize: `${Math.round(left.used * 100)}%` }} />
        </span>
      )}
      {hasWords && (
        <span className="words">
          {icon && <Icon name={icon} size={11} />}
          {left.words}
        </span>
      )}
    </span>
  )
}
