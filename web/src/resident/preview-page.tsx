import { type FormEvent, useState } from 'react'
import { asAnswers } from '#shared/catalogue/answers.ts'
import type { RoutingPreviewView } from '#shared/dossiers/schemas.ts'
import { formTexts as texts } from '#shared/i18n/form.ts'
import { formatInstant, formatMoney } from '#shared/text/format.ts'
import { unsurePart } from '#shared/units/address.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import { ErrorSummary } from '#web/pages/fields/error-summary.tsx'
import { Icon } from '#web/pages/icons.tsx'
import type { FormContext } from './form-context.ts'
import { language, say } from './reader.ts'
import { ScreenFrame } from './screen-frame.tsx'
import { type Step, stepAfter } from './steps.ts'
import { usePreview } from './use-preview.ts'

const titles = {
  unit: texts.previewTitle,
  ask: texts.previewAsk,
  triage: texts.previewTriage,
  outside: texts.previewOutside,
  missing: texts.previewAsk,
} as const

/** Before the long part: who will receive this and why, by when, and what it costs. */
export function PreviewPage({ context, step }: { context: FormContext; step: Step }) {
  const { draft, state, procedure } = context
  const preview = usePreview(procedure.code, state.answers)
  const [isUndecided, setUndecided] = useState(false)
  const ask = preview.state === 'known' && preview.view.kind === 'ask' ? preview.view : undefined
  const known = preview.state === 'known' ? preview.view : undefined
  const title = say(titles[known?.kind ?? 'unit'])

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (ask) return setUndecided(true)
    if (known?.kind === 'outside') return setUndecided(true)
    context.goTo(stepAfter(step, state, draft.get().papers, Date.now(), { toCheck: context.toCheck }), {
      toCheck: context.toCheck,
    })
  }
  const choosePart = (code: string) => {
    const field = ask?.field ?? procedure.routing.field
    draft.change({ values: { ...draft.get().values, [field]: { ...asAnswers(draft.get().values[field]), now: code } } })
    setUndecided(false)
  }

  return (
    <ScreenFrame context={context} step={step} title={title} hasError={isUndecided}>
      <form onSubmit={onSubmit} noValidate className="stack">
        {isUndecided && (
          <ErrorSummary say={say} entries={[{ message: say(ask ? texts.choosePart : texts.previewOutside) }]} />
        )}
        <h1 tabIndex={-1}>{title}</h1>
        {preview.state === 'asking' && (
          <p className="quiet" role="status">
            {say(texts.loading)}
          </p>
        )}
        {preview.state === 'offline' && (
          <p className="callout yours" role="status">
            <Icon name="offline" />
            <span>{say(texts.previewOffline)}</span>
          </p>
        )}
        {ask && <PartQuestion view={ask} onChoose={choosePart} />}
        {known && known.kind !== 'unit' && !ask && <PlaceNote context={context} view={known} />}
        {known?.unit && <ReceiverPanel view={known} />}
        {preview.state !== 'asking' && (
          <button type="submit" className="button main">
            {say(texts.continue)}
          </button>
        )}
      </form>
    </ScreenFrame>
  )
}

/** The receiving unit, the reason, the dates and the fee. */
export function ReceiverPanel({ view }: { view: RoutingPreviewView }) {
  const { unit, expected, fee, because } = view

  return (
    <section className="panel">
      <dl className="facts">
        {unit && (
          <div>
            <dt>{say(texts.previewUnit)}</dt>
            <dd>
              <strong>{say(policeOf(unit))}</strong>
            </dd>
          </div>
        )}
        {expected?.receptionDueAt && (
          <div>
            <dt>{say(texts.previewReception)}</dt>
            <dd>{formatInstant(expected.receptionDueAt, language)}</dd>
          </div>
        )}
        {expected && (
          <div>
            <dt>{say(texts.previewDue)}</dt>
            <dd>
              <strong>
                {expected.receptionDueAt ? formatInstant(expected.dueAt, language) : say(texts.previewImmediate)}
              </strong>
              {expected.provisional && <span className="ways-note">{say(texts.previewProvisional)}</span>}
            </dd>
          </div>
        )}
        <div>
          <dt>{say(texts.previewFee)}</dt>
          <dd>
            <strong>{formatMoney(fee.amount, language)}</strong>
            {fee.amount > 0 && <span className="ways-note">{say(texts.previewFeeLater)}</span>}
          </dd>
        </div>
      </dl>
      {because.length > 0 && (
        <div className="more-in-panel">
          <details>
            <summary>
              <span>{say(texts.previewWhy)}</span>
            </summary>
            <ol className="sentences">
              {because.map(({ text }) => (
                <li key={text.vi}>{say(text)}</li>
              ))}
            </ol>
          </details>
        </div>
      )}
    </section>
  )
}

/** The law divided the commune; the reasons end with the question. */
function PartQuestion({ view, onChoose }: { view: RoutingPreviewView; onChoose(code: string): void }) {
  return (
    <fieldset className="field">
      <legend>{view.because.map(({ text }) => say(text)).at(-1)}</legend>
      <div className="choices">
        {view.options?.map(({ code, type, name, hint }) => (
          <label key={code} className="choice">
            <input type="radio" name="part" value={code} onChange={() => onChoose(code)} />
            <span className="choice-text">
              {`${type} ${name}`}
              {hint && <span className="choice-hint">{say(hint)}</span>}
            </span>
          </label>
        ))}
        <label className="choice">
          <input type="radio" name="part" value={unsurePart} onChange={() => onChoose(unsurePart)} />
          <span className="choice-text">
            {say(texts.partUnsure)}
            <span className="choice-hint">{say(texts.partUnsureHint)}</span>
          </span>
        </label>
      </div>
    </fieldset>
  )
}

/** Why no commune is named: the province will find it, it is elsewhere, or the address is still missing. */
function PlaceNote({ context, view }: { context: FormContext; view: RoutingPreviewView }) {
  const step = context.state.steps.find(
    (each) => each.kind === 'page' && each.fields.some(({ name }) => name === context.procedure.routing.field),
  )

  return (
    <section className="callout yours">
      <Icon name="yours" />
      <div className="stack-tight">
        {view.because.slice(1).map(({ text }) => (
          <p key={text.vi}>{say(text)}</p>
        ))}
        <p>{say(view.kind === 'triage' ? texts.previewTriageHelp : texts.previewOutsideHelp)}</p>
        {step && (
          <p>
            <button
              type="button"
              className={view.kind === 'triage' ? 'button quiet-button' : 'button'}
              onClick={() => context.goTo(step)}
            >
              {say(texts.changeAddress)}
            </button>
          </p>
        )}
      </div>
    </section>
  )
}
