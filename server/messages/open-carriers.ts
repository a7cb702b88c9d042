import type { Deps } from '../platform/deps.ts'
import type { Carriers } from './carrier.ts'
import { emailCarrier } from './email-carrier.ts'
import { recordingCarrier } from './recording-carrier.ts'

/** To what kind of address this desk can write at all. */
export interface Reach {
  phone: boolean
  email: boolean
}

/** What `openCarriers` opens, for a page that must not promise what nobody carries. */
export const reachOf = ({ isProduction, smtpUrl, mailFrom }: Deps['config']): Reach => ({
  phone: !isProduction,
  email: !isProduction || Boolean(smtpUrl && mailFrom),
})

/**
 * The ways this desk has: e-mail where an SMTP server is named, and outside production recordings of all the others.
 *
 * SMS and Zalo need a contract with an operator, whose adapter implements `Carrier` and is named here. Until then a
 * production desk without e-mail tells nobody by itself: its messages become calls for the officers at once.
 */
export function openCarriers(deps: Pick<Deps, 'config' | 'pool' | 'now'>): Carriers & { close(): void } {
  const { isProduction, smtpUrl, mailFrom } = deps.config
  const mail = smtpUrl && mailFrom ? emailCarrier({ url: smtpUrl, from: mailFrom }) : undefined
  const recorded: Carriers = isProduction
    ? {}
    : {
        email: recordingCarrier(deps, 'email'),
        zalo: recordingCarrier(deps, 'zalo'),
        sms: recordingCarrier(deps, 'sms'),
      }

  return { ...recorded, ...(mail && { email: mail }), close: () => mail?.close() }
}
