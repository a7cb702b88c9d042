import type { ComplaintView } from '#shared/complaints/schemas.ts'
import type { ConsentsView } from '#shared/consents/schemas.ts'
import type { TrackingView } from '#shared/dossiers/schemas.ts'
import { isEnded } from '#shared/dossiers/transitions.ts'
import { accountTexts } from '#shared/i18n/account.ts'
import { calendarTexts } from '#shared/i18n/calendar.ts'
import { complaintTexts } from '#shared/i18n/complaints.ts'
import { paymentTexts } from '#shared/i18n/payments.ts'
import { type Say, sayIn } from '#shared/i18n/say.ts'
import { trackingTexts as texts } from '#shared/i18n/tracking.ts'
import type { PaymentView } from '#shared/payments/schemas.ts'
import type { Bilingual, Language } from '#shared/text/bilingual.ts'
import { formatInstant, formatWorkingTime } from '#shared/text/format.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import { ComplaintsPanel } from './complaints-panel.tsx'
import { ConsentsPanel, MissingConsent, missingConsent } from './consents-panel.tsx'
import { DossierFiles } from './dossier-files.tsx'
import { Icon } from './icons.tsx'
import { RateForm, type RateFormProps } from './rate-form.tsx'
import { type PageContext, Shell } from './shell.tsx'
import { StateChip } from './state-chip.tsx'

export interface DossierPageProps {
  context: PageContext
  dossier: TrackingView
  /** Who else was asked to agree. */
  consents: ConsentsView
  complaints: readonly ComplaintView[]
  /** What the reader has just done, said once on top. */
  done?: { title: Bilingual; text?: Bilingual }
  /** Why what the reader has just tried was not recorded. */
  refused?: Bilingual
  rate?: Pick<RateFormProps, 'problem'>
  /** Of a dossier that waits for its fee, where it may be paid by transfer. */
  payment?: PaymentView
}

/** Where a dossier stands: one sentence, the date, at most one thing to do, and everything that happened. */
export function DossierPage({
  context,
  dossier,
  consents,
  complaints,
  done,
  refused,
  rate,
  payment,
}: DossierPageProps) {
  const { language } = context
  const say = sayIn(language)
  const address = `/ho-so/${dossier.code}`

  return (
    <Shell
      context={context}
      title={`${say(texts.title)} ${dossier.code}`}
      hasError={refused !== undefined || rate?.problem !== undefined}
    >
      <main id="noi-dung" className="wrap stack dossier">
        {done && (
          <div className="callout good" role="status">
            <Icon name="done" />
            <div>
              <h2>{say(done.title)}</h2>
              {done.text && <p>{say(done.text)}</p>}
            </div>
          </div>
        )}
        {refused && (
          <div className="callout bad" role="alert">
            <Icon name="yours" />
            <div>
              <p>{say(refused)}</p>
            </div>
          </div>
        )}
        <header className="stack-tight">
          <p className="quiet">{say(dossier.procedure.name)}</p>
          <h1 className="dossier-code">{dossier.code}</h1>
          <StateChip say={say} dossier={dossier} />
          <p className="dossier-sentence">{say(dossier.sentence)}</p>
        </header>
        <WhatToDo say={say} address={address} dossier={dossier} consents={consents} payment={payment} />
        <Dates say={say} language={language} dossier={dossier} />
        <ConsentsPanel say={say} language={language} consents={consents} />
        <ComplaintsPanel say={say} language={language} address={address} complaints={complaints} />
        <History say={say} language={language} dossier={dossier} />
        <DossierFiles say={say} language={language} dossier={dossier} />
        {isEnded(dossier.state) && <RateForm say={say} dossier={dossier} problem={rate?.problem} />}
        <footer className="screen-only">
          <ul className="plain-links">
            <li>
              <a href={`${address}/bien-nhan`}>{say(texts.receipt)}</a>
            </li>
            {dossier.dueAt && !isEnded(dossier.state) && (
              <li>
                <a href={`${address}/lich.ics`}>{say(texts.calendar)}</a>
              </li>
            )}
            <li>
              <a href={`${address}/phan-anh`}>{say(complaintTexts.title)}</a>
            </li>
            <li>
              <a href={`${address}/ai-da-xem`}>{say(accountTexts.looked)}</a>
            </li>
            <li>
              <a href="/ho-so">{say(accountTexts.mine)}</a>
            </li>
            {dossier.mayWithdraw && (
              <li>
                <a href={`${address}/rut`}>{say(texts.withdraw)}</a>
              </li>
            )}
            <li>
              <form method="post" action="/tra-cuu/dong">
                <button type="submit" className="link-button">
                  {say(texts.close)}
                </button>
              </form>
            </li>
          </ul>
          <p className="quiet small">{say(texts.official)}</p>
        </footer>
      </main>
    </Shell>
  )
}

/** At most one thing: to answer, to pay, to bring whoever has not agreed, or nothing. */
function WhatToDo({
  say,
  address,
  dossier,
  consents,
  payment,
}: {
  say: Say
  address: string
  dossier: TrackingView
  consents: ConsentsView
  payment: PaymentView | undefined
}) {
  if (dossier.supplement) return <YourTurn say={say} address={address} count={dossier.supplement.items.length} />
  if (dossier.state === 'payment_due') return <PayNow say={say} address={address} dossier={dossier} payment={payment} />
  if (isEnded(dossier.state)) return null
  const missing = missingConsent(consents.items, dossier.acceptedAt !== null)
  if (missing) return <MissingConsent say={say} unit={policeOf(dossier.unit)} consent={missing} />

  return (
    <p className="nothing-to-do">
      <Icon name="check" />
      {say(texts.nothingToDo)}
    </p>
  )
}

/** The fee: to be paid, or sent already and not yet confirmed, which is nobody's fault and no reason to pay again. */
function PayNow({
  say,
  address,
  dossier,
  payment,
}: {
  say: Say
  address: string
  dossier: TrackingView
  payment: PaymentView | undefined
}) {
  if (payment?.state === 'waiting_bank')
    return (
      <section className="callout plain">
        <Icon name="clock" />
        <div className="stack-tight">
          <h2>{say(paymentTexts.waitingTitle)}</h2>
          <p>{say(paymentTexts.waitingText)}</p>
          <p>
            <a href={`${address}/le-phi`}>{say(paymentTexts.waitingLink)}</a>
          </p>
        </div>
      </section>
    )

  return (
    <section className="callout yours">
      <Icon name="yours" />
      <div className="stack-tight">
        <h2>{say(paymentTexts.due(payment?.amount ?? dossier.receipt.fee))}</h2>
        <p>{say(payment?.state === 'failed' ? paymentTexts.failed : paymentTexts.dueText)}</p>
        <p>
          <a className="button main" href={`${address}/le-phi`}>
            {say(paymentTexts.button)}
          </a>
        </p>
      </div>
    </section>
  )
}

function YourTurn({ say, address, count }: { say: Say; address: string; count: number }) {
  return (
    <section className="callout yours">
      <Icon name="yours" />
      <div className="stack-tight">
        <h2>{say(texts.supplementTitle)}</h2>
        <p>{say(texts.supplementIntro(count))}</p>
        <p>{say(texts.paused)}</p>
        <p>
          <a className="button main" href={`${address}/bo-sung`}>
            {say(texts.supplementButton)}
          </a>
        </p>
      </div>
    </section>
  )
}

function Dates({ say, language, dossier }: { say: Say; language: Language; dossier: TrackingView }) {
  const { clock } = dossier
  const isOpen = !isEnded(dossier.state)

  return (
    <section className="panel">
      <dl className="facts">
        <div>
          <dt>{say(texts.unit)}</dt>
          <dd>{say(policeOf(dossier.unit))}</dd>
        </div>
        <div>
          <dt>{say(texts.filed)}</dt>
          <dd>{formatInstant(dossier.filedAt, language)}</dd>
        </div>
        {isOpen && !dossier.acceptedAt && clock.receptionDueAt && (
          <div>
            <dt>{say(texts.receptionDue)}</dt>
            <dd>
              <strong>{formatInstant(clock.receptionDueAt, language)}</strong>
            </dd>
          </div>
        )}
        {(dossier.dueAt || isOpen) && (
          <div>
            <dt>{say(texts.due)}</dt>
            <dd>
              {dossier.dueAt ? (
                <>
                  <strong>
                    {clock.notBefore && `${say(texts.dueNotBefore)} `}
                    {formatInstant(dossier.dueAt, language)}
                  </strong>
                  {clock.provisional && <p className="quiet small">{say(calendarTexts.provisional)}</p>}
                </>
              ) : (
                <span className="quiet">{say(texts.dueUnknown)}</span>
              )}
            </dd>
          </div>
        )}
      </dl>
      <div className="more-in-panel">
        {clock.steps.length > 0 && (
          <details>
            <summary>
              <span>{say(texts.why)}</span>
            </summary>
            <div className="stack-tight">
              <Sentences say={say} sentences={clock.steps} />
              <TurnsLine say={say} language={language} turns={clock.turns} />
            </div>
          </details>
        )}
        {dossier.because.length > 0 && (
          <details>
            <summary>
              <span>{say(texts.whyUnit)}</span>
            </summary>
            <Sentences say={say} sentences={dossier.because} />
          </details>
        )}
      </div>
    </section>
  )
}

/** The steps of an explanation, each with the law it rests on. */
function Sentences({
  say,
  sentences,
}: {
  say: Say
  sentences: readonly { text: Bilingual; source?: string | undefined }[]
}) {
  return (
    <ol className="sentences">
      {sentences.map(({ text, source }) => (
        <li key={text.vi}>
          {say(text)}
          {source && (
            <span className="quiet small" lang="vi">
              {' '}
              ({source})
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}

function TurnsLine({ say, language, turns }: { say: Say; language: Language; turns: TrackingView['clock']['turns'] }) {
  const parts = [
    { name: texts.turnOffice, minutes: turns.office },
    { name: texts.turnResident, minutes: turns.resident },
    { name: texts.turnAgency, minutes: turns.agency },
    { name: texts.turnSystem, minutes: turns.system },
  ].filter(({ minutes }) => minutes > 0)
  if (parts.length === 0) return null

  return (
    <p className="quiet small">
      {say(texts.turns)}:{' '}
      {parts.map(({ name, minutes }) => `${say(name)} ${formatWorkingTime(minutes, language)}`).join('; ')}.
    </p>
  )
}

function History({ say, language, dossier }: { say: Say; language: Language; dossier: TrackingView }) {
  return (
    <section aria-labelledby="dien-bien">
      <h2 id="dien-bien" className="panel-title">
        {say(texts.history)}
      </h2>
      <ol className="timeline">
        {dossier.events.toReversed().map((event) => (
          <li key={event.seq}>
            <p>{say(event.text)}</p>
            <p className="quiet small">
              <time dateTime={event.occurredAt.toISOString()}>{formatInstant(event.occurredAt, language)}</time>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
