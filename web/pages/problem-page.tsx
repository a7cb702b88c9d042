import { problemTexts as texts } from '#shared/i18n/pages.ts'
import { sayIn } from '#shared/i18n/say.ts'
import { shellTexts } from '#shared/i18n/shell.ts'
import { type PageContext, Shell } from './shell.tsx'

export interface ProblemPageProps {
  context: PageContext
  kind: 'notFound' | 'refused' | 'tooMany' | 'broken' | 'unavailable'
  /** Shown as "mã sự cố" so that a person can be helped over the phone. */
  traceId?: string
}

const words = {
  notFound: { title: texts.notFoundTitle, text: texts.notFound },
  refused: { title: texts.refusedTitle, text: texts.refused },
  tooMany: { title: texts.tooManyTitle, text: texts.tooMany },
  broken: { title: texts.brokenTitle, text: texts.broken },
  unavailable: { title: texts.unavailableTitle, text: texts.unavailable },
}

/** What happened, that the data is safe, and what to do next. */
export function ProblemPage({ context, kind, traceId }: ProblemPageProps) {
  const say = sayIn(context.language)
  const { title, text } = words[kind]

  return (
    <Shell context={context} title={say(title)}>
      <main id="noi-dung" className="wrap stack">
        <h1>{say(title)}</h1>
        <p>{say(text)}</p>
        <div className="buttons">
          {kind !== 'notFound' && (
            <a className="button" href={context.path}>
              {say(texts.tryAgain)}
            </a>
          )}
          <a className="button quiet-button" href="/">
            {say(texts.toHome)}
          </a>
        </div>
        {traceId && (
          <p className="quiet small">
            {say(shellTexts.incident)}: <code>{traceId}</code>
          </p>
        )}
      </main>
    </Shell>
  )
}
