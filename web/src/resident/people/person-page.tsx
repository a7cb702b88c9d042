import type { FormEvent } from 'react'
import { asPeople } from '#shared/catalogue/answers.ts'
import { fieldErrorText } from '#shared/catalogue/field-errors.ts'
import type { Field } from '#shared/catalogue/types.ts'
import { visibleFieldsOf } from '#shared/catalogue/visible-pages.ts'
import { formTexts as texts } from '#shared/i18n/form.ts'
import { readAnswers } from '#web/pages/fields/read-answers.ts'
import { CardScan } from '../card/card-scan.tsx'
import { asksForPerson, cardValues } from '../card/card-values.ts'
import { FormField } from '../fields/form-field.tsx'
import type { FormContext } from '../form-context.ts'
import { FaultsOnTop } from '../question-page.tsx'
import { say } from '../reader.ts'
import { ScreenFrame } from '../screen-frame.tsx'
import { filingState } from '../steps.ts'
import { usePageForm } from '../use-page-form.ts'
import { titleOf } from './people-list.tsx'

interface PersonPageProps {
  context: FormContext
  field: Field & { kind: 'people' }
  index: number
}

/** One person of a list. Kept as it is typed, like every page: a call in between loses nobody. */
export function PersonPage({ context, field, index }: PersonPageProps) {
  const { procedure, draft, state } = context
  const people = asPeople(draft.get().values[field.name])
  const typed = people[index] ?? {}
  const withPerson = (values: Readonly<Record<string, unknown>>) => {
    const list = [...asPeople(draft.get().values[field.name])]
    list[index] = { ...list[index], ...values }

    return { ...draft.get().values, [field.name]: Array.from(list, (person) => person ?? {}) }
  }
  const page = usePageForm({
    fields: field.fields,
    typed,
    onChange: (values) => draft.change({ values: withPerson(values) }),
    check: (values) => {
      const answers = readAnswers(field.fields, { ...typed, ...values })
      // The catalogue takes an empty person for nobody; on this page each question is then still open.
      if (Object.keys(answers).length === 0)
        return openQuestions(visibleFieldsOf(field.fields, answers, state.options.on))
      const checked = filingState(procedure, withPerson(values), state.options)
      const own = checked.errors.filter(({ path }) => path[0] === field.name && path[1] === index)

      return own
        .map(({ path, message }) => ({ path: path.slice(2), message: say(message) }))
        .filter(({ path }) => path.length > 0)
    },
    refused: noRefusals,
  })
  const fields = visibleFieldsOf(field.fields, readAnswers(field.fields, typed), state.options.on)
  const title = titleOf(field, {}, index)
  const goBack = page.form.handleSubmit(() => history.back())
  const onSubmit = (event: FormEvent) => {
    void goBack(event)
  }

  return (
    <ScreenFrame context={context} title={title} hasError={page.errors.size > 0}>
      <form onSubmit={onSubmit} noValidate className="stack">
        <FaultsOnTop errors={page.errors} attempt={page.form.formState.submitCount} />
        <h1 tabIndex={-1}>{title}</h1>
        {asksForPerson(fields) && (
          <CardScan
            onUse={(card) => {
              for (const [name, value] of Object.entries(cardValues(card, fields))) page.form.setValue(name, value)
            }}
          />
        )}
        {fields.map((inner) => (
          <FormField
            key={inner.name}
            field={inner}
            page={page}
            isLabelHidden={false}
            person={readAnswers(field.fields, typed)}
            siblings={field.fields}
          />
        ))}
        <button type="submit" className="button main">
          {say(texts.savePerson)}
        </button>
      </form>
    </ScreenFrame>
  )
}

const noRefusals: readonly never[] = []

const openQuestions = (fields: readonly Field[]) =>
  fields
    .filter(({ optional }) => !optional)
    .map(({ name, label }) => ({ path: [name], message: say(fieldErrorText('required', { label })) }))
