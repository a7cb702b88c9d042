import { type LifeSituation, lifeSituations } from '#shared/catalogue/situations.ts'
import type { ProcedureVersion } from '#shared/catalogue/types.ts'
import { codeTexts } from '#shared/i18n/codes.ts'
import { homeTexts as texts } from '#shared/i18n/pages.ts'
import { type Say, sayIn } from '#shared/i18n/say.ts'
import { trackingTexts } from '#shared/i18n/tracking.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import { Icon, type IconName } from './icons.tsx'
import { SearchForm } from './search-form.tsx'
import { type PageContext, Shell } from './shell.tsx'

export interface HomePageProps {
  context: PageContext
  /** Today's hours in a sentence, from the calendar that also counts the terms. */
  today: Bilingual
  isOpen: boolean
  /** In force today. */
  procedures: readonly ProcedureVersion[]
}

export function HomePage({ context, today, isOpen, procedures }: HomePageProps) {
  const say = sayIn(context.language)

  return (
    <Shell context={context} title={say(texts.title)}>
      <main id="noi-dung" className="wrap stack">
        <div className="stack-tight">
          <h1>{say(texts.title)}</h1>
          <p className="quiet">{say(texts.intro)}</p>
        </div>
        <SearchForm language={context.language} />
        <section aria-labelledby="viec">
          <h2 id="viec" className="panel-title">
            {say(texts.situations)}
          </h2>
          <ul className="ways">
            {lifeSituations.map((situation) => (
              <SituationLine key={situation.id} say={say} situation={situation} procedures={procedures} />
            ))}
          </ul>
          <p className="after-list">
            <a href="/thu-tuc">{say(texts.all)}</a>
          </p>
        </section>
        <section className="panel" aria-labelledby="tra-cuu">
          <h2 id="tra-cuu" className="panel-title">
            {say(texts.track)}
          </h2>
          <form method="post" action="/tra-cuu" className="stack-tight">
            <div>
              <label className="label" htmlFor="ma">
                {say(codeTexts.code)}
              </label>
              <input
                className="input digits"
                id="ma"
                name="code"
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
              />
            </div>
            <div>
              <label className="label" htmlFor="khoa">
                {say(codeTexts.key)}
              </label>
              <input
                className="input digits"
                id="khoa"
                name="key"
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
              />
            </div>
            <button type="submit" className="button quiet-button">
              {say(trackingTexts.open)}
            </button>
          </form>
        </section>
        <p className={`today ${isOpen ? 'is-open' : ''}`}>
          <Icon name="clock" />
          <span>
            <strong>{say(texts.today)}</strong> {say(today)} {say(texts.onlineAlways)}
          </span>
        </p>
      </main>
    </Shell>
  )
}

const situationIcons: Record<string, IconName> = {
  'rented-room': 'key',
  guest: 'bed',
  'needs-paper': 'paper',
  'moved-home': 'house',
  newborn: 'person',
  'household-changed': 'split',
  'left-or-died': 'road',
  'no-papers': 'info',
}

/** Leads to the procedure, or to the few that it may be; one that is no longer in force leads nowhere. */
function SituationLine({
  say,
  situation,
  procedures,
}: {
  say: Say
  situation: LifeSituation
  procedures: readonly ProcedureVersion[]
}) {
  const own = situation.procedures.flatMap((code) => procedures.find((procedure) => procedure.code === code) ?? [])
  const [first] = own
  if (!first) return null

  return (
    <li>
      <a href={own.length === 1 ? `/thu-tuc/${first.code}` : `/thu-tuc?viec=${situation.id}`}>
        <span className="ways-icon">
          <Icon name={situationIcons[situation.id] ?? 'paper'} />
        </span>
        <span className="ways-text">
          <span className="ways-title">{say(situation.title)}</span>
          <span className="ways-note">
            {say(first.name)}
            {own.length > 1 && ` ${say(texts.andOthers(own.length - 1))}`}
          </span>
        </span>
        <Icon name="next" className="ways-arrow" />
      </a>
    </li>
  )
}
