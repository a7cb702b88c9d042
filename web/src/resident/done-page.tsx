import { useEffect, useRef, useState } from 'react'
import type { ProcedureVersion } from '#shared/catalogue/types.ts'
import { codeTexts } from '#shared/i18n/codes.ts'
import { draftTexts } from '#shared/i18n/drafts.ts'
import { formTexts as texts } from '#shared/i18n/form.ts'
import { formatInstant, formatMoney } from '#shared/text/format.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import { Icon } from '#web/pages/icons.tsx'
import { isFromCounter } from '#web/src/lib/counter-hand-over.ts'
import { AskedConsentsPanel } from './asked-consents-panel.tsx'
import { isSharedPhone, leaveNothing } from './device-storage.ts'
import type { Done } from './done-store.ts'
import { language, say } from './reader.ts'

/** It is filed: two codes to keep, what happens next and when, and the ways on. */
export function DonePage({ procedure, done: { view, wasEarlier } }: { procedure: ProcedureVersion; done: Done }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const leave = () => {
    leaveNothing()
    location.replace('/')
  }
  // One whose commune must be found first is not received yet.
  const isNotice = procedure.term.unit === 'immediate' && !isUnrouted(view)
  const title = say(isNotice ? texts.doneNoticeTitle : texts.doneTitle)
  useEffect(() => {
    document.title = `${title} – Quầy`
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [title])

  return (
    <div className="stack">
      <div className="done-panel">
        <Icon name="done" />
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p>{say(procedure.name)}</p>
      </div>
      {wasEarlier && (
        <div className="callout yours">
          <Icon name="info" />
          <div>
            <p>{say(texts.doneEarlier)}</p>
          </div>
        </div>
      )}
      <section className="panel stack-tight">
        <h2>{say(texts.doneKeep)}</h2>
        <CodeLine label={say(codeTexts.code)} value={view.code} />
        <CodeLine label={say(codeTexts.key)} value={view.trackingKey} />
      </section>
      {procedure.consents.length > 0 && <AskedConsentsPanel view={view} />}
      <NextSteps view={view} isNotice={isNotice} />
      <div className="stack-tight screen-only">
        {isFromCounter(procedure.code) && (
          <div className="buttons">
            <a className="button main" href={`/can-bo/ho-so/${view.code}/phieu`}>
              {say(texts.counterSlip)}
            </a>
            <a className="button quiet-button" href="/can-bo/tiep-nhan">
              {say(texts.counterNext)}
            </a>
          </div>
        )}
        <form method="post" action="/tra-cuu">
          <input type="hidden" name="code" value={view.code} />
          <input type="hidden" name="key" value={view.trackingKey} />
          <button type="submit" className="button main">
            {say(texts.track)}
          </button>
        </form>
        <div className="buttons">
          <ReceiptButton view={view} />
          <button type="button" className="button quiet-button" onClick={() => window.print()}>
            <Icon name="print" />
            {say(texts.print)}
          </button>
        </div>
        {isSharedPhone() && (
          <button type="button" className="button danger" onClick={leave}>
            {say(draftTexts.leave)}
          </button>
        )}
        <p>
          <a href={`/nop/${procedure.code}`}>{say(texts.another)}</a>
        </p>
      </div>
    </div>
  )
}

function NextSteps({ view, isNotice }: { view: Done['view']; isNotice: boolean }) {
  const { unit, expected, receipt } = view

  return (
    <section>
      <h2 className="panel-title">{say(texts.doneNext)}</h2>
      {isUnrouted(view) && <p>{say(texts.doneNextTriage(say(policeOf(unit))))}</p>}
      {isNotice || !expected.receptionDueAt ? (
        isNotice && <p>{say(texts.doneNextNotice)}</p>
      ) : (
        <ol className="next-steps">
          <li>{say(texts.doneReception(say(policeOf(unit)), formatInstant(expected.receptionDueAt, language)))}</li>
          <li>{say(texts.doneMissing)}</li>
          <li>
            {say(texts.doneDue(formatInstant(expected.dueAt, language)))}
            {expected.provisional && <span className="ways-note">{say(texts.previewProvisional)}</span>}
          </li>
          {receipt.fee > 0 && <li>{say(texts.doneFee(formatMoney(receipt.fee, language)))}</li>}
        </ol>
      )}
    </section>
  )
}

/** The province still looks for the commune that receives it. */
const isUnrouted = ({ unit }: Done['view']) => unit.type === 'Tỉnh'

function CodeLine({ label, value }: { label: string; value: string }) {
  const [isCopied, setCopied] = useState(false)
  const copy = () => {
    navigator.clipboard?.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }

  return (
    <div>
      <p className="code-line-head">
        {label}
        {'clipboard' in navigator && (
          <button type="button" className="link-button screen-only" onClick={copy}>
            <Icon name={isCopied ? 'check' : 'copy'} />
            <span role="status">{say(isCopied ? texts.copied : texts.copy)}</span>
            <span className="visually-hidden"> {label}</span>
          </button>
        )}
      </p>
      <strong className="big-code">{value}</strong>
    </div>
  )
}

/** The key travels in a header, never in an address: so the PDF is fetched and then saved. */
function ReceiptButton({ view }: { view: Done['view'] }) {
  const [hasFailed, setFailed] = useState(false)
  const download = async () => {
    const answer = await fetch(view.receipt.pdf, { headers: { 'x-tracking-key': view.trackingKey } }).catch(
      () => undefined,
    )
    if (!answer?.ok) return setFailed(true)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await answer.blob())
    link.download = `bien-nhan-${view.code}.pdf`
    link.click()
    setFailed(false)
  }

  return (
    <>
      <button type="button" className="button quiet-button" onClick={download}>
        <Icon name="download" />
        {say(texts.receiptPdf)}
      </button>
      {hasFailed && <span role="alert">{say(texts.receiptFailed)}</span>}
    </>
  )
}
