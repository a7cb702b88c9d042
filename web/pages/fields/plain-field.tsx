import { asAnswers, asPeople, asText } from '#shared/catalogue/answers.ts'
import type { Field } from '#shared/catalogue/types.ts'
import { fieldTexts as texts } from '#shared/i18n/fields.ts'
import type { Say } from '#shared/i18n/say.ts'
import type { UnitName } from '#shared/units/schemas.ts'
import { type Binding, controlId, type ErrorsByPath } from './binding.ts'
import { FieldFrame, GroupFrame } from './field-frame.tsx'
import type { Typed } from './read-answers.ts'
import { SelectField } from './select-field.tsx'
import { isSimple, SimpleFieldControl } from './simple-field.tsx'

interface PlainFieldProps {
  say: Say
  field: Field
  typed: Typed
  errors: ErrorsByPath
  /** The communes of today: a list that every browser can show. */
  units: readonly UnitName[]
  path?: string
  /** What stands around the question names it already. */
  isLabelHidden?: boolean
  /** The list for which more room was asked. */
  roomFor?: string
}

/** A question on a page without JavaScript. Places come from a plain list, people as one block each. */
export function PlainField({
  say,
  field,
  typed,
  errors,
  units,
  path = field.name,
  isLabelHidden = false,
  roomFor,
}: PlainFieldProps) {
  const binding = plainBinding(typed)
  const asked = { say, path, errors, isLabelHidden }
  if (isSimple(field)) return <SimpleFieldControl {...asked} field={field} binding={binding} />
  if (field.kind === 'people') {
    return <PeopleBlocks {...asked} field={field} typed={typed} units={units} hasMoreRoom={roomFor === field.name} />
  }

  return field.kind === 'unit' ? (
    <UnitList {...asked} field={field} name={path} binding={binding} units={units} />
  ) : (
    <PlainAddress {...asked} field={field} binding={binding} units={units} />
  )
}

/** First values by dotted path; names that `readTyped` puts together again. */
export function plainBinding(typed: Typed): Binding {
  const valueAt = (path: string) =>
    asText(
      path
        .split('.')
        .reduce<unknown>(
          (value, part) => (Array.isArray(value) ? value[Number(part)] : asAnswers(value)?.[part]),
          typed,
        ),
    )

  return {
    text: (path) => ({ name: path, defaultValue: valueAt(path) }),
    option: (path, value) => ({ name: path, defaultChecked: valueAt(path) === value }),
  }
}

interface ListProps {
  isLabelHidden?: boolean
  say: Say
  field: Field
  path: string
  binding: Binding
  errors: ErrorsByPath
  units: readonly UnitName[]
}

function UnitList({ units, ...props }: ListProps & { name: string }) {
  return (
    <SelectField
      {...props}
      options={units.map(({ code, type, name: unit }) => ({ value: code, label: `${type} ${unit}` }))}
    />
  )
}

/** `unit.code` is of today's edition here; a place elsewhere is written out. */
function PlainAddress({ say, field, path, binding, errors, units, isLabelHidden = false }: ListProps) {
  const parts = [
    { part: 'unknown', label: texts.communeElsewhere },
    { part: 'detail', label: texts.detail },
  ]

  return (
    <GroupFrame say={say} field={field} path={path} error={errors.get(path)} isLabelHidden={isLabelHidden}>
      <UnitList
        say={say}
        field={{ ...field, label: texts.communeToday, hint: undefined } as Field}
        path={path}
        name={`${path}.unit.code`}
        binding={binding}
        errors={new Map()}
        units={units}
      />
      {parts.map(({ part, label }) => {
        const error = errors.get(`${path}.${part}`)

        return (
          <FieldFrame
            key={part}
            say={say}
            field={{ ...field, label, hint: undefined } as Field}
            path={`${path}.${part}`}
            error={error}
          >
            <input
              className="input"
              id={controlId(`${path}.${part}`)}
              aria-invalid={error ? true : undefined}
              {...binding.text(`${path}.${part}`)}
            />
          </FieldFrame>
        )
      })}
    </GroupFrame>
  )
}

interface PeopleBlocksProps extends Omit<PlainFieldProps, 'field' | 'roomFor'> {
  field: Field & { kind: 'people' }
  path: string
  hasMoreRoom: boolean
}

/** One block for each person, and a button that makes room for more. Empty blocks count for nobody. */
function PeopleBlocks({
  say,
  field,
  typed,
  errors,
  units,
  path,
  isLabelHidden = false,
  hasMoreRoom,
}: PeopleBlocksProps) {
  const people = asPeople(typed[field.name])
  const blocks = Math.min(field.max, Math.max(field.min, people.length, 2) + (hasMoreRoom ? 2 : 0))

  return (
    <GroupFrame say={say} field={field} path={path} error={errors.get(path)} isLabelHidden={isLabelHidden}>
      <p id={controlId(path)} tabIndex={-1} className="hint">
        {say(texts.wholeList)}
      </p>
      {Array.from({ length: blocks }, (_, index) => (
        <fieldset key={`${path}.${String(index)}`} className="person-block">
          <legend>{say(texts.numberedPerson(say(field.itemName), index + 1))}</legend>
          {field.fields.map((inner) => (
            <PlainField
              key={inner.name}
              say={say}
              field={inner}
              typed={typed}
              errors={errors}
              units={units}
              path={`${path}.${index}.${inner.name}`}
            />
          ))}
        </fieldset>
      ))}
      {blocks < field.max && (
        <button type="submit" name="more" value={field.name} className="button quiet-button after-list">
          {say(texts.addPerson(say(field.itemName).toLocaleLowerCase()))}
        </button>
      )}
    </GroupFrame>
  )
}
