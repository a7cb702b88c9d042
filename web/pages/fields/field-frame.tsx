import type { ReactNode } from 'react'
import type { Field } from '#shared/catalogue/types.ts'
import { fieldTexts as texts } from '#shared/i18n/fields.ts'
import type { Say } from '#shared/i18n/say.ts'
import { Icon } from '../icons.tsx'
import { controlId } from './binding.ts'

interface FrameProps {
  say: Say
  field: Field
  path: string
  error: string | undefined
  /** The only question of its page: the page's heading says it already. */
  isLabelHidden?: boolean
  children: ReactNode
}

/** Label, hint and error around one control. */
export function FieldFrame({ say, field, path, error, isLabelHidden = false, children }: FrameProps) {
  const id = controlId(path)

  return (
    <div className={`field ${error ? 'field-invalid' : ''}`}>
      <label className={isLabelHidden ? 'visually-hidden' : 'label'} htmlFor={id}>
        <LabelText say={say} field={field} />
      </label>
      <HintAndError say={say} field={field} path={path} error={error} />
      {children}
    </div>
  )
}

/** The same around several controls that make one answer. */
export function GroupFrame({ say, field, path, error, isLabelHidden = false, children }: FrameProps) {
  return (
    <fieldset
      className={`field ${error ? 'field-invalid' : ''}`}
      aria-describedby={describedBy(path, field.hint !== undefined, error)}
    >
      <legend className={isLabelHidden ? 'visually-hidden' : undefined}>
        <LabelText say={say} field={field} />
      </legend>
      <HintAndError say={say} field={field} path={path} error={error} />
      {children}
    </fieldset>
  )
}

function LabelText({ say, field }: { say: Say; field: Field }) {
  return (
    <>
      {say(field.label)}
      {field.optional && <span className="optional"> ({say(texts.optional)})</span>}
    </>
  )
}

function HintAndError({
  say,
  field,
  path,
  error,
}: {
  say: Say
  field: Field
  path: string
  error: string | undefined
}) {
  const id = controlId(path)

  return (
    <>
      {field.hint && (
        <p className="hint" id={`${id}-hint`}>
          {say(field.hint)}
        </p>
      )}
      {error && (
        <p className="error-message" id={`${id}-error`}>
          <Icon name="yours" />
          <span>
            <span className="visually-hidden">{say(texts.errorPrefix)} </span>
            {error}
          </span>
        </p>
      )}
    </>
  )
}

/** The ids of what explains a control, for `aria-describedby`. */
export function describedBy(path: string, hasHint: boolean, error: string | undefined): string | undefined {
  const id = controlId(path)

  return [hasHint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
}
