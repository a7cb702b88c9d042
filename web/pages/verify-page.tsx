import type { VerificationView } from '#shared/certificates/schemas.ts'
import { verdictWords } from '#shared/certificates/verdict-words.ts'
import { sayIn } from '#shared/i18n/say.ts'
import { verifyTexts as texts } from '#shared/i18n/verify.ts'
import { formatInstant, formatIsoDay } from '#shared/text/format.ts'
import type { UnitName } from '#shared/units/schemas.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import { type PageContext, Shell } from './shell.tsx'
import { UnitNames } from './unit-names.tsx'

export interface VerifyPageProps {
  context: PageContext
  /** How units are called, for the script, which may have no network. */
  units: readonly UnitName[]
  /** What the desk itself answered, where the page's own script could not or was not asked. */
  answer?: VerificationView
  code?: string
}

/**
 * Is this paper the desk's? The page's script answers on the device and offline; without scripts the form asks the
 * desk.
 */
export function VerifyPage({ context, units, answer, code = '' }: VerifyPageProps) {
  const say = sayIn(context.language)

  return (
    <Shell context={context} title={say(texts.title)}>
      <main id="noi-dung" className="wrap stack">
        <div className="stack-tight">
          <h1>{say(texts.title)}</h1>
          <p>{say(texts.intro)}</p>
          <p className="quiet">{say(texts.privacy)}</p>
        </div>
        <div id="ket-qua" role="status">
          {answer && <Answer answer={answer} context={context} />}
        </div>
        <form method="post" action="/kt" className="stack" id="verify-form" noValidate>
          <div className="field">
            <label className="label" htmlFor="ma">
              {say(texts.code)}
            </label>
            <textarea
              className="input"
              id="ma"
              name="code"
              rows={4}
              defaultValue={code}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={700}
            />
          </div>
          <div className="stack-tight">
            <button type="submit" className="button main">
              {say(texts.check)}
            </button>
            <button type="submit" className="button" name="ask" value="1">
              {say(texts.ask)}
            </button>
          </div>
        </form>
        <p>
          <a href="/kt/bien-nhan">{say(texts.toReceipts)}</a>
        </p>
        <UnitNames units={units} context={context} />
      </main>
    </Shell>
  )
}

const tones: Readonly<Record<VerificationView['verdict'], string>> = {
  valid: 'good',
  expired: 'yours',
  old_key: 'yours',
  revoked: 'bad',
  altered: 'bad',
  forged: 'bad',
  unreadable: 'plain',
}

function Answer({ answer: { verdict, certificate }, context }: { answer: VerificationView; context: PageContext }) {
  const say = sayIn(context.language)
  const { title, advice } = verdictWords[verdict]
  const rows: [string, string][] = certificate
    ? [
        [say(texts.form), certificate.form],
        [say(texts.number), certificate.number],
        [say(texts.unit), say(policeOf(certificate.unit))],
        [say(texts.dossier), certificate.code],
        [say(texts.issuedOn), formatIsoDay(certificate.issuedOn)],
        [say(texts.expiresOn), certificate.expiresOn ? formatIsoDay(certificate.expiresOn) : say(texts.noEnd)],
        [say(texts.holder), certificate.holder],
        ...(certificate.revokedAt
          ? [[say(texts.revokedAt), formatInstant(certificate.revokedAt, context.language)] as [string, string]]
          : []),
        ...(certificate.documentSha256
          ? [[say(texts.documentHash), certificate.documentSha256] as [string, string]]
          : []),
      ]
    : []

  return (
    <div className={`callout ${tones[verdict]}`} data-verdict={verdict}>
      <div>
        <h2>{say(title)}</h2>
        <p>{say(advice)}</p>
        {rows.length > 0 && (
          <dl className="facts">
            {rows.map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </div>
  )
}
