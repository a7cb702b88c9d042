import type { ConsentState } from '#shared/consents/schemas.ts'
import { consentStateNames, consentTexts as texts } from '#shared/i18n/consent-page.ts'
import { sayIn } from '#shared/i18n/say.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import { ErrorSummary } from './fields/error-summary.tsx'
import { type PageContext, Shell } from './shell.tsx'

export interface ConsentPageProps {
  context: PageContext
  /** Address of this page: forms are sent below it. */
  address: string
  cover: { code: string; unit: Bilingual; role: Bilingual; state: ConsentState; sendsTo: string }
  /** A password is on its way. */
  isSent: boolean
  problem?: string
  /** Present once the password was right. */
  matter?: { name: string; applicantName: string; procedure: Bilingual; request: string; password: string }
}

/** Asked to agree by a link: first the password, then what it is about, then yes or no. Works without scripts. */
export function ConsentPage({ context, address, cover, isSent, problem, matter }: ConsentPageProps) {
  const say = sayIn(context.language)

  return (
    <Shell context={context} title={say(texts.title)} hasError={problem !== undefined}>
      <main id="noi-dung" className="wrap stack">
        {problem && <ErrorSummary say={say} keepsTyped={false} entries={[{ message: problem, href: '#mat-khau' }]} />}
        <div className="stack-tight">
          <h1>{say(texts.title)}</h1>
          <p>{say(texts.intro(say(cover.unit), cover.code))}</p>
          <p>{say(texts.asRole(say(cover.role)))}</p>
        </div>
        {cover.state !== 'asked' ? (
          <p className="callout plain">{say(consentStateNames[cover.state])}</p>
        ) : matter ? (
          <Matter say={say} address={address} role={cover.role} matter={matter} />
        ) : (
          <Password say={say} address={address} sendsTo={cover.sendsTo} isSent={isSent} />
        )}
        <p className="quiet">{say(texts.unknown)}</p>
        <p className="quiet">{say(texts.counter)}</p>
      </main>
    </Shell>
  )
}

type Say = ReturnType<typeof sayIn>

function Password({ say, address, sendsTo, isSent }: { say: Say; address: string; sendsTo: string; isSent: boolean }) {
  return (
    <>
      {isSent && (
        <form method="post" action={`${address}/noi-dung`} className="stack" noValidate>
          <p role="status">{say(texts.passwordSent(sendsTo))}</p>
          <div>
            <label className="label" htmlFor="mat-khau">
              {say(texts.password)}
            </label>
            <input
              className="input digits"
              id="mat-khau"
              name="password"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={12}
            />
          </div>
          <button type="submit" className="button main">
            {say(texts.show)}
          </button>
        </form>
      )}
      <form method="post" action={`${address}/mat-khau`}>
        <button type="submit" className={isSent ? 'button quiet-button' : 'button main'}>
          {say(isSent ? texts.sendAgain : texts.sendPassword(sendsTo))}
        </button>
      </form>
    </>
  )
}

function Matter({
  say,
  address,
  role,
  matter,
}: {
  say: Say
  address: string
  role: Bilingual
  matter: NonNullable<ConsentPageProps['matter']>
}) {
  return (
    <form method="post" action={`${address}/tra-loi`} className="stack">
      <section>
        <h2>{say(texts.matter)}</h2>
        <dl className="panel facts">
          <div>
            <dt>{say(texts.applicant)}</dt>
            <dd>{matter.applicantName}</dd>
          </div>
          <div>
            <dt>{say(texts.procedure)}</dt>
            <dd>{say(matter.procedure)}</dd>
          </div>
          <div>
            <dt>{say(texts.request)}</dt>
            <dd lang="vi">{matter.request}</dd>
          </div>
        </dl>
      </section>
      <p>{say(texts.statement(matter.name, say(role)))}</p>
      <input type="hidden" name="password" value={matter.password} />
      <div className="buttons">
        <button type="submit" name="answer" value="agree" className="button main">
          {say(texts.agree)}
        </button>
        <button type="submit" name="answer" value="refuse" className="button danger">
          {say(texts.refuse)}
        </button>
      </div>
    </form>
  )
}
