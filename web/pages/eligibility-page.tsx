import type { DecidingQuestion } from '#shared/catalogue/deciding-questions.ts'
import type { Channel, Consent, Fee, Paper, ProcedureVersion } from '#shared/catalogue/types.ts'
import { consentNames } from '#shared/i18n/consents.ts'
import { eligibilityTexts as texts } from '#shared/i18n/eligibility.ts'
import { procedureTexts } from '#shared/i18n/pages.ts'
import { type Say, sayIn } from '#shared/i18n/say.ts'
import { formatInstant } from '#shared/text/format.ts'
import { Icon } from './icons.tsx'
import { ChannelNote, FeeText, PaperNeed } from './service-parts.tsx'
import { type PageContext, Shell } from './shell.tsx'

/** What one filing needs, once the questions are answered. */
export interface Needs {
  papers: readonly Paper[]
  consents: readonly Consent['from'][]
  /** Depends on birthdays, which the taps do not ask. */
  mayNeedGuardian: boolean
  fee: Fee
  channel: Omit<Channel, 'except'>
  dueAt: Date | undefined
}

export interface EligibilityPageProps {
  context: PageContext
  procedure: Pick<ProcedureVersion, 'code' | 'name'>
  /** The answers so far as the address carries them. */
  answered: readonly { name: string; value: string }[]
  /** Either the next question, or what it came to. */
  question: DecidingQuestion | undefined
  needs: Needs
}

/** One question a page, each answer one tap and one address: going back is the browser's own button. */
export function EligibilityPage({ context, procedure, answered, question, needs }: EligibilityPageProps) {
  const say = sayIn(context.language)
  const title = question
    ? say(question.title)
    : say(texts.papers(needs.papers.filter(({ optional }) => !optional).length))

  return (
    <Shell context={context} title={`${title} – ${say(procedure.name)}`}>
      <main id="noi-dung" className="wrap stack">
        <a className="back-link" href={`/thu-tuc/${procedure.code}`}>
          <Icon name="back" />
          {say(procedure.name)}
        </a>
        {question ? (
          <Question say={say} code={procedure.code} answered={answered} question={question} title={title} />
        ) : (
          <Result context={context} procedure={procedure} needs={needs} title={title} />
        )}
        {answered.length > 0 && (
          <p>
            <a href={`/thu-tuc/${procedure.code}/dieu-kien`}>{say(texts.again)}</a>
          </p>
        )}
      </main>
    </Shell>
  )
}

function Question({
  say,
  code,
  answered,
  question,
  title,
}: {
  say: Say
  code: string
  answered: EligibilityPageProps['answered']
  question: DecidingQuestion
  title: string
}) {
  const options =
    question.kind === 'yesNo'
      ? [
          { value: 'yes', label: texts.yes },
          { value: 'no', label: texts.no },
        ]
      : question.options

  return (
    <form method="get" action={`/thu-tuc/${code}/dieu-kien`} className="stack">
      <div className="stack-tight">
        <p className="quiet">{say(texts.step(answered.length + 1))}</p>
        <h1>{title}</h1>
        {question.hint && <p className="quiet">{say(question.hint)}</p>}
      </div>
      {answered.map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="tap-list">
        {options.map((option) => (
          <button key={option.value} type="submit" name={question.name} value={option.value} className="tap">
            <span>
              {say(option.label)}
              {'hint' in option && option.hint && <span className="ways-note">{say(option.hint)}</span>}
            </span>
            <Icon name="next" className="ways-arrow" />
          </button>
        ))}
      </div>
    </form>
  )
}

function Result({
  context,
  procedure,
  needs,
  title,
}: Pick<EligibilityPageProps, 'context' | 'procedure' | 'needs'> & { title: string }) {
  const say = sayIn(context.language)
  const isPortalOnly = needs.channel.status === 'portal_only'

  return (
    <>
      <h1>{title}</h1>
      {needs.papers.length > 0 && (
        <ul className="needs">
          {needs.papers.map((paper) => (
            <PaperNeed key={paper.kind} say={say} paper={paper} />
          ))}
        </ul>
      )}
      <p className="quiet small">{say(texts.nothingElse)}</p>
      {needs.consents.length > 0 && (
        <section className="stack-tight">
          <h2>{say(texts.consents)}</h2>
          <ul>
            {needs.consents.map((from) => (
              <li key={from}>{say(consentNames[from])}</li>
            ))}
          </ul>
        </section>
      )}
      {needs.mayNeedGuardian && !needs.consents.includes('guardian') && <p>{say(texts.consentsIf)}</p>}
      <dl className="panel facts">
        <div>
          <dt>{say(procedureTexts.fee)}</dt>
          <dd>
            <FeeText fee={needs.fee} language={context.language} />
          </dd>
        </div>
        {needs.dueAt && (
          <div>
            <dt>{say(procedureTexts.ifFiledNow)}</dt>
            <dd>
              <strong>{formatInstant(needs.dueAt, context.language)}</strong>
            </dd>
          </div>
        )}
      </dl>
      <ChannelNote say={say} channel={needs.channel} />
      <a className="button main" href={`/nop/${procedure.code}`}>
        {say(isPortalOnly ? procedureTexts.prepare : procedureTexts.start)}
        <Icon name="next" className="icon-after" />
      </a>
      <p>{say(texts.counter)}</p>
    </>
  )
}
