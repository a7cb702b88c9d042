import { paymentTexts, simulatedBankTexts as texts } from '#shared/i18n/payments.ts'
import { sayIn } from '#shared/i18n/say.ts'
import { formatMoney } from '#shared/text/format.ts'
import { type PageContext, Shell } from './shell.tsx'

/** What the trial bank can be told to do with one transfer. */
export const bankDeeds = ['pay', 'short', 'twice', 'lost', 'fail'] as const
export type BankDeed = (typeof bankDeeds)[number]

export interface SimulatedBankPageProps {
  context: PageContext
  code: string
  transfer: { accountNumber: string; amount: number; reference: string }
}

/** A bank to try payments with; its buttons send what a real one would send by itself. */
export function SimulatedBankPage({ context, code, transfer }: SimulatedBankPageProps) {
  const say = sayIn(context.language)

  return (
    <Shell context={context} title={say(texts.title)}>
      <main id="noi-dung" className="wrap stack">
        <h1>{say(texts.title)}</h1>
        <p>{say(texts.intro)}</p>
        <p>
          {formatMoney(transfer.amount, context.language)}, {say(paymentTexts.account)} {transfer.accountNumber},{' '}
          {transfer.reference}
        </p>
        <form method="post" action={`/ngan-hang-thu/${code}`} className="stack-tight">
          {bankDeeds.map((deed) => (
            <p key={deed}>
              <button type="submit" name="deed" value={deed} className="button quiet-button">
                {say(texts[deed])}
              </button>
            </p>
          ))}
        </form>
      </main>
    </Shell>
  )
}
