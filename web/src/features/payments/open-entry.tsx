import { type FormEvent, useState } from 'react'
import type { BankEntryView, Settlement } from '#shared/payments/schemas.ts'
import { formatInstant, formatMoney } from '#shared/text/format.ts'
import { announce } from '#web/src/ui/announce.ts'
import { Choice, ChoiceGroup, TextField } from '#web/src/ui/field.tsx'
import { Failure } from '#web/src/ui/notice.tsx'
import { useSettle } from './api.ts'
import { outcomeHelp, outcomeWords } from './words.ts'

/** One transfer that fits nothing, and what to do about it. */
export function OpenEntry({ entry }: { entry: BankEntryView }) {
  const settle = useSettle()
  const [as, setAs] = useState<Settlement>(entry.outcome === 'unmatched' ? 'assigned' : 'returned')
  const [code, setCode] = useState(entry.code ?? '')
  const [note, setNote] = useState('')
  const isReady = note.trim().length >= 3 && (as !== 'assigned' || code.trim() !== '')
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    settle.mutate(
      {
        id: entry.id,
        body: { as, note: note.trim(), ...(as === 'assigned' && { code: code.trim().toUpperCase() }) },
      },
      { onSuccess: () => announce('Đã ghi lại') },
    )
  }

  return (
    <section aria-labelledby={`entry-${entry.id}`}>
      <h3 id={`entry-${entry.id}`}>
        {outcomeWords[entry.outcome]} · {formatMoney(entry.amount)}
        {entry.asked !== null && entry.asked !== entry.amount && ` (cần ${formatMoney(entry.asked)})`}
      </h3>
      <p>
        “{entry.memo}” <span className="hint">{`${entry.bankReference} · ${formatInstant(entry.at)}`}</span>
        {entry.code && (
          <>
            {' '}
            <a href={`/can-bo/ho-so/${entry.code}`}>{entry.code}</a>
          </>
        )}
      </p>
      {entry.outcome !== 'matched' && <p className="hint">{outcomeHelp[entry.outcome]}</p>}
      {settle.isError && <Failure error={settle.error} />}
      <form onSubmit={onSubmit} noValidate>
        <ChoiceGroup legend="Xử lý thế nào?">
          {choices.map(({ value, label }) => (
            <Choice
              key={value}
              name={`as-${entry.id}`}
              value={value}
              label={label}
              checked={as === value}
              onChange={() => setAs(value)}
            />
          ))}
        </ChoiceGroup>
        {as === 'assigned' && (
          <TextField label="Mã hồ sơ" value={code} maxLength={40} onChange={({ target }) => setCode(target.value)} />
        )}
        <TextField
          label="Ghi chú"
          hint="Ví dụ: người nộp đưa biên lai; đã chuyển trả ngày 25/11, số giao dịch…"
          value={note}
          maxLength={500}
          onChange={({ target }) => setNote(target.value)}
        />
        <button type="submit" className="primary" disabled={!isReady || settle.isPending}>
          Ghi lại
        </button>
      </form>
    </section>
  )
}

const choices: readonly { value: Settlement; label: string }[] = [
  { value: 'assigned', label: 'Gán cho hồ sơ, coi là đã nộp lệ phí' },
  { value: 'returned', label: 'Đã trả lại người chuyển' },
  { value: 'noted', label: 'Để lại, có lý do' },
]
