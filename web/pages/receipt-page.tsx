import type { TrackingView } from '#shared/dossiers/schemas.ts'
import { codeTexts } from '#shared/i18n/codes.ts'
import { sayIn } from '#shared/i18n/say.ts'
import { shellTexts } from '#shared/i18n/shell.ts'
import { receiptTexts as texts, trackingTexts } from '#shared/i18n/tracking.ts'
import { formatInstant, formatMoney } from '#shared/text/format.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import { fileSize } from './file-size.ts'
import { Icon } from './icons.tsx'
import { QrCode } from './qr-code.tsx'
import { type PageContext, Shell } from './shell.tsx'

export interface ReceiptPageProps {
  context: PageContext
  receipt: TrackingView['receipt']
  trackingKey: string
  /** Opens the tracking page with both codes filled in; the key is behind `#`, which browsers send to nobody. */
  trackingUrl: string
}

/** What was received, with the fingerprint of every file: proof for whoever kept the files. Prints on one A5. */
export function ReceiptPage({ context, receipt, trackingKey, trackingUrl }: ReceiptPageProps) {
  const { language } = context
  const say = sayIn(language)

  return (
    <Shell context={context} title={say(texts.title)}>
      <main id="noi-dung" className="wrap receipt">
        <a className="back-link screen-only" href={`/ho-so/${receipt.code}`}>
          <Icon name="back" />
          {say(shellTexts.back)}
        </a>
        <article className="panel stack">
          <header className="stack-tight">
            <h1>{say(texts.title)}</h1>
            <p className="quiet small">{say(texts.intro)}</p>
          </header>
          <div className="codes">
            <dl>
              <dt>{say(codeTexts.code)}</dt>
              <dd className="big-code">{receipt.code}</dd>
              <dt>{say(codeTexts.key)}</dt>
              <dd className="big-code">{trackingKey}</dd>
            </dl>
            <figure className="qr">
              <QrCode text={trackingUrl} label={say(texts.scan)} />
              <figcaption>{say(texts.scan)}</figcaption>
            </figure>
          </div>
          <p className="small">{say(texts.keep)}</p>
          <dl className="facts">
            <div>
              <dt>{say(texts.procedure)}</dt>
              <dd>{say(receipt.procedure.name)}</dd>
            </div>
            <div>
              <dt>{say(texts.receivedBy)}</dt>
              <dd>{say(policeOf(receipt.unit))}</dd>
            </div>
            {receipt.assisted && (
              <div>
                <dt>{say(texts.assisted)}</dt>
                <dd>{say(receipt.assisted)}</dd>
              </div>
            )}
            <div>
              <dt>{say(texts.filedAt)}</dt>
              <dd>{formatInstant(receipt.filedAt, language)}</dd>
            </div>
            <div>
              <dt>{say(texts.fee)}</dt>
              <dd>{formatMoney(receipt.fee, language)}</dd>
            </div>
          </dl>
          <section>
            <h2>{say(texts.papers)}</h2>
            {receipt.papers.length === 0 && <p>{say(texts.noPapers)}</p>}
            <ol className="fingerprints">
              {receipt.papers.map((paper) => (
                <li key={paper.sha256}>
                  {say(paper.name)} <span className="quiet">({fileSize(paper.bytes)})</span>
                  <span className="fingerprint" title={say(texts.fingerprint)}>
                    {paper.sha256}
                  </span>
                </li>
              ))}
            </ol>
            <p className="small">
              {say(texts.answersFingerprint)}: <span className="fingerprint">{receipt.answersSha256}</span>
            </p>
          </section>
        </article>
        <p className="buttons screen-only">
          <a className="button quiet-button" href={receipt.pdf}>
            <Icon name="download" />
            {say(texts.pdf)}
          </a>
          <span className="quiet small print-hint">{say(trackingTexts.print)}</span>
        </p>
      </main>
    </Shell>
  )
}
