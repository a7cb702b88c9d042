import { homeTexts as texts } from '#shared/i18n/pages.ts'
import { sayIn } from '#shared/i18n/say.ts'
import type { Language } from '#shared/text/bilingual.ts'
import { Icon } from './icons.tsx'

/** One field that finds a procedure by any words, with or without diacritics. */
export function SearchForm({ language, query = '' }: { language: Language; query?: string }) {
  const say = sayIn(language)

  return (
    <search>
      <form action="/thu-tuc" method="get">
        <label className="label" htmlFor="q">
          {say(texts.search)}
        </label>
        <p className="hint" id="q-hint">
          {say(texts.searchHint)}
        </p>
        <div className="search-row">
          <input
            className="input"
            id="q"
            name="q"
            type="search"
            defaultValue={query}
            aria-describedby="q-hint"
            enterKeyHint="search"
            maxLength={120}
          />
          <button type="submit" className="button">
            <Icon name="search" />
            <span>{say(texts.searchButton)}</span>
          </button>
        </div>
      </form>
    </search>
  )
}
