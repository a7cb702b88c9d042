import { useState } from 'react'
import type { DossierView } from '#shared/dossiers/dossier-view.ts'
import { formatInstant } from '#shared/text/format.ts'
import { contentKeys } from '#web/src/lib/content-keys.ts'
import { useDeskNow } from '#web/src/lib/desk-time.ts'
import { dueSentence, timeLeft } from '#web/src/lib/time-left.ts'
import { timedDossier } from '#web/src/lib/timed.ts'
import { TimeLeftBar } from '#web/src/ui/time-left-bar.tsx'
import { ClockDetail } from './clock-detail.tsx'

/** The date in words, and behind it every step that led to it: no date at the desk is without its reason. */
export function ClockPanel({ dossier, isOpen = false }: { dossier: DossierView; isOpen?: boolean }) {
  const now = useDeskNow()
  const [showsWhy, setShowsWhy] = useState(isOpen)
  const timed = timedDossier(dossier)
  const { clock, endedAt } = dossier
  const keys = contentKeys(clock.steps)
  const left = timed && !endedAt ? timeLeft(timed, now) : undefined

  return (
    <section className="clock-panel" aria-label="Thời hạn">
      <p className="clock-words">
        {left && <TimeLeftBar left={left} hasWords={left.urgency !== 'calm'} />}
        <span>{endedAt ? `Kết thúc ${formatInstant(endedAt)}` : timed && dueSentence(timed, clock.notBefore)}</span>
        {endedAt && clock.dueAt && <span>Hẹn trả {formatInstant(clock.dueAt)}</span>}
        {clock.provisional && <span className="tag">Tạm tính: lịch nghỉ chưa công bố đủ, ngày có thể đổi</span>}
      </p>
      <details open={isOpen} onToggle={({ currentTarget }) => setShowsWhy(currentTarget.open)}>
        <summary>Vì sao ngày này?</summary>
        <ol className="clock-steps">
          {clock.steps.map(({ kind, text, source }, index) => (
            <li key={keys[index]} data-kind={kind}>
              {text.vi}
              {source && !text.vi.includes(source) && <span className="source"> ({source})</span>}
            </li>
          ))}
        </ol>
        {showsWhy && <ClockDetail code={dossier.code} version={dossier.version} />}
      </details>
    </section>
  )
}
