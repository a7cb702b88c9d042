import type { Say } from '#shared/i18n/say.ts'
import { classRules, priorityGrounds } from '#shared/tickets/classes.ts'
import { kioskTexts as texts } from '#shared/tickets/texts.ts'

interface ClassScreenProps {
  say: Say
  onBack: () => void
  onChoose: (ticketClass: 'priority' | 'walk_in') => void
}

/** Who is served first, and that everybody else is served in turn. Nobody is asked for a proof here. */
export function ClassScreen({ say, onBack, onChoose }: ClassScreenProps) {
  return (
    <>
      <h1>{say(texts.chooseClass)}</h1>
      <div className="kiosk-classes">
        <button type="button" className="kiosk-class" onClick={() => onChoose('walk_in')}>
          <strong>{say(texts.normal)}</strong>
          <span>{say(texts.normalHelp)}</span>
          <span>{say(texts.target(classRules.walk_in.targetMinutes))}</span>
        </button>
        <button type="button" className="kiosk-class" onClick={() => onChoose('priority')}>
          <strong>{say(texts.priority)}</strong>
          {priorityGrounds.map(({ who }) => (
            <span key={who.vi}>{say(who)}</span>
          ))}
          <span>{say(texts.target(classRules.priority.targetMinutes))}</span>
        </button>
      </div>
      <div className="kiosk-foot">
        <button type="button" className="kiosk-other" onClick={onBack}>
          {say(texts.back)}
        </button>
      </div>
    </>
  )
}
