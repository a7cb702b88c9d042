import { useQuery } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import { fold } from '#shared/text/fold.ts'
import { noProcedures, procedureNamesOptions } from '#web/src/lib/procedures.ts'
import { Choice, ChoiceGroup, TextField } from '#web/src/ui/field.tsx'
import { Failure } from '#web/src/ui/notice.tsx'
import { procedurePapersOptions } from './api.ts'

interface ServicePanelProps {
  chosen: string
  onChoose: (code: string) => void
  seen: ReadonlySet<string>
  onSeen: (kind: string) => void
  search: RefObject<HTMLInputElement | null>
  error: string | undefined
}

/** What for: found by its number in the list or a few letters, Enter takes the first; and which papers are in hand. */
export function ServicePanel({ chosen, onChoose, seen, onSeen, search, error }: ServicePanelProps) {
  const { data: procedures = noProcedures, error: failure } = useQuery(procedureNamesOptions)
  const [typed, setTyped] = useState('')
  const words = fold(typed).split(' ').filter(Boolean)
  const all = [...procedures].map(([code, name], i) => ({ code, name, number: i + 1 }))
  const shown = all.filter(({ name, number }) =>
    /^\d+$/.test(typed.trim()) ? number === Number(typed) : words.every((word) => fold(name).includes(word)),
  )
  const [first] = shown

  return (
    <section className="intake-service" aria-labelledby="intake-service-title">
      <h2 id="intake-service-title">Việc cần làm</h2>
      {failure && <Failure error={failure} />}
      <TextField
        ref={search}
        label="Tìm thủ tục"
        hint="Gõ số thứ tự hoặc vài chữ không dấu, Enter để chọn."
        error={error}
        autoComplete="off"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing || event.keyCode === 229) return
          event.preventDefault()
          if (first && typed.trim() !== '') onChoose(first.code)
        }}
      />
      <ChoiceGroup legend="Thủ tục">
        {shown.map(({ code, name, number }) => (
          <Choice
            key={code}
            name="intake-service"
            label={
              <>
                <kbd>{number}</kbd> {name}
              </>
            }
            checked={chosen === code}
            onChange={() => onChoose(code)}
          />
        ))}
        {shown.length === 0 && <p role="status">Không có thủ tục nào như vậy.</p>}
      </ChoiceGroup>
      {chosen !== '' && <PaperTicks procedure={chosen} seen={seen} onSeen={onSeen} />}
    </section>
  )
}

interface PaperTicksProps {
  procedure: string
  seen: ReadonlySet<string>
  onSeen: (kind: string) => void
}

/** Which papers the officer has in hand: these go along as seen, the others are photographed in the form. */
function PaperTicks({ procedure, seen, onSeen }: PaperTicksProps) {
  const { data: papers, error, refetch } = useQuery(procedurePapersOptions(procedure))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!papers) return <p role="status">Đang tải danh mục giấy tờ…</p>
  if (papers.length === 0) return <p>Thủ tục này không phải kèm giấy tờ.</p>

  return (
    <fieldset className="field choices">
      <legend>Giấy tờ: đánh dấu bản giấy đã xem; còn lại chụp ở tờ khai</legend>
      {papers.map(({ kind, name, optional, when }) => (
        <label key={kind} className="choice">
          <input type="checkbox" checked={seen.has(kind)} onChange={() => onSeen(kind)} />
          <span>
            {name.vi}
            {(optional || when !== undefined) && <span className="hint"> (tùy trường hợp)</span>}
            <span className="hint"> · {seen.has(kind) ? 'bản giấy đã xem' : 'sẽ chụp'}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
