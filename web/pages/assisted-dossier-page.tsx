import type { AssistedDossierView } from '#shared/assistance/schemas.ts'
import type { Confirmation } from '#shared/dossiers/assisted-by.ts'
import type { DossierState } from '#shared/dossiers/transitions.ts'
import { assistanceTexts as texts } from '#shared/i18n/assistance.ts'
import { codeTexts } from '#shared/i18n/codes.ts'
import { sayIn } from '#shared/i18n/say.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import { formatInstant } from '#shared/text/format.ts'
import { Icon } from './icons.tsx'
import { type PageContext, Shell } from './shell.tsx'

export interface AssistedDossierPageProps {
  context: PageContext
  dossier: AssistedDossierView & {
    unit: Bilingual
    state: DossierState
    receptionDueAt: Date | null
    confirmedBy: Confirmation
  }
}

/** One dossier as its helper may see it: shown to the resident after filing, and from the helper's list later. */
export function AssistedDossierPage({ context, dossier }: AssistedDossierPageProps) {
  const { language } = context
  const say = sayIn(language)
  const { code, procedure, sentence, filedAt, unit, state, receptionDueAt, confirmedBy } = dossier

  return (
    <Shell context={context} title={say(texts.doneTitle)}>
      <main id="noi-dung" className="wrap stack">
        <div className="done-panel">
          <Icon name="done" />
          <h1>{say(texts.doneTitle)}</h1>
          <p>{say(procedure.name)}</p>
        </div>
        <section className="panel stack-tight">
          <h2>{say(codeTexts.code)}</h2>
          <p>
            <strong className="big-code">{code}</strong>
          </p>
          <p>{say(sentence)}</p>
          <p className="quiet">{say(texts.filedAt(formatInstant(filedAt, language)))}</p>
        </section>
        <section className="stack-tight">
          <h2 className="panel-title">{say(texts.doneNext)}</h2>
          {state === 'submitted' && receptionDueAt && (
            <p>{say(texts.doneReception(say(unit), formatInstant(receptionDueAt, language)))}</p>
          )}
          {!receptionDueAt && <p>{say(texts.doneNotice(say(unit)))}</p>}
          <p>{say(confirmedBy === 'one_time_password' ? texts.keySent : texts.keyAtCounter)}</p>
        </section>
        <p className="screen-only">
          <a className="button main" href="/ho-tro">
            {say(texts.backToMine)}
          </a>
        </p>
      </main>
    </Shell>
  )
}
