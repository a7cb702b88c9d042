import type { Field } from '#shared/catalogue/types.ts'
import { fieldTexts as texts } from '#shared/i18n/fields.ts'
import type { Say } from '#shared/i18n/say.ts'
import { type Binding, controlId, type ErrorsByPath } from './binding.ts'
import { describedBy, FieldFrame } from './field-frame.tsx'

interface SelectFieldProps {
  say: Say
  field: Field
  path: string
  /** Under which name the answer is sent, where it is a part of what stands at `path`. */
  name?: string
  binding: Binding
  errors: ErrorsByPath
  isLabelHidden?: boolean
  options: readonly { value: string; label: string }[]
}

/** A question that is answered from a list, the browser's own; nothing is chosen until somebody does. */
export function SelectField({
  say,
  field,
  path,
  name = path,
  binding,
  errors,
  isLabelHidden = false,
  options,
}: SelectFieldProps) {
  const error = errors.get(path)

  return (
    <FieldFrame say={say} field={field} path={path} error={error} isLabelHidden={isLabelHidden}>
      <select
        className="input"
        id={controlId(path)}
        aria-describedby={describedBy(path, field.hint !== undefined, error)}
        aria-invalid={error ? true : undefined}
        {...binding.text(name)}
      >
        <option value="">{say(texts.choose)}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
