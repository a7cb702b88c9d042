import type { TrackingView } from '#shared/dossiers/schemas.ts'
import { accountTexts as texts } from '#shared/i18n/account.ts'
import { sayIn } from '#shared/i18n/say.ts'
import { Icon } from './icons.tsx'
import { type PageContext, Shell } from './shell.tsx'

export interface MyDossiersPageProps {
  context: PageContext
  dossiers: readonly Pick<TrackingView, 'code' | 'procedure' | 'sentence'>[]
}

/** The dossiers whose keys this browser proved, without an account. */
export function MyDossiersPage({ context, dossiers }: MyDossiersPageProps) {
  const say = sayIn(context.language)

  return (
    <Shell context={context} title={say(texts.mine)}>
      <main id="noi-dung" className="wrap stack">
        <div className="stack-tight">
          <h1>{say(texts.mine)}</h1>
          <p className="quiet">{say(texts.mineIntro)}</p>
        </div>
        {dossiers.length === 0 && <p>{say(texts.none)}</p>}
        {dossiers.length > 0 && (
          <ul className="ways">
            {dossiers.map(({ code, procedure, sentence }) => (
              <li key={code}>
                <a href={`/ho-so/${code}`}>
                  <span className="ways-text">
                    <span className="ways-title">{say(procedure.name)}</span>
                    <span className="ways-note">
                      {code}. {say(sentence)}
                    </span>
                  </span>
                  <Icon name="next" className="ways-arrow" />
                </a>
              </li>
            ))}
          </ul>
        )}
        <p>
          <a href="/tra-cuu">{say(texts.openAnother)}</a>
        </p>
        {dossiers.length > 0 && (
          <form method="post" action="/tra-cuu/dong">
            <button type="submit" className="button quiet-button">
              {say(texts.closeAll)}
            </button>
          </form>
        )}
      </main>
    </Shell>
  )
}
