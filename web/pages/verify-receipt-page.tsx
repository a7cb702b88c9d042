import { sayIn } from '#shared/i18n/say.ts'
import { verifyTexts as texts } from '#shared/i18n/verify.ts'
import type { UnitName } from '#shared/units/schemas.ts'
import { type PageContext, Shell } from './shell.tsx'
import { UnitNames } from './unit-names.tsx'

/** Is this receipt the desk's, and unchanged? The script reads the file on the device; nothing is sent. */
export function VerifyReceiptPage({ context, units }: { context: PageContext; units: readonly UnitName[] }) {
  const say = sayIn(context.language)

  return (
    <Shell context={context} title={say(texts.receiptTitle)}>
      <main id="noi-dung" className="wrap stack">
        <div className="stack-tight">
          <h1>{say(texts.receiptTitle)}</h1>
          <p>{say(texts.receiptIntro)}</p>
        </div>
        <noscript>
          <div className="callout plain">
            <div>
              <p>{say(texts.receiptNoScript)}</p>
            </div>
          </div>
        </noscript>
        <div className="field">
          <label className="label" htmlFor="tep">
            {say(texts.receiptFile)}
          </label>
          <input className="input" id="tep" type="file" accept=".pdf,.json,application/pdf,application/json" />
        </div>
        <div id="ket-qua" role="status" />
        <p>
          <a href="/kt">{say(texts.toPapers)}</a>
        </p>
        <UnitNames units={units} context={context} />
      </main>
    </Shell>
  )
}
