import type { ProcedureVersion } from '#shared/catalogue/types.ts'
import { formTexts as texts } from '#shared/i18n/form.ts'
import { sayIn } from '#shared/i18n/say.ts'
import { type PageContext, Shell } from './shell.tsx'

export interface FillPageProps {
  context: PageContext
  procedure: ProcedureVersion
  /** The desk's clock: what is past or a child is judged by it, not by a phone set wrong. */
  now: Date
  /** Practice numbers of the impossible province 000 pass outside production. */
  allowsDemoIdentities: boolean
}

/** The frame into which the form's script writes; without JavaScript it says where else to file. */
export function FillPage({ context, procedure, now, allowsDemoIdentities }: FillPageProps) {
  const say = sayIn(context.language)

  return (
    <Shell context={context} title={say(procedure.name)}>
      <main id="noi-dung" className="wrap">
        <div
          id="app"
          data-procedure={procedure.code}
          data-now={now.toISOString()}
          data-demo={allowsDemoIdentities ? 'yes' : undefined}
        >
          <p className="quiet loading">{say(texts.loading)}</p>
        </div>
        <noscript>
          <div className="callout yours">
            <div className="stack-tight">
              <h1>{say(procedure.name)}</h1>
              <p>{say(texts.needsScript)}</p>
              <p>
                <a href={`/thu-tuc/${procedure.code}`}>{say(texts.seePapers)}</a>
              </p>
            </div>
          </div>
        </noscript>
      </main>
    </Shell>
  )
}
