import type { ReactNode } from 'react'
import { relationships } from '#shared/catalogue/relationships.ts'
import type { Field, Option } from '#shared/catalogue/types.ts'
import { fieldTexts as texts } from '#shared/i18n/fields.ts'
import type { Say } from '#shared/i18n/say.ts'
import { type Binding, controlId, type ErrorsByPath } from './binding.ts'
import { DateBoxes } from './date-boxes.tsx'
import { describedBy, FieldFrame, GroupFrame } from './field-frame.tsx'
import { SelectField } from './select-field.tsx'

/** Kinds whose control is the same with and without JavaScript. */
export type SimpleField = Exclude<Field, { kind: 'address' | 'unit' | 'people' }>

export const isSimple = (field: Field): field is SimpleField =>
  field.kind !== 'address' && field.kind !== 'unit' && field.kind !== 'people'

export interface FieldProps<F extends Field = Field> {
  say: Say
  field: F
  /** Where the answer stands: the field's name, within a list after its place in it. */
  path: string
  binding: Binding
  errors: ErrorsByPath
  isLabelHidden?: boolean
}

/** One question with the control that its kind calls for. */
export function SimpleFieldControl(props: FieldProps<SimpleField> & { children?: ReactNode }) {
  const { field } = props
  switch (field.kind) {
    case 'choice':
      return <ChoiceField {...props} options={field.options} />
    case 'yesNo':
      return (
        <ChoiceField
          {...props}
          options={[
            { value: 'yes', label: texts.yes },
            { value: 'no', label: texts.no },
          ]}
          isRow
        />
      )
    case 'date':
      return <DateField {...props} />
    case 'period':
      return <PeriodField {...props} />
    case 'relationship':
      return <RelationshipField {...props} />
    default:
      return <TextField {...props} />
  }
}

/** What a phone's keyboard and the browser's memory should offer for each kind of text. */
const inputTraits: Partial<Record<Field['kind'], Record<string, string>>> = {
  name: { autoComplete: 'name', autoCapitalize: 'words' },
  identity: { inputMode: 'numeric', autoComplete: 'off' },
  identityOrPassport: { autoComplete: 'off', autoCapitalize: 'characters' },
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'tel' },
  email: { inputMode: 'email', autoComplete: 'email', autoCapitalize: 'none' },
}
const digitKinds: readonly Field['kind'][] = ['identity', 'identityOrPassport', 'phone']

function TextField({
  say,
  field,
  path,
  binding,
  errors,
  isLabelHidden = false,
  children,
}: FieldProps<SimpleField> & { children?: ReactNode }) {
  const error = errors.get(path)
  const control = {
    id: controlId(path),
    'aria-describedby': describedBy(path, field.hint !== undefined, error),
    'aria-invalid': error ? true : undefined,
    'aria-required': field.optional ? undefined : true,
    spellCheck: false,
    ...binding.text(path),
  }
  const isDigits = digitKinds.includes(field.kind)

  return (
    <FieldFrame say={say} field={field} path={path} error={error} isLabelHidden={isLabelHidden}>
      {field.kind === 'text' && field.long ? (
        <textarea className="input" rows={4} {...control} />
      ) : (
        <input className={`input ${isDigits ? 'digits' : ''}`} type="text" {...inputTraits[field.kind]} {...control} />
      )}
      {children}
    </FieldFrame>
  )
}

function ChoiceField({
  say,
  field,
  path,
  binding,
  errors,
  isLabelHidden = false,
  options,
  isRow = false,
}: FieldProps & { options: readonly Option[]; isRow?: boolean }) {
  return (
    <GroupFrame say={say} field={field} path={path} error={errors.get(path)} isLabelHidden={isLabelHidden}>
      <div className={isRow ? 'choices-row' : 'choices'}>
        {options.map((option, index) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              id={index === 0 ? controlId(path) : undefined}
              value={option.value}
              {...binding.option(path, option.value)}
            />
            <span className="choice-text">
              {say(option.label)}
              {option.hint && <span className="choice-hint">{say(option.hint)}</span>}
            </span>
          </label>
        ))}
      </div>
    </GroupFrame>
  )
}

function DateField({ say, field, path, binding, errors, isLabelHidden = false }: FieldProps) {
  const error = errors.get(path)

  return (
    <GroupFrame say={say} field={field} path={path} error={error} isLabelHidden={isLabelHidden}>
      <DateBoxes say={say} path={path} binding={binding} isInvalid={error !== undefined} />
    </GroupFrame>
  )
}

function PeriodField({ say, field, path, binding, errors, isLabelHidden = false }: FieldProps) {
  const ends = [
    { end: `${path}.from`, label: texts.from },
    { end: `${path}.to`, label: texts.to },
  ]

  return (
    <GroupFrame say={say} field={field} path={path} error={errors.get(path)} isLabelHidden={isLabelHidden}>
      <div className="period" id={controlId(path)} tabIndex={-1}>
        {ends.map(({ end, label }) => (
          <GroupFrame
            key={end}
            say={say}
            field={{ ...field, label, hint: undefined, optional: undefined } as Field}
            path={end}
            error={errors.get(end)}
          >
            <DateBoxes say={say} path={end} binding={binding} isInvalid={errors.has(end) || errors.has(path)} />
          </GroupFrame>
        ))}
      </div>
    </GroupFrame>
  )
}

function RelationshipField({ say, ...props }: FieldProps) {
  return (
    <SelectField
      say={say}
      {...props}
      options={relationships.map(({ value, label }) => ({ value, label: say(label) }))}
    />
  )
}
