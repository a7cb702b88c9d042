import type { ConsentsView, ConsentView } from '#shared/consents/schemas.ts'
import { consentStateNames } from '#shared/i18n/consent-page.ts'
import { askedTexts as texts } from '#shared/i18n/consents.ts'
import type { Say } from '#shared/i18n/say.ts'
import type { Bilingual, Language } from '#shared/text/bilingual.ts'
import { formatInstant } from '#shared/text/format.ts'
import { Icon } from './icons.tsx'

interface ConsentsPanelProps {
  say: Say
  language: Language
  consents: ConsentsView
}

/** Who was asked to agree by a link, and what came of it; people by role and masked name, for whoever reads over a shoulder. */
export function ConsentsPanel({ say, language, consents: { items, toBeAsked } }: ConsentsPanelProps) {
  if (items.length === 0 && toBeAsked === 0) return null

  return (
    <section className="panel stack-tight" aria-labelledby="y-kien">
      <h2 id="y-kien">{say(texts.title)}</h2>
      {items.length > 0 && (
        <dl className="facts">
          {items.map((consent) => (
            <div key={consent.id}>
              <dt>
                {say(consent.roleName)}: {maskedName(consent.name)}
                {consent.sendsTo && ` (${consent.sendsTo})`}
              </dt>
              <dd>
                {say(consentStateNames[consent.state])}
                <p className="quiet small">{whenOf(say, language, consent)}</p>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {toBeAsked > 0 && <p className="quiet">{say(texts.sending)}</p>}
    </section>
  )
}

/** What the resident can do about a word that is missing: bring that person to the counter. */
export function MissingConsent({ say, unit, consent }: { say: Say; unit: Bilingual; consent: ConsentView }) {
  const isRefused = consent.state === 'refused'

  return (
    <section className="callout yours">
      <Icon name="yours" />
      <div className="stack-tight">
        <h2>{say(isRefused ? texts.refused(consent.roleName) : texts.unanswered(consent.roleName))}</h2>
        <p>{say(isRefused ? texts.refusedHelp(unit) : texts.unansweredHelp(unit))}</p>
      </div>
    </section>
  )
}

/** The word that is missing: a refusal before a silence, which no longer matters once the papers were found complete. */
export const missingConsent = (items: readonly ConsentView[], isAccepted: boolean): ConsentView | undefined =>
  items.find(({ state }) => state === 'refused') ??
  (isAccepted ? undefined : items.find(({ state }) => state === 'expired'))

function whenOf(say: Say, language: Language, { state, askedAt, expiresAt, answeredAt }: ConsentView): string {
  if (state === 'asked') return say(texts.until(formatInstant(expiresAt, language)))

  return formatInstant(answeredAt ?? (state === 'expired' ? expiresAt : askedAt), language)
}

/** "T… V… Tùng": enough for who knows the person. */
const maskedName = (name: string): string =>
  name
    .split(/\s+/)
    .map((word, index, words) => (index < words.length - 1 ? `${word.charAt(0)}…` : word))
    .join(' ')
