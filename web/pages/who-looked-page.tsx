import type { Role } from '#shared/accounts/schemas.ts'
import { roleNames, accountTexts as texts } from '#shared/i18n/account.ts'
import { complaintTexts } from '#shared/i18n/complaints.ts'
import { sayIn } from '#shared/i18n/say.ts'
import { shellTexts } from '#shared/i18n/shell.ts'
import { formatInstant } from '#shared/text/format.ts'
import type { UnitName } from '#shared/units/schemas.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import { Icon } from './icons.tsx'
import { type PageContext, Shell } from './shell.tsx'

export interface WhoLookedPageProps {
  context: PageContext
  code: string
  /** The latest first; without a unit: the province's office. */
  looks: readonly { unit: UnitName | undefined; role: Role; purpose: string; at: Date }[]
}

/** Which offices looked at a dossier, in which role, when and why. */
export function WhoLookedPage({ context, code, looks }: WhoLookedPageProps) {
  const { language } = context
  const say = sayIn(language)
  const address = `/ho-so/${code}`

  return (
    <Shell context={context} title={say(texts.looked)}>
      <main id="noi-dung" className="wrap stack">
        <a className="back-link" href={address}>
          <Icon name="back" />
          {say(shellTexts.back)}
        </a>
        <div className="stack-tight">
          <h1>{say(texts.looked)}</h1>
          <p className="quiet">{code}</p>
          <p>{say(texts.lookedIntro)}</p>
        </div>
        {looks.length === 0 && <p>{say(texts.nobody)}</p>}
        <ol className="timeline">
          {looks.map(({ unit, role, purpose, at }) => (
            <li key={`${at.toISOString()} ${unit?.code} ${role} ${purpose}`}>
              <p>
                {say(unit ? policeOf(unit) : texts.province)}, {say(roleNames[role])}
              </p>
              <p className="quiet small">
                <span lang="vi">{purpose}</span>, <time dateTime={at.toISOString()}>{formatInstant(at, language)}</time>
              </p>
            </li>
          ))}
        </ol>
        <p>
          <a href={`${address}/phan-anh`}>{say(complaintTexts.title)}</a>
        </p>
      </main>
    </Shell>
  )
}
