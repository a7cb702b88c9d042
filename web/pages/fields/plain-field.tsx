import { asAnswers, asPeople, asText } from '#shared/catalogue/answers.ts'
import type { Field } from '#shared/catalogue/types.ts'
import { fieldTexts as texts } from '#shared/i18n/fields.ts'
import type { Say } from '#shared/i18n/say.ts'
import type { UnitName } from '#shared/units/schemas.ts'
import { type Binding, controlId, type ErrorsByPath } from './binding.ts'
import { describedBy, FieldFrame, GroupFrame } from './field-frame.tsx'
import type { Typed } from './read-answers.ts'
import { isSimple, SimpleFieldControl } from './simple-field.tsx'

interface PlainFieldProps {
  say: Say
  field: Field
  typed: Typed
  errors: ErrorsByPath
  /** The communes of today: a list that every browser can show. */
  units: readonly UnitName[]
  path?: string
}

/** A question on a page without JavaScript. Places come from a plain list, people as one block each. */
export function PlainField({ say, field, typed, errors, units, path = field.name }: PlainFieldProps) {
  const binding = plainBinding(typed)
  if (isSimple(field))
    return <SimpleFieldControl say={say} field={field} path={path} binding={binding} errors={errors} />
  if (field.kind === 'people')
    return <PeopleBlocks say={say} field={field} typed={typed} errors={errors} units={units} path={path} />

  return field.kind === 'unit' ? (
    <UnitList say={say} field={field} path={path} name={path} binding={binding} errors={errors} units={units} />
  ) : (
    <PlainAddress say={say} field={field} path={path} binding={binding} errors={errors} units={units} />
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
  say: Say
  field: Field
  path: string
  binding: Binding
  errors: ErrorsByPath
  units: readonly UnitName[]
}

function UnitList({ say, field, path, name, binding, errors, units }: ListProps & { name: string }) {
  const error = errors.get(path)

  return (
    <FieldFrame say={say} field={field} path={path} error={error}>
      <select
        className="input"
        id={controlId(path)}
        aria-describedby={describedBy(path, field.hint !== undefined, error)}
        aria-invalid={error ? true : undefined}
        {...binding.text(name)}
      >
        <option value="">{say(texts.choose)}</option>
        {units.map(({ code, type, name: unit }) => (
          <option key={code} value={code}>{`${type} ${unit}`}</option>
        ))}
      </select>
    </FieldFrame>
  )
}

/** `unit.code` is of today's edition here; a place elsewhere is written out. */
function PlainAddress({ say, field, path, binding, errors, units }: ListProps) {
  const parts = [
    { part: 'unknown', label: texts.communeElsewhere },
    { part: 'detail', label: texts.detail },
  ]

  return (
    <GroupFrame say={say} field={field} path={path} error={errors.get(path)}>
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

/** One block for each person typed so far and an empty one; empty blocks count for nobody. */
function PeopleBlocks({
  say,
  field,
  typed,
  errors,
  units,
  path,
}: PlainFieldProps & { field: Field & { kind: 'people' }; path: string }) {
  const people = asPeople(typed[field.name])
  const blocks = Math.min(field.max, Math.max(field.min, people.length) + 2)

  return (
    <GroupFrame say={say} field={field} path={path} error={errors.get(path)}>
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
    </GroupFrame>
  )
}
