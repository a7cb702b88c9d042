import type { ProcedureVersion } from '#shared/catalogue/types.ts'
import { assistanceTexts } from '#shared/i18n/assistance.ts'
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
  /** A neighbourhood helper fills it in: it is filed by the resident's yes, and the device keeps nothing. */
  isAssisted: boolean
}

/**
 * The frame into which the form's script writes. What stands there before says where else to file: also to browsers
 * that run scripts, but not these, or never get them.
 */
export function FillPage({ context, procedure, now, allowsDemoIdentities, isAssisted }: FillPageProps) {
  const say = sayIn(context.language)

  return (
    <Shell context={context} title={say(procedure.name)}>
      <main id="noi-dung" className={isAssisted ? 'wrap stack' : 'wrap'}>
        {isAssisted && (
          <p className="callout plain">
            <span>
              {say(assistanceTexts.helping)} <a href="/ho-tro">{say(assistanceTexts.backToMine)}</a>
            </span>
          </p>
        )}
        <div
          id="app"
          data-procedure={procedure.code}
          data-now={now.toISOString()}
          data-demo={allowsDemoIdentities ? 'yes' : undefined}
          data-assisted={isAssisted ? 'yes' : undefined}
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
