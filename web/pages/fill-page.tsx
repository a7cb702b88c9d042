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

/**
 * The frame into which the form's script writes. What stands there before says where else to file: also to browsers
 * that run scripts, but not these, or never get them.
 */
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
          <div className="stack loading">
            <h1>{say(procedure.name)}</h1>
            <p>{say(texts.loading)}</p>
            <p className="quiet">{say(texts.needsScript)}</p>
            <p>
              <a href={`/thu-tuc/${procedure.code}`}>{say(texts.seePapers)}</a>
            </p>
          </div>
        </div>
      </main>
    </Shell>
  )
}
