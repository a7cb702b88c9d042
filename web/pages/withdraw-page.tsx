import type { TrackingView } from '#shared/dossiers/schemas.ts'
import { fieldTexts } from '#shared/i18n/fields.ts'
import { sayIn } from '#shared/i18n/say.ts'
import { shellTexts } from '#shared/i18n/shell.ts'
import { trackingTexts as texts } from '#shared/i18n/tracking.ts'
import { ErrorSummary } from './fields/error-summary.tsx'
import { Icon } from './icons.tsx'
import { type PageContext, Shell } from './shell.tsx'

export interface WithdrawPageProps {
  context: PageContext
  dossier: Pick<TrackingView, 'code' | 'version' | 'procedure'>
  reason: string
  /** The box was not ticked. */
  isUnsure: boolean
}

/** A page of its own for what cannot be taken back. */
export function WithdrawPage({ context, dossier, reason, isUnsure }: WithdrawPageProps) {
  const say = sayIn(context.language)
  const address = `/ho-so/${dossier.code}`

  return (
    <Shell context={context} title={say(texts.withdraw)} hasError={isUnsure}>
      <main id="noi-dung" className="wrap">
        <a className="back-link" href={address}>
          <Icon name="back" />
          {say(shellTexts.back)}
        </a>
        {isUnsure && <ErrorSummary say={say} entries={[{ message: say(texts.needSure), href: '#chac' }]} />}
        <form method="post" action={`${address}/rut`} className="stack" noValidate>
          <h1>{say(texts.withdraw)}</h1>
          <p>
            {say(dossier.procedure.name)}, {dossier.code}
          </p>
          <p>{say(texts.withdrawHelp)}</p>
          <input type="hidden" name="version" value={dossier.version} />
          <div>
            <label className="label" htmlFor="ly-do">
              {say(texts.withdrawReason)} <span className="optional">({say(fieldTexts.optional)})</span>
            </label>
            <textarea className="input" id="ly-do" name="reason" rows={3} maxLength={2000} defaultValue={reason} />
          </div>
          <div className={isUnsure ? 'field-invalid' : undefined}>
            {isUnsure && <p className="error-message">{say(texts.needSure)}</p>}
            <label className="choice">
              <input type="checkbox" id="chac" name="sure" value="yes" />
              <span className="choice-text">{say(texts.withdrawSure)}</span>
            </label>
          </div>
          <button type="submit" className="button danger main">
            {say(texts.withdraw)}
          </button>
        </form>
      </main>
    </Shell>
  )
}
