import { codeTexts } from '#shared/i18n/codes.ts'
import { sayIn } from '#shared/i18n/say.ts'
import { trackingTexts as texts } from '#shared/i18n/tracking.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import { ErrorSummary } from './fields/error-summary.tsx'
import { type PageContext, Shell } from './shell.tsx'

export interface TrackPageProps {
  context: PageContext
  /** What was typed; the key is never written back into a page. */
  code: string
  problem?: { message: Bilingual; field: 'code' | 'key' }
  note?: Bilingual
}

/** Two codes open a dossier, without an account. A slip's QR fills them in (`track-fill.ts`). */
export function TrackPage({ context, code, problem, note }: TrackPageProps) {
  const say = sayIn(context.language)
  const errorFor = (field: 'code' | 'key') => (problem?.field === field ? say(problem.message) : undefined)

  return (
    <Shell context={context} title={say(texts.title)} hasError={problem !== undefined}>
      <main id="noi-dung" className="wrap stack">
        {problem && (
          <ErrorSummary
            say={say}
            keepsTyped={false}
            entries={[{ message: say(problem.message), href: `#${problem.field === 'code' ? 'ma' : 'khoa'}` }]}
          />
        )}
        <div className="stack-tight">
          <h1>{say(texts.title)}</h1>
          <p className="quiet">{say(texts.intro)}</p>
        </div>
        {note && (
          <div className="callout plain">
            <div>
              <p>{say(note)}</p>
            </div>
          </div>
        )}
        <form method="post" action="/tra-cuu" className="stack" id="track-form" noValidate>
          <CodeField
            id="ma"
            name="code"
            label={say(codeTexts.code)}
            hint={say(texts.codeHint)}
            error={errorFor('code')}
            value={code}
          />
          <CodeField
            id="khoa"
            name="key"
            label={say(codeTexts.key)}
            hint={say(texts.keyHint)}
            error={errorFor('key')}
          />
          <button type="submit" className="button main">
            {say(texts.open)}
          </button>
        </form>
        <details>
          <summary>
            <span>{say(texts.lost)}</span>
          </summary>
          <div>
            <p>{say(texts.lostHelp)}</p>
          </div>
        </details>
      </main>
    </Shell>
  )
}

interface CodeFieldProps {
  id: string
  name: string
  label: string
  hint: string
  error: string | undefined
  value?: string
}

function CodeField({ id, name, label, hint, error, value }: CodeFieldProps) {
  return (
    <div className={`field ${error ? 'field-invalid' : ''}`}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {error && (
        <p className="error-message" id={`${id}-error`}>
          {error}
        </p>
      )}
      <input
        className="input digits"
        id={id}
        name={name}
        defaultValue={value}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
        aria-describedby={`${id}-hint${error ? ` ${id}-error` : ''}`}
        aria-invalid={error ? true : undefined}
      />
    </div>
  )
}
