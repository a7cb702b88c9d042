import { type FormEvent, lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import type { AssistedFilingView } from '#shared/assistance/schemas.ts'
import { answerSections } from '#shared/catalogue/answer-rows.ts'
import { consentsNeeded } from '#shared/catalogue/consents.ts'
import { papersNeeded } from '#shared/catalogue/papers.ts'
import { broughtPaperPage } from '#shared/catalogue/questions/brought-paper.ts'
import { consentNames } from '#shared/i18n/consents.ts'
import { formTexts as texts } from '#shared/i18n/form.ts'
import { ErrorSummary, type SummaryEntry } from '#web/pages/fields/error-summary.tsx'
import { fileSize } from '#web/pages/file-size.ts'
import { Icon } from '#web/pages/icons.tsx'
import { holdFiling } from './assisted/hold-filing.ts'
import { keepDone } from './done-store.ts'
import { fileDossier, type Outcome } from './file-dossier.ts'
import type { FormContext } from './form-context.ts'
import { addressOf } from './navigation.ts'
import { placeNames } from './place-names.ts'
import { ReceiverPanel } from './preview-page.tsx'
import { say } from './reader.ts'
import { ScreenFrame } from './screen-frame.tsx'
import { firstOpenStep, type Step } from './steps.ts'
import { usePreview } from './use-preview.ts'

// Only helpers load it, and without a network nobody confirms.
const ConfirmPanel = lazy(() =>
  import('./assisted/confirm-panel.tsx').then(({ ConfirmPanel: Panel }) => ({ default: Panel })),
)

/** Everything once more, each with the way to mend it, and the one button that files. */
export function CheckPage({
  context,
  step,
  onProcedureChanged,
}: {
  context: FormContext
  step: Step
  onProcedureChanged(): void
}) {
  const { procedure, draft, state } = context
  const [outcome, setOutcome] = useState<Exclude<Outcome, { kind: 'filed' | 'held' }>>()
  const [held, setHeld] = useState<AssistedFilingView>()
  const [isDeclared, setDeclared] = useState(false)
  const [isUndeclared, setUndeclared] = useState(false)
  const [isFiling, setFiling] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const preview = usePreview(procedure.code, state.answers)

  const onAssistedFiled = (code: string) => {
    context.server.erase()
    draft.erase()
    location.replace(`/ho-tro/ho-so/${code}`)
  }
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isFiling) return
    setUndeclared(!isDeclared)
    setAttempt(attempt + 1)
    if (!isDeclared || draft.get().isMoved) return
    setFiling(true)
    setOutcome(undefined)
    // Whether another device has taken this over is known there only; the copy itself need not arrive to file.
    await context.server.saveNow().catch(() => undefined)
    if (draft.get().isMoved) return setFiling(false)
    const hand = context.isAssisted ? holdFiling : fileDossier
    const result = await hand(draft, state).catch((): Outcome => ({ kind: 'offline' }))
    setFiling(false)
    if (result.kind === 'held') return result.view.code ? onAssistedFiled(result.view.code) : setHeld(result.view)
    if (result.kind === 'procedureChanged') return onProcedureChanged()
    if (result.kind !== 'filed') {
      context.setRefused(result.kind === 'refused' ? result.refusals : [])

      setAttempt(attempt + 2)

      return setOutcome(result)
    }
    keepDone(procedure.code, { view: result.view, wasEarlier: result.wasEarlier })
    context.server.erase()
    draft.erase()
    context.goTo('da-nop', { replace: true })
  }
  const entries = entriesOf(context, outcome, isUndeclared)

  return (
    <ScreenFrame context={context} step={step} title={say(texts.checkTitle)} hasError={entries.length > 0}>
      <form onSubmit={onSubmit} noValidate className="stack">
        {(outcome || entries.length > 0) && (
          <Focused attempt={attempt}>
            {outcome?.kind === 'offline' && <NotFiled />}
            {entries.length > 0 && <ErrorSummary say={say} entries={entries} />}
            {outcome?.kind === 'refused' && outcome.traceId && (
              <p className="quiet small">
                {say(texts.incident)}: <code>{outcome.traceId}</code>
              </p>
            )}
          </Focused>
        )}
        <h1 tabIndex={-1}>{say(texts.checkTitle)}</h1>
        <Answers context={context} />
        <PapersSummary context={context} />
        <section>
          <h2 className="panel-title">{say(texts.checkReceiver)}</h2>
          {preview.state === 'known' && preview.view.unit && <ReceiverPanel view={preview.view} />}
          {preview.state === 'offline' && <p className="quiet">{say(texts.previewOffline)}</p>}
          {preview.state === 'known' && preview.view.kind !== 'unit' && (
            <p className="callout yours">
              <Icon name="yours" />
              <span>{preview.view.because.map(({ text }) => say(text)).at(-1)}</span>
            </p>
          )}
        </section>
        <div className={`declaration ${isUndeclared ? 'field-invalid' : ''}`}>
          {isUndeclared && (
            <p className="error-message" id="cam-doan-error">
              {say(texts.needDeclaration)}
            </p>
          )}
          <label className="choice">
            <input
              type="checkbox"
              id="cam-doan"
              checked={isDeclared}
              onChange={(event) => setDeclared(event.target.checked)}
              aria-describedby={isUndeclared ? 'cam-doan-error' : undefined}
            />
            <span className="choice-text">{say(texts.declaration)}</span>
          </label>
        </div>
        {!held && (
          <button type="submit" className="button main" disabled={isFiling}>
            {say(buttonWords(context.isAssisted, isFiling, outcome))}
          </button>
        )}
      </form>
      {held && (
        <Suspense fallback={<p role="status">{say(texts.handing)}</p>}>
          <ConfirmPanel held={held} onFiled={onAssistedFiled} />
        </Suspense>
      )}
    </ScreenFrame>
  )
}

function buttonWords(isAssisted: boolean, isFiling: boolean, outcome: Outcome | undefined) {
  if (isAssisted) return isFiling ? texts.handing : texts.hand
  if (isFiling) return texts.submitting

  return outcome?.kind === 'offline' ? texts.submitAgain : texts.submit
}

function NotFiled() {
  return (
    <div className="callout bad not-filed" role="alert" tabIndex={-1}>
      <Icon name="offline" />
      <div className="stack-tight">
        <h2>{say(texts.notFiledTitle)}</h2>
        <p>{say(texts.notFiledOffline)}</p>
        <button type="submit" className="button">
          {say(texts.submitAgain)}
        </button>
      </div>
    </div>
  )
}

/** Brings what happened before the reader's eyes, wherever the button was. */
function Focused({ attempt, children }: { attempt: number; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (attempt > 0) box.current?.querySelector<HTMLElement>('[tabindex]')?.focus()
  }, [attempt])

  return (
    <div ref={box} className="stack-tight">
      {children}
    </div>
  )
}

/** What the server refused, each leading to its page; what is incomplete here; the box that was not ticked. */
function entriesOf(context: FormContext, outcome: Outcome | undefined, isUndeclared: boolean): SummaryEntry[] {
  const { procedure, state, draft } = context
  const hrefOf = (name: string | number | undefined) => {
    const target =
      name === 'papers'
        ? 'giay-to'
        : state.steps.find((each) => each.kind === 'page' && each.fields.some((field) => field.name === name))?.path

    return target && { href: addressOf(procedure.code, target, { toCheck: true }) }
  }
  const refused = context.refused.map(({ path, message }) => ({ message, ...hrefOf(path[0]) }))
  const open = firstOpenStep(state, draft.get().papers, Date.now())
  const unfinished =
    open.kind === 'check' || refused.length > 0
      ? []
      : [{ message: say(texts.toBeMended), href: addressOf(procedure.code, open.path, { toCheck: true }) }]
  const whole = outcome?.kind === 'refused' && refused.length === 0 ? [{ message: outcome.detail }] : []

  return [
    ...whole,
    ...refused,
    ...unfinished,
    ...(isUndeclared ? [{ message: say(texts.needDeclaration), href: '#cam-doan' }] : []),
  ]
}

function Answers({ context }: { context: FormContext }) {
  const { procedure, state, draft } = context
  const sections = answerSections(procedure, state.answers, { on: state.options.on })
  const places = placeNames(draft.get().values)

  return (
    <>
      {sections.map(({ page, title, rows }) => (
        <section key={`${page} ${title.vi}`} className="check-section">
          <div className="summary-head">
            <h2>{say(title)}</h2>
            <a
              href={addressOf(procedure.code, page === broughtPaperPage ? 'giay-to' : page, { toCheck: true })}
              data-step={page}
            >
              {say(texts.edit)}
              <span className="visually-hidden">: {say(title)}</span>
            </a>
          </div>
          <dl className="panel facts">
            {rows.map(({ path, label, value, warning }) => (
              <div key={path}>
                <dt>{say(label)}</dt>
                <dd>
                  {places.get(path) ?? say(value)}
                  {warning && (
                    <span className="warning-message">
                      <Icon name="info" />
                      <span>{say(warning)}</span>
                    </span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}

function PapersSummary({ context }: { context: FormContext }) {
  const { procedure, state, draft } = context
  const needed = papersNeeded(procedure, state.answers)
  const consents = consentsNeeded(procedure, state.answers, state.options.on)
  const { papers, papersSeen } = draft.get()

  return (
    <>
      {needed.length > 0 && (
        <section className="check-section">
          <div className="summary-head">
            <h2>{say(texts.checkPapers)}</h2>
            <a href={addressOf(procedure.code, 'giay-to', { toCheck: true })}>
              {say(texts.edit)}
              <span className="visually-hidden">: {say(texts.checkPapers)}</span>
            </a>
          </div>
          <ul className="panel files">
            {needed.map(({ kind, name }) => {
              const own = papers.filter((paper) => paper.kind === kind)

              return (
                <li key={kind}>
                  <Icon name={own.length > 0 ? 'done' : 'paper'} className={own.length > 0 ? 'good-icon' : ''} />
                  <span>
                    {say(name)}
                    <span className="ways-note">
                      {own.length === 0 && papersSeen?.includes(kind)
                        ? say(texts.paperSeen)
                        : own.map(({ bytes }) => fileSize(bytes)).join(', ')}
                    </span>
                  </span>
                </li>
              )
            })}
          </ul>
        </section>
      )}
      {consents.length > 0 && (
        <p className="quiet">
          {say(texts.consentsTitle)}: {[...new Set(consents.map(({ from }) => say(consentNames[from])))].join(', ')}.
        </p>
      )}
    </>
  )
}
