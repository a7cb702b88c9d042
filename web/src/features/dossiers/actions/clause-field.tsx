import { type ComponentProps, useId } from 'react'
import { TextField } from '#web/src/ui/field.tsx'
import { refusalClauses } from './refusal-clauses.ts'

/** The legal clause of a refusal, with the common ones offered; CT06 demands the exact one. */
export function ClauseField(props: Omit<ComponentProps<typeof TextField>, 'label' | 'list'>) {
  const list = useId()

  return (
    <>
      <TextField
        label="Căn cứ pháp luật"
        hint="Văn bản, điều, khoản cụ thể. Sẽ in trên phiếu từ chối CT06."
        list={list}
        autoComplete="off"
        {...props}
      />
      <datalist id={list}>
        {refusalClauses.map((clause) => (
          <option key={clause} value={clause} />
        ))}
      </datalist>
    </>
  )
}
