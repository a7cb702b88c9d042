import { useEffect, useRef } from 'react'
import { asPeople, asText } from '#shared/catalogue/answers.ts'
import type { Field } from '#shared/catalogue/types.ts'
import { formTexts as texts } from '#shared/i18n/form.ts'
import { formatIsoDay } from '#shared/text/format.ts'
import { controlId } from '#web/pages/fields/binding.ts'
import { GroupFrame } from '#web/pages/fields/field-frame.tsx'
import { readAnswers, type Typed } from '#web/pages/fields/read-answers.ts'
import { Icon } from '#web/pages/icons.tsx'
import { contentKeys } from '#web/src/lib/content-keys.ts'
import type { FormContext } from '../form-context.ts'
import { addressOf, go } from '../navigation.ts'
import { say } from '../reader.ts'
import { errorsOn, type Step } from '../steps.ts'
import { PasteTable } from './paste-table.tsx'

type PeopleField = Field & { kind: 'people' }

/** Lists that may be this long are mostly kept in a spreadsheet already. */
const pastedFrom = 50

interface PeopleListProps {
  context: FormContext
  step: Step & { kind: 'page' }
  field: PeopleField
  error: string | undefined
}

/** People as cards: each is filled in on a page of its own, so that nobody scrolls through a table on a phone. */
export function PeopleList({ context, step, field, error }: PeopleListProps) {
  const { draft, procedure, toCheck } = context
  const people = asPeople(draft.get().values[field.name])
  const keys = contentKeys(people)
  const addButton = useFocusAfterRemoval(people.length)
  const faults = errorsOn(step, context.state)
  const open = (index: number) => go(addressOf(procedure.code, step.path, { field: field.name, index, toCheck }))
  const remove = (index: number) => {
    if (!window.confirm(say(texts.removeSure(titleOf(field, people[index] ?? {}, index))))) return
    const rest = people.filter((_, position) => position !== index)
    draft.change({ values: { ...draft.get().values, [field.name]: rest } })
  }

  return (
    <GroupFrame say={say} field={field} path={field.name} error={error}>
      {people.length === 0 && <p className="quiet">{say(texts.nobodyYet)}</p>}
      <ol className="people">
        {people.map((person, index) => (
          <li key={keys[index]} className="panel person">
            <PersonWords
              field={field}
              person={person}
              index={index}
              isIncomplete={faults.some(({ path }) => path[0] === field.name && path[1] === index)}
            />
            <div className="person-actions">
              <button type="button" className="link-button" onClick={() => open(index)}>
                {say(texts.edit)}
                <span className="visually-hidden"> {titleOf(field, person, index)}</span>
              </button>
              <button type="button" className="link-button danger-link" onClick={() => remove(index)}>
                {say(texts.remove)}
                <span className="visually-hidden"> {titleOf(field, person, index)}</span>
              </button>
            </div>
          </li>
        ))}
      </ol>
      {people.length < field.max && (
        <button
          type="button"
          ref={addButton}
          id={controlId(field.name)}
          className="button quiet-button"
          onClick={() => open(people.length)}
        >
          <Icon name="plus" />
          {say(texts.addPerson(say(field.itemName).toLocaleLowerCase()))}
        </button>
      )}
      {field.max >= pastedFrom && people.length < field.max && (
        <PasteTable field={field} people={people} draft={draft} />
      )}
    </GroupFrame>
  )
}

/** Whoever took somebody out is led on to the button that adds: the one that was pressed is gone with its person. */
function useFocusAfterRemoval(count: number) {
  const button = useRef<HTMLButtonElement>(null)
  const before = useRef(count)
  useEffect(() => {
    if (count < before.current) button.current?.focus()
    before.current = count
  }, [count])

  return button
}

function PersonWords({
  field,
  person,
  index,
  isIncomplete,
}: {
  field: PeopleField
  person: Typed
  index: number
  isIncomplete: boolean
}) {
  const answers = readAnswers(field.fields, person)
  const born = field.fields.find(({ kind }) => kind === 'date')
  const birthDay = born && asText(answers[born.name])

  return (
    <p>
      <strong>{titleOf(field, person, index)}</strong>
      {isIncomplete ? (
        <span className="ways-note person-incomplete">
          <Icon name="yours" />
          {say(texts.personIncomplete)}
        </span>
      ) : (
        birthDay && <span className="ways-note">{formatIsoDay(birthDay)}</span>
      )}
    </p>
  )
}

/** The name once it is typed, else "Người 2". */
export function titleOf(field: PeopleField, person: Typed, index: number): string {
  const name = field.fields.find(({ kind }) => kind === 'name')

  return (name && asText(person[name.name])?.trim()) || say(texts.person(say(field.itemName), index + 1))
}
