import { useRef } from 'react'
import { peopleFromTable } from '#shared/catalogue/people-from-table.ts'
import type { Field } from '#shared/catalogue/types.ts'
import { formTexts as texts } from '#shared/i18n/form.ts'
import type { Typed } from '#web/pages/fields/read-answers.ts'
import type { DraftStore } from '../draft.ts'
import { say } from '../reader.ts'

interface PasteTableProps {
  field: Field & { kind: 'people' }
  people: readonly Typed[]
  draft: DraftStore
}

/** Many people at once, copied from a spreadsheet; each is then a card like any other, with what is wrong on it. */
export function PasteTable({ field, people, draft }: PasteTableProps) {
  const box = useRef<HTMLTextAreaElement>(null)
  const add = () => {
    if (!box.current) return
    const added = peopleFromTable(box.current.value, field.fields)
    draft.change({ values: { ...draft.get().values, [field.name]: [...people, ...added].slice(0, field.max) } })
    box.current.value = ''
  }

  return (
    <details className="paste-table">
      <summary>{say(texts.pasteTable)}</summary>
      <div className="stack-tight">
        <label className="hint" htmlFor={`${field.name}-dan`}>
          {say(texts.pasteColumns(field.fields.map(({ label }) => say(label)).join(' | ')))}
        </label>
        <textarea id={`${field.name}-dan`} ref={box} className="input" rows={4} spellCheck={false} />
        <button type="button" className="button quiet-button" onClick={add}>
          {say(texts.pasteAdd)}
        </button>
      </div>
    </details>
  )
}
