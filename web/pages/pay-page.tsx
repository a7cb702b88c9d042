import type { ReactNode } from 'react'
import type { TrackingView } from '#shared/dossiers/schemas.ts'
import { paymentTexts as texts } from '#shared/i18n/payments.ts'
import { sayIn } from '#shared/i18n/say.ts'
import { shellTexts } from '#shared/i18n/shell.ts'
import { trackingTexts } from '#shared/i18n/tracking.ts'
import type { PaymentView } from '#shared/payments/schemas.ts'
import { formatInstant, formatMoney } from '#shared/text/format.ts'
import { Icon } from './icons.tsx'
import { QrCode } from './qr-code.tsx'
import { type PageContext, Shell } from './shell.tsx'

export interface PayPageProps {
  context: PageContext
  dossier: Pick<TrackingView, 'code' | 'procedure' | 'state'>
  /** Absent: the unit takes no transfers, or no fee is waited for. */
  payment: PaymentView | undefined
  /** Where a trial system lets a transfer happen. */
  simulatorHref?: string
}

/** One fee, one code, and what to do when one has no banking application. Prints on one page. */
export function PayPage({ context, dossier, payment, simulatorHref }: PayPageProps) {
  const { language } = context
  const say = sayIn(language)
  const address = `/ho-so/${dossier.code}`

  return (
    <Shell context={context} title={say(texts.title)}>
      <main id="noi-dung" className="wrap stack">
        <a className="back-link screen-only" href={address}>
          <Icon name="back" />
          {say(shellTexts.back)}
        </a>
        <div className="stack-tight">
          <h1>{say(texts.title)}</h1>
          <p className="quiet">
            {say(dossier.procedure.name)}, {dossier.code}
          </p>
        </div>
        {payment ? (
          <>
            <PaymentStanding context={context} payment={payment} />
            <section className="panel stack-tight payment" aria-labelledby="quet">
              <h2 id="quet">{say(texts.scan)}</h2>
              <p>{say(texts.scanHelp)}</p>
              <figure className="qr">
                <QrCode text={payment.qr} label={say(texts.qrLabel(payment.amount))} />
              </figure>
              <h3>{say(texts.orType)}</h3>
              <dl className="facts">
                <Fact name={say(texts.bank)}>{payment.account.bankName}</Fact>
                <Fact name={say(texts.account)}>
                  <span className="digits">{payment.account.accountNumber}</span>
                </Fact>
                <Fact name={say(texts.holder)}>{payment.account.holder}</Fact>
                <Fact name={say(texts.amount)}>
                  <strong>{formatMoney(payment.amount, language)}</strong>
                </Fact>
                <Fact name={say(texts.reference)}>
                  <strong className="digits">{payment.reference}</strong>
                </Fact>
                {payment.state === 'requested' && (
                  <Fact name={say(texts.validUntil)}>{formatInstant(payment.expiresAt, language)}</Fact>
                )}
              </dl>
            </section>
            {payment.state !== 'waiting_bank' && (
              <form method="post" action={`${address}/le-phi`} className="screen-only">
                <button type="submit" className="button main">
                  {say(texts.told)}
                </button>
              </form>
            )}
            {simulatorHref && (
              <p className="screen-only">
                <a href={simulatorHref}>{say(texts.simulator)}</a>
              </p>
            )}
            <p className="quiet small screen-only">{say(trackingTexts.print)}</p>
          </>
        ) : (
          <p>{say(dossier.state === 'payment_due' ? texts.noTransfer : texts.nothingDue)}</p>
        )}
        {dossier.state === 'payment_due' && <p>{say(texts.counter)}</p>}
      </main>
    </Shell>
  )
}

function PaymentStanding({ context, payment }: { context: PageContext; payment: PaymentView }) {
  const say = sayIn(context.language)
  if (payment.state === 'waiting_bank')
    return (
      <div className="callout plain" role="status">
        <Icon name="clock" />
        <div>
          <h2>{say(texts.waitingTitle)}</h2>
          <p>{say(texts.waitingText)}</p>
        </div>
      </div>
    )
  if (payment.state === 'failed')
    return (
      <div className="callout bad" role="alert">
        <Icon name="yours" />
        <div>
          <p>{say(texts.failed)}</p>
        </div>
      </div>
    )

  return null
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
