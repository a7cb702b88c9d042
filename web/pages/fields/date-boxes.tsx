import { fieldTexts as texts } from '#shared/i18n/fields.ts'
import type { Say } from '#shared/i18n/say.ts'
import { type Binding, controlId } from './binding.ts'

/** Day, month and year in three boxes of digits: no picker has to be wound back to 1958. */
export function DateBoxes({
  say,
  path,
  binding,
  isInvalid,
}: {
  say: Say
  path: string
  binding: Binding
  isInvalid: boolean
}) {
  const boxes = [
    { part: 'day', label: texts.day, length: 2 },
    { part: 'month', label: texts.month, length: 2 },
    { part: 'year', label: texts.year, length: 4 },
  ] as const

  return (
    <div className="date-boxes">
      {boxes.map(({ part, label, length }, index) => (
        <div key={part} className={`date-box ${part}`}>
          <label className="label" htmlFor={controlId(index === 0 ? path : `${path}.${part}`)}>
            {say(label)}
          </label>
          <input
            className="input digits"
            id={controlId(index === 0 ? path : `${path}.${part}`)}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            maxLength={length}
            aria-invalid={isInvalid || undefined}
            {...binding.text(`${path}.${part}`)}
          />
        </div>
      ))}
    </div>
  )
}
