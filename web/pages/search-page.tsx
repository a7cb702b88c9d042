import type { LifeSituation } from '#shared/catalogue/situations.ts'
import type { ProcedureVersion } from '#shared/catalogue/types.ts'
import { procedureTexts as texts } from '#shared/i18n/pages.ts'
import { sayIn } from '#shared/i18n/say.ts'
import type { Language } from '#shared/text/bilingual.ts'
import { Icon } from './icons.tsx'
import { SearchForm } from './search-form.tsx'
import { type PageContext, Shell } from './shell.tsx'

export interface SearchPageProps {
  context: PageContext
  query: string
  /** What happened in the reader's life, when that led here. */
  situation?: LifeSituation | undefined
  /** Best match first; without a query all of them. */
  found: readonly ProcedureVersion[]
  /** Shown beneath when nothing was found, so that nobody is left before an empty page. */
  all: readonly ProcedureVersion[]
}

export function SearchPage({ context, query, situation, found, all }: SearchPageProps) {
  const say = sayIn(context.language)
  const title = say(situation?.title ?? (query ? texts.searchTitle : texts.allTitle))

  return (
    <Shell context={context} title={title}>
      <main id="noi-dung" className="wrap stack">
        <h1>{title}</h1>
        {!situation && <SearchForm language={context.language} query={query} />}
        {query && (
          <div role="status" className="stack-tight">
            <p>
              <strong>{say(found.length > 0 ? texts.found(found.length, query) : texts.nothing(query))}</strong>
            </p>
            {found.length === 0 && <p>{say(texts.nothingHelp)}</p>}
          </div>
        )}
        <ProcedureList language={context.language} procedures={found.length > 0 ? found : all} />
        {situation && (
          <p>
            <a href="/thu-tuc">{say(texts.allTitle)}</a>
          </p>
        )}
      </main>
    </Shell>
  )
}

function ProcedureList({ language, procedures }: { language: Language; procedures: readonly ProcedureVersion[] }) {
  const say = sayIn(language)

  return (
    <ul className="ways">
      {procedures.map((procedure) => (
        <li key={procedure.code}>
          <a href={`/thu-tuc/${procedure.code}`}>
            <span className="ways-text">
              <span className="ways-title">{say(procedure.name)}</span>
              <span className="ways-note">{say(procedure.summary)}</span>
            </span>
            <Icon name="next" className="ways-arrow" />
          </a>
        </li>
      ))}
    </ul>
  )
}
