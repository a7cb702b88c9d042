import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Field } from '#shared/catalogue/types.ts'
import { formTexts as texts } from '#shared/i18n/form.ts'
import type { CardData } from '#shared/identity-card/read-card-qr.ts'
import { controlId, type ErrorsByPath } from '#web/pages/fields/binding.ts'
import { ErrorSummary } from '#web/pages/fields/error-summary.tsx'
import { readAnswers } from '#web/pages/fields/read-answers.ts'
import { CardScan } from './card/card-scan.tsx'
import { asksForPerson, cardValues } from './card/card-values.ts'
import { FormField } from './fields/form-field.tsx'
import type { FormContext } from './form-context.ts'
import { PeopleList } from './people/people-list.tsx'
import { say } from './reader.ts'
import { ScreenFrame } from './screen-frame.tsx'
import { errorsOn, filingState, firstOpenStep, type Step, stepAfter } from './steps.ts'
import { usePageForm } from './use-page-form.ts'

/** One page of questions: asked, kept as it is typed, checked when the reader goes on. */
export function QuestionPage({ context, step }: { context: FormContext; step: Step & { kind: 'page' } }) {
  const { procedure, draft, state } = context
  const names = step.page.fields.map(({ name }) => name)
  // Read once: the page is made anew for each step.
  const [refused] = useState(() => context.refused.filter(({ path: [name] }) => names.includes(String(name))))
  const page = usePageForm({
    fields: step.page.fields.filter(({ kind }) => kind !== 'people'),
    typed: draft.get().values,
    onChange: (values) => draft.change({ values: { ...draft.get().values, ...values } }),
    check: (values) => {
      const checked = filingState(procedure, { ...draft.get().values, ...values }, state.options)
      const now = checked.steps.find(({ path }) => path === step.path)

      return now ? errorsOn(now, checked).map(({ path, message }) => ({ path, message: say(message) })) : []
    },
    refused,
  })

  const goOn = page.form.handleSubmit(() => {
    context.setRefused(context.refused.filter(({ path: [name] }) => !names.includes(String(name))))
    const now = filingState(procedure, draft.get().values, state.options)
    const { papers } = draft.get()
    context.goTo(stepAfter(step, now, papers, Date.now(), { toCheck: context.toCheck }), {
      toCheck: context.toCheck && firstOpenStep(now, papers, Date.now()).kind !== 'check',
    })
  })
  const onSubmit = (event: FormEvent) => {
    void goOn(event)
  }

  const onCard = (card: CardData) => {
    // The number is asked on a page of its own and is filled in there as well.
    const all = procedure.pages.flatMap(({ fields }) => fields)
    draft.change({ values: { ...draft.get().values, ...cardValues(card, all) } })
    for (const [name, value] of Object.entries(cardValues(card, step.fields))) page.form.setValue(name, value)
  }
  const person = readAnswers(
    procedure.pages.flatMap(({ fields }) => fields),
    draft.get().values,
  )

  return (
    <ScreenFrame context={context} step={step} title={say(step.page.title)} hasError={page.errors.size > 0}>
      <form onSubmit={onSubmit} noValidate className="stack">
        <FaultsOnTop errors={page.errors} attempt={page.form.formState.submitCount} />
        <div className="stack-tight">
          <h1 tabIndex={-1}>{say(step.page.title)}</h1>
          {step.page.hint && <p className="quiet">{say(step.page.hint)}</p>}
        </div>
        {asksForPerson(step.fields) && <CardScan onUse={onCard} />}
        {step.fields.map((field) =>
          field.kind === 'people' ? (
            <PeopleList
              key={field.name}
              context={context}
              step={step}
              field={field}
              error={peopleError(page.errors, field)}
            />
          ) : (
            <FormField
              key={field.name}
              field={field}
              page={page}
              isLabelHidden={step.fields.length === 1 && !field.optional}
              person={person}
              siblings={step.fields}
            />
          ),
        )}
        <button type="submit" className="button main">
          {say(texts.continue)}
        </button>
      </form>
    </ScreenFrame>
  )
}

/** A fault inside a person's own answers is shown on the list as one sentence. */
function peopleError(errors: ErrorsByPath, field: Field): string | undefined {
  return errors.get(field.name) ?? [...errors].find(([path]) => path.startsWith(`${field.name}.`))?.[1]
}

/** Takes the focus whenever going on has failed, so that everybody notices, whatever they look at. */
export function FaultsOnTop({ errors, attempt }: { errors: ErrorsByPath; attempt: number }) {
  // Made anew for each attempt: a second one that fails moves the focus again, and is read out again.
  return errors.size > 0 ? <FocusedFaults key={attempt} errors={errors} /> : null
}

function FocusedFaults({ errors }: { errors: ErrorsByPath }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('.error-summary')?.focus(), [])

  return (
    <div ref={box}>
      <ErrorSummary
        say={say}
        entries={[...errors].map(([path, message]) => ({ message, href: `#${controlId(path)}` }))}
      />
    </div>
  )
}
