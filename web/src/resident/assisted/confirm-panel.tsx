import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { AssistedFilingView } from '#shared/assistance/schemas.ts'
import { assistanceTexts as texts } from '#shared/i18n/assistance.ts'
import { Icon } from '#web/pages/icons.tsx'
import { Offline, Refused } from '#web/src/lib/http.ts'
import { say } from '../reader.ts'
import { confirmByCode, confirmByName, readHeld, sendCode } from './hold-filing.ts'

/** How often a code that is on its way is asked for, in milliseconds. */
const askEveryMs = 2_000

interface ConfirmPanelProps {
  held: AssistedFilingView
  onFiled(code: string): void
}

interface Fault {
  of: 'code' | 'name'
  message: string
}

/** Where the resident, with the helper's device in hand, says yes: by a code of the own telephone, or by the own name. */
export function ConfirmPanel({ held, onFiled }: ConfirmPanelProps) {
  const [view, setView] = useState(held)
  const [fault, setFault] = useState<Fault>()
  const [isBusy, setBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useFollowedCode(view, setView)

  const attempt = async (of: Fault['of'], work: () => Promise<AssistedFilingView>) => {
    if (isBusy) return
    setBusy(true)
    setFault(undefined)
    try {
      const next = await work()
      setView(next)
      if (next.code) onFiled(next.code)
    } catch (error) {
      setFault({ of, message: wordsOf(error) })
    } finally {
      setBusy(false)
    }
  }

  return (
    <section className="panel stack" aria-labelledby="xac-nhan">
      <div className="stack-tight">
        <h2 id="xac-nhan" ref={heading} tabIndex={-1}>
          {say(texts.confirmTitle)}
        </h2>
        <p>{say(texts.confirmIntro)}</p>
      </div>
      {view.sendsTo !== null && (
        <ByCode
          view={view}
          sendsTo={view.sendsTo}
          fault={fault?.of === 'code' ? fault.message : undefined}
          isBusy={isBusy}
          onSend={() => void attempt('code', () => sendCode(view.id))}
          onConfirm={(password) => void attempt('code', () => confirmByCode(view.id, password))}
        />
      )}
      <ByName
        fault={fault?.of === 'name' ? fault.message : undefined}
        isBusy={isBusy}
        onConfirm={(name) => void attempt('name', () => confirmByName(view.id, name))}
      />
    </section>
  )
}

/** While a carrier has the code the server is asked how that ended. */
function useFollowedCode(view: AssistedFilingView, setView: (view: AssistedFilingView) => void) {
  const { id, codeState } = view
  useEffect(() => {
    if (codeState !== 'sending') return undefined
    const timer = setInterval(() => {
      // Without an answer it is asked again in two seconds.
      readHeld(id).then(setView, () => undefined)
    }, askEveryMs)

    return () => clearInterval(timer)
  }, [id, codeState, setView])
}

interface ByCodeProps {
  view: AssistedFilingView
  sendsTo: string
  fault: string | undefined
  isBusy: boolean
  onSend(): void
  onConfirm(password: string): void
}

function ByCode({ view: { codeState }, sendsTo, fault, isBusy, onSend, onConfirm }: ByCodeProps) {
  const hasCode = codeState === 'sending' || codeState === 'sent'

  return (
    <div className="stack-tight">
      <h3>{say(texts.byCode)}</h3>
      <p role="status">
        {codeState === 'sending' && say(texts.codeSending)}
        {codeState === 'sent' && say(texts.codeSent(sendsTo))}
        {codeState === 'failed' && say(texts.codeFailed)}
      </p>
      {hasCode && (
        <form noValidate className="stack-tight" onSubmit={(event) => onConfirm(typedIn(event, 'password'))}>
          <TypedField
            id="ma-xac-nhan"
            name="password"
            label={say(texts.code)}
            fault={fault}
            className="input digits"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
          />
          <button type="submit" className="button main" disabled={isBusy}>
            {say(isBusy ? texts.confirming : texts.confirmByCode)}
          </button>
        </form>
      )}
      {!hasCode && fault && <Message>{fault}</Message>}
      <button
        type="button"
        className={hasCode ? 'button quiet-button' : 'button main'}
        disabled={isBusy}
        onClick={onSend}
      >
        {say(hasCode ? texts.sendAgain : texts.sendCode(sendsTo))}
      </button>
    </div>
  )
}

function ByName({
  fault,
  isBusy,
  onConfirm,
}: {
  fault: string | undefined
  isBusy: boolean
  onConfirm(name: string): void
}) {
  return (
    <form noValidate className="stack-tight" onSubmit={(event) => onConfirm(typedIn(event, 'name'))}>
      <h3>{say(texts.byName)}</h3>
      <p className="quiet">{say(texts.byNameNote)}</p>
      <TypedField
        id="ten-xac-nhan"
        name="name"
        label={say(texts.name)}
        fault={fault}
        className="input"
        autoComplete="off"
        autoCapitalize="words"
        maxLength={200}
      />
      <button type="submit" className="button" disabled={isBusy}>
        {say(isBusy ? texts.confirming : texts.confirmByName)}
      </button>
    </form>
  )
}

interface TypedFieldProps extends React.ComponentProps<'input'> {
  id: string
  label: string
  fault: string | undefined
}

function TypedField({ id, label, fault, ...input }: TypedFieldProps) {
  return (
    <div className={fault ? 'field field-invalid' : 'field'}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {fault && <Message id={`${id}-error`}>{fault}</Message>}
      <input
        id={id}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-error` : undefined}
        {...input}
      />
    </div>
  )
}

function Message({ id, children }: { id?: string; children: string }) {
  return (
    <p className="error-message" id={id} role="alert">
      <Icon name="info" />
      {children}
    </p>
  )
}

function typedIn(event: FormEvent<HTMLFormElement>, name: string): string {
  event.preventDefault()

  return String(new FormData(event.currentTarget).get(name) ?? '').trim()
}

/** A lost answer is no refusal: nobody knows, and pressing again is safe. */
function wordsOf(error: unknown): string {
  if (error instanceof Offline) return say(texts.notConfirmedOffline)
  if (error instanceof Refused) return error.problem.errors?.[0]?.detail ?? error.message
  throw error
}
