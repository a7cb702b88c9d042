import { counterName } from '#shared/tickets/settings.ts'

interface CounterChoiceProps {
  counter: number | undefined
  counters: number
  onChoose: (counter: number | undefined) => void
}

/** At which counter this machine stands. */
export function CounterChoice({ counter, counters, onChoose }: CounterChoiceProps) {
  return (
    <label className="counter-choice">
      <span>Tôi ngồi ở</span>
      <select value={counter ?? ''} onChange={({ target }) => onChoose(Number(target.value) || undefined)}>
        <option value="">chưa chọn quầy</option>
        {Array.from({ length: counters }, (_, i) => (
          <option key={counterName(i + 1).vi} value={i + 1}>
            {counterName(i + 1).vi}
          </option>
        ))}
      </select>
    </label>
  )
}
