import type { ProcedureVersion, Source } from '#shared/catalogue/types.ts'
import { consentNames } from '#shared/i18n/consents.ts'
import { eligibilityTexts } from '#shared/i18n/eligibility.ts'
import { procedureTexts as texts } from '#shared/i18n/pages.ts'
import { type Say, sayIn } from '#shared/i18n/say.ts'
import { shellTexts } from '#shared/i18n/shell.ts'
import type { Language } from '#shared/text/bilingual.ts'
import { formatInstant } from '#shared/text/format.ts'
import { Icon } from './icons.tsx'
import { ChannelNote, FeeText, PaperNeed } from './service-parts.tsx'
import { type PageContext, Shell } from './shell.tsx'
import { termText } from './term-text.ts'

export interface ServicePageProps {
  context: PageContext
  procedure: ProcedureVersion
  /** What filing at this minute would promise. */
  expected: { dueAt: Date; provisional: boolean }
  /** What it needs depends on a few questions. */
  hasQuestions: boolean
}

/** Who needs it, with what, how long, for how much, and whether filing here counts: on one screen or little more. */
export function ServicePage({ context, procedure, expected, hasQuestions }: ServicePageProps) {
  const { language } = context
  const say = sayIn(language)

  return (
    <Shell context={context} title={say(procedure.name)}>
      <main id="noi-dung" className="wrap">
        <a className="back-link" href="/thu-tuc">
          <Icon name="back" />
          {say(texts.allTitle)}
        </a>
        <div className="stack">
          <div className="stack-tight">
            <h1>{say(procedure.name)}</h1>
            <p>{say(procedure.summary)}</p>
          </div>
          <dl className="panel facts">
            <TermFact language={language} procedure={procedure} expected={expected} />
            <div>
              <dt>{say(texts.fee)}</dt>
              <dd>
                <FeeText fee={procedure.fee} language={language} />
              </dd>
            </div>
            {procedure.results.length > 0 && (
              <div>
                <dt>{say(texts.result)}</dt>
                <dd>{procedure.results.map((form) => say(texts.resultName(form))).join('; ')}</dd>
              </div>
            )}
          </dl>
          <Papers say={say} procedure={procedure} />
          <ChannelNote say={say} channel={procedure.channel} />
          {hasQuestions && (
            <p>
              <a className="button quiet-button" href={`/thu-tuc/${procedure.code}/dieu-kien`}>
                {say(eligibilityTexts.link)}
              </a>
            </p>
          )}
          <div className="stack-tight">
            <a className="button main" href={`/nop/${procedure.code}`}>
              {say(procedure.channel.status === 'portal_only' ? texts.prepare : texts.start)}
              <Icon name="next" className="icon-after" />
            </a>
            <p className="quiet small">{say(texts.minutes)}</p>
          </div>
          <More say={say} language={language} procedure={procedure} />
        </div>
      </main>
    </Shell>
  )
}

function TermFact({
  language,
  procedure,
  expected,
}: Pick<ServicePageProps, 'procedure' | 'expected'> & { language: Language }) {
  const say = sayIn(language)
  if (procedure.term.unit === 'immediate') {
    return (
      <div>
        <dt>{say(texts.term)}</dt>
        <dd>
          <strong>{say(texts.immediate)}</strong>
        </dd>
      </div>
    )
  }

  return (
    <div>
      <dt>{say(texts.term)}</dt>
      <dd className="stack-tight">
        <p>
          <strong>{say(termText(procedure.term))}</strong> <span className="quiet">{say(texts.termFrom)}</span>
        </p>
        <p>
          {say(texts.ifFiledNow)}: <strong>{formatInstant(expected.dueAt, language)}</strong>
          {expected.provisional && <span className="quiet small"> {say(texts.provisional)}</span>}
        </p>
      </dd>
    </div>
  )
}

/** What everybody needs first; what depends on the answers is folded away, because the form makes the reader's own list. */
function Papers({ say, procedure }: { say: Say; procedure: ProcedureVersion }) {
  const always = procedure.papers.filter(({ when }) => when === undefined)
  const sometimes = procedure.papers.filter(({ when }) => when !== undefined)

  return (
    <section aria-labelledby="giay-to">
      <h2 id="giay-to" className="panel-title">
        {say(texts.papers)}
      </h2>
      <ul className="needs">
        {procedure.form !== 'NONE' && (
          <li>
            <span className="ways-icon">
              <Icon name="person" />
            </span>
            <span>{say(texts.identityCard)}</span>
          </li>
        )}
        {always.map((paper) => (
          <PaperNeed key={paper.kind} say={say} paper={paper} />
        ))}
        {procedure.papers.length === 0 && (
          <li>
            <span className="ways-icon">
              <Icon name="check" />
            </span>
            <span>{say(texts.noPapers)}</span>
          </li>
        )}
      </ul>
      {sometimes.length > 0 && (
        <details className="after-list">
          <summary>
            <span>{say(texts.papersSometimes(sometimes.length))}</span>
          </summary>
          <ul className="needs">
            {sometimes.map((paper) => (
              <PaperNeed key={paper.kind} say={say} paper={paper} />
            ))}
          </ul>
        </details>
      )}
      {procedure.papers.length > 0 && <p className="quiet small after-list">{say(texts.papersIntro)}</p>}
    </section>
  )
}

function More({ say, language, procedure }: { say: Say; language: Language; procedure: ProcedureVersion }) {
  const consents = [...new Set(procedure.consents.map(({ from }) => from))]

  return (
    <div className="more">
      {consents.length > 0 && (
        <details>
          <summary>
            <span>{say(texts.consents)}</span>
          </summary>
          <ul>
            {consents.map((from) => (
              <li key={from}>{say(consentNames[from])}</li>
            ))}
          </ul>
        </details>
      )}
      {(procedure.variants.length > 0 || procedure.fee.basis !== 'none') && (
        <details>
          <summary>
            <span>{say(texts.otherClock)}</span>
          </summary>
          <ul>
            {procedure.variants.map((variant) => (
              <li key={variant.id}>
                {say(variant.name)}: {say(termText(variant.term))}
                {variant.fee && (
                  <>
                    , <FeeText fee={variant.fee} language={language} />
                  </>
                )}
              </li>
            ))}
            {procedure.fee.basis !== 'none' && <li>{say(texts.feeExempt)}</li>}
          </ul>
        </details>
      )}
      <details>
        <summary>
          <span>{say(texts.official)}</span>
        </summary>
        <div className="stack-tight">
          <p lang="vi">
            {procedure.name.vi} ({procedure.code})
          </p>
          <SourceLine say={say} source={procedure.termSource} about={say(texts.term)} />
          <SourceLine say={say} source={procedure.channel.source} about={say(shellTexts.siteName)} />
        </div>
      </details>
    </div>
  )
}

/** The law behind a statement, and whether anybody has checked it. */
function SourceLine({ say, source, about }: { say: Say; source: Source; about: string }) {
  return (
    <p className="quiet small">
      {say(texts.source)} ({about}): <span lang="vi">{source.text}</span>
      {source.mark !== 'seen' && `, ${say(texts.unchecked)}`}
    </p>
  )
}
