import type { ClockView, DossierView } from '#shared/dossiers/schemas.ts'
import { formatInstant, formatWorkingTime } from '#shared/text/format.ts'
import { useDeskNow } from '#web/src/lib/desk-time.ts'
import { dueSentence, timeLeft } from '#web/src/lib/time-left.ts'
import { timedDossier } from '#web/src/lib/timed.ts'
import { TimeLeftBar } from '#web/src/ui/time-left-bar.tsx'

/** The date in words, and behind it every step that led to it: no date at the desk is without its reason. */
export function ClockPanel({ dossier, isOpen = false }: { dossier: DossierView; isOpen?: boolean }) {
  const now = useDeskNow()
  const timed = timedDossier(dossier)
  const { clock, endedAt } = dossier
  const left = timed && !endedAt ? timeLeft(timed, now) : undefined

  return (
    <section className="clock-panel" aria-label="Thời hạn">
      <p className="clock-words">
        {left && <TimeLeftBar left={left} hasWords={left.urgency !== 'calm'} />}
        <span>{endedAt ? `Kết thúc ${formatInstant(endedAt)}` : timed && dueSentence(timed, clock.notBefore)}</span>
        {endedAt && clock.dueAt && <span>Hẹn trả {formatInstant(clock.dueAt)}</span>}
        {clock.provisional && <span className="tag">Lịch nghỉ năm sau chưa công bố, ngày có thể đổi</span>}
      </p>
      <details open={isOpen}>
        <summary>Vì sao ngày này?</summary>
        <ol className="clock-steps">
          {clock.steps.map(({ kind, text, source }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their order
            <li key={index} data-kind={kind}>
              {text.vi}
              {source && !text.vi.includes(source) && <span className="source"> ({source})</span>}
            </li>
          ))}
        </ol>
        <Turns turns={clock.turns} />
      </details>
    </section>
  )
}

const turnWords: readonly [keyof ClockView['turns'], string][] = [
  ['office', 'Công an xã'],
  ['resident', 'Công dân'],
  ['agency', 'Cơ quan khác'],
  ['system', 'Hệ thống ngừng'],
]

/** Whose turn it was, in working time: the parts add up to the whole. */
export function Turns({ turns }: { turns: ClockView['turns'] }) {
  const whole = turnWords.reduce((sum, [who]) => sum + turns[who], 0)
  const parts = turnWords.filter(([who]) => turns[who] > 0)
  if (whole === 0) return null

  return (
    <div className="turns">
      <p>Từ lúc nộp, thời gian làm việc thuộc về:</p>
      <div className="turns-bar" aria-hidden="true">
        {parts.map(([who]) => (
          <span key={who} className={who} style={{ inlineSize: `${(turns[who] / whole) * 100}%` }} />
        ))}
      </div>
      <ul>
        {parts.map(([who, words]) => (
          <li key={who} className={who}>
            {words}: <strong>{formatWorkingTime(turns[who])}</strong>
          </li>
        ))}
        <li>
          Cộng: <strong>{formatWorkingTime(whole)}</strong>
        </li>
      </ul>
    </div>
  )
}
