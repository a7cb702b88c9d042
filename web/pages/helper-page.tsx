import type { AssistedDossierView } from '#shared/assistance/schemas.ts'
import { assistedDossiersShown } from '#shared/assistance/schemas.ts'
import type { ProcedureVersion } from '#shared/catalogue/types.ts'
import { assistanceTexts as texts } from '#shared/i18n/assistance.ts'
import { sayIn } from '#shared/i18n/say.ts'
import { formatInstant } from '#shared/text/format.ts'
import { Icon } from './icons.tsx'
import { type PageContext, Shell } from './shell.tsx'

export interface HelperPageProps {
  context: PageContext
  /** Whose account it is, as its name says. */
  name: string
  /** In force today. */
  procedures: readonly ProcedureVersion[]
  dossiers: readonly AssistedDossierView[]
}

/** Where a neighbourhood helper begins a filing for somebody, and sees by code how far the own ones are. */
export function HelperPage({ context, name, procedures, dossiers }: HelperPageProps) {
  const say = sayIn(context.language)

  return (
    <Shell context={context} title={say(texts.title)}>
      <main id="noi-dung" className="wrap stack">
        <div className="stack-tight">
          <h1>{say(texts.title)}</h1>
          <p>{say(texts.intro)}</p>
          <p className="quiet">{say(texts.person(name))}</p>
        </div>
        <section aria-labelledby="bat-dau">
          <h2 id="bat-dau" className="panel-title">
            {say(texts.begin)}
          </h2>
          <ul className="ways">
            {procedures.map((procedure) => (
              <li key={procedure.code}>
                <a href={`/nop/${procedure.code}`}>
                  <span className="ways-text">
                    <span className="ways-title">{say(procedure.name)}</span>
                  </span>
                  <Icon name="next" className="ways-arrow" />
                </a>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="da-giup">
          <h2 id="da-giup" className="panel-title">
            {say(texts.mine)}
          </h2>
          <p className="quiet">{say(texts.mineNote(assistedDossiersShown))}</p>
          {dossiers.length === 0 && <p>{say(texts.none)}</p>}
          {dossiers.length > 0 && (
            <ul className="ways">
              {dossiers.map(({ code, procedure, sentence, filedAt }) => (
                <li key={code}>
                  <a href={`/ho-tro/ho-so/${code}`}>
                    <span className="ways-text">
                      <span className="ways-title">{code}</span>
                      <span className="ways-note">{say(procedure.name)}</span>
                      <span className="ways-note">
                        {say(sentence)} {say(texts.filedAt(formatInstant(filedAt, context.language)))}
                      </span>
                    </span>
                    <Icon name="next" className="ways-arrow" />
                  </a>
                </li>
              ))}
            </ul>
          )}
        </section>
        <form method="post" action="/ho-tro/dang-xuat">
          <button type="submit" className="button quiet-button">
            {say(texts.signOut)}
          </button>
        </form>
      </main>
    </Shell>
  )
}
