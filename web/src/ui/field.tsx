import { type ComponentProps, type ReactNode, useId } from 'react'

interface FieldFrame {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  /** Only optional fields say so. */
  isOptional?: boolean
}

/** Label, hint and error of one input, tied together for screen readers. */
function Frame({ id, label, hint, error, isOptional, children }: FieldFrame & { id: string; children: ReactNode }) {
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={id}>
        {label}
        {isOptional && <span className="optional"> (không bắt buộc)</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p id={`${id}-error`} className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

const describedBy = (id: string, hint: ReactNode, error: string | undefined) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined

export function TextField({ label, hint, error, isOptional, ...input }: FieldFrame & ComponentProps<'input'>) {
  const id = useId()

  return (
    <Frame {...{ id, label, hint, error, isOptional }}>
      <input
        id={id}
        type="text"
        {...input}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Frame>
  )
}

export function TextArea({ label, hint, error, isOptional, ...input }: FieldFrame & ComponentProps<'textarea'>) {
  const id = useId()

  return (
    <Frame {...{ id, label, hint, error, isOptional }}>
      <textarea
        id={id}
        rows={3}
        {...input}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Frame>
  )
}

export function SelectField({
  label,
  hint,
  error,
  isOptional,
  children,
  ...input
}: FieldFrame & ComponentProps<'select'>) {
  const id = useId()

  return (
    <Frame {...{ id, label, hint, error, isOptional }}>
      <select
        id={id}
        {...input}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      >
        {children}
      </select>
    </Frame>
  )
}

/** A few choices that are all on screen, under one question. */
export function ChoiceGroup({
  legend,
  error,
  children,
}: {
  legend: string
  error?: string | undefined
  children: ReactNode
}) {
  const id = useId()

  return (
    <fieldset className={error ? 'field choices wrong' : 'field choices'} aria-describedby={error ? id : undefined}>
      <legend>{legend}</legend>
      {children}
      {error && (
        <p id={id} className="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

export function Choice({ label, hint, ...input }: { label: ReactNode; hint?: ReactNode } & ComponentProps<'input'>) {
  return (
    <label className="choice">
      <input type="radio" {...input} />
      <span>
        {label}
        {hint && <span className="hint">{hint}</span>}
      </span>
    </label>
  )
}
