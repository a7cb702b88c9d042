import { sessionView } from '#shared/accounts/schemas.ts'
import { queueView } from '#shared/dossiers/queue-schemas.ts'
import { type Browser, type DeskClient, DeskRefusal } from './desk-client.ts'
import type { PlannedDossier } from './plan.ts'
import type { Filed } from './run-state.ts'
import type { StaffStep } from './steps.ts'

/** The account of the officer or commander of a commune. */
export const accountOf = ({ by, unit }: Pick<StaffStep, 'by' | 'unit'>): string =>
  `${by === 'officer' ? 'canbo' : 'chihuy'}-${unit}`

/** The people of the desk, each signed in when first needed. */
export interface Staff {
  as<T>(username: string, work: (browser: Browser) => Promise<T>): Promise<T>
  /** Signs all of them in, several at once: a password takes the desk as long as many a filing. */
  signInAll(usernames: readonly string[]): Promise<void>
  /** A dossier that an earlier run filed, found by whom it is about. */
  find(plan: PlannedDossier): Promise<Filed>
}

export function openStaff(client: DeskClient, password: string): Staff {
  const signedIn = new Map<string, Promise<Browser>>()

  const signIn = async (username: string): Promise<Browser> => {
    const browser = client.browser()
    await browser.send(sessionView, 'POST', '/api/session', { body: { username, password } })

    return browser
  }
  const browserOf = (username: string): Promise<Browser> => {
    const browser = signedIn.get(username) ?? signIn(username)
    signedIn.set(username, browser)

    return browser
  }
  const as: Staff['as'] = async (username, work) => {
    try {
      return await work(await browserOf(username))
    } catch (error) {
      // An hour without work ends a session: it is real time, and a long run has quiet communes.
      if (!(error instanceof DeskRefusal) || error.status !== 401) throw error
      signedIn.delete(username)

      return work(await browserOf(username))
    }
  }

  return {
    as,
    async signInAll(usernames) {
      await Promise.all(usernames.map(browserOf))
    },
    async find({ number, version, answers, applicantName, belongsTo, place }) {
      const who = String(answers[version.applicant.identity] ?? applicantName)
      for (const { code } of new Set([place, belongsTo])) {
        const { items } = await as(accountOf({ by: 'officer', unit: code }), (officer) =>
          officer.send(queueView, 'GET', `/api/desk/queue?q=${encodeURIComponent(who)}`),
        )
        const found = items.find(
          ({ procedure, applicantName: name }) => procedure === version.code && name === applicantName,
        )
        if (found) {
          return {
            code: found.code,
            trackingKey: undefined,
            state: found.state,
            version: found.version,
            standing: null,
            acceptedAt: found.acceptedAt ? new Date(found.acceptedAt) : null,
            nextDueAt: new Date(found.nextDueAt),
          }
        }
      }
      throw new Error(`Filing ${number} was sent by an earlier run, but the desk of ${place.name} does not find it`)
    },
  }
}
