import { createHash } from 'node:crypto'
import { routingPreviewView, type SubmittedView, submittedView, trackingView } from '#shared/dossiers/schemas.ts'
import { problemTypes } from '#shared/http/problem.ts'
import { type Browser, DeskRefusal } from './desk-client.ts'
import { paperPhoto } from './paper-photo.ts'
import { randomOf } from './random.ts'
import { type Filed, type Running, remember, retryStale } from './run-state.ts'
import { accountOf, type Staff } from './staff.ts'
import type { ResidentDeed, ResidentStep } from './steps.ts'

/**
 * The cookie by which the desk knows a browser, the same in every run of one name: what was sent under it once is
 * recognised when it is sent again. Under both names, because an origin with TLS has its own.
 */
export function cookiesOf(run: string, number: number): Record<string, string> {
  const value = createHash('sha256').update(`${run}/${number}`).digest().subarray(0, 16).toString('base64url')

  return { quay_sender: value, '__Host-quay_sender': value }
}

/** What residents do, and officers who type in what residents hand them. */
export interface Residents {
  take(running: Running, step: ResidentStep): Promise<void>
}

/** Where each deed is done: the resource under the dossier, and the method. */
const resources: Record<Exclude<ResidentDeed['does'], 'file'>, readonly [method: string, resource: string]> = {
  answer_supplement: ['POST', 'supplements'],
  withdraw: ['PUT', 'withdrawal'],
  rate: ['PUT', 'rating'],
}

/** `run` names the run: the same seed and size have the same keys. */
export function openResidents(staff: Staff, run: string): Residents {
  return {
    async take(running, step) {
      const { plan, browser, filed, done } = running
      const name = `${run}-${plan.number}`
      if (step.does === 'file') {
        running.filed = await file(staff, running, name)

        return
      }
      // An earlier run filed it, and nobody remembers the key.
      if (!filed?.trackingKey) return
      const [method, resource] = resources[step.does]
      const body = await bodyOf(step, browser, `${name}-${done}`)
      const ask = { body, key: `${name}-${step.does}-${done}`, trackingKey: filed.trackingKey }
      // With the version last seen: reading the tracking page first would meet its limit, since all share one address.
      const send = () =>
        browser.send(trackingView, method, `/api/dossiers/${filed.code}/${resource}`, {
          ...ask,
          version: filed.version,
        })
      remember(filed, await retryStale(filed, send))
    },
  }
}

async function bodyOf(step: Exclude<ResidentDeed, { does: 'file' }>, browser: Browser, seed: string) {
  switch (step.does) {
    case 'answer_supplement':
      return { answers: step.answers, papers: await sendPapers(browser, step.papers, seed) }
    case 'withdraw':
      return { reason: step.reason }
    case 'rate':
      return { score: step.score, reasons: step.reasons, ...(step.comment && { comment: step.comment }) }
  }
}

/** Files online in the resident's browser, or at the counter in the officer's. */
async function file(staff: Staff, { plan, browser }: Running, name: string): Promise<Filed> {
  const {
    version: { code: procedure },
    answers,
    place,
    way,
  } = plan
  if (way === 'counter') {
    return staff.as(accountOf({ by: 'officer', unit: place.code }), (officer) => submit(officer, 'counter'))
  }
  const preview = await browser.send(routingPreviewView, 'POST', '/api/routing-previews', {
    body: { procedure, answers },
  })
  if (preview.kind !== 'unit')
    throw new Error(`The desk cannot route filing ${plan.number}: ${preview.because.at(-1)?.text.en ?? preview.kind}`)

  return submit(browser)

  async function submit(sender: Browser, channel?: 'counter'): Promise<Filed> {
    const body = {
      procedure,
      answers,
      papers: await sendPapers(sender, plan.papers, name),
      contact: { phone: answers.phone },
      ...(channel && { channel }),
    }
    try {
      return toFiled(await sender.send(submittedView, 'POST', '/api/dossiers', { body, key: `${name}-file` }))
    } catch (error) {
      if (isDoneBefore(error)) return staff.find(plan)
      throw error
    }
  }
}

/** What the desk accepts at once was accepted when it was filed. */
const toFiled = ({ code, trackingKey, state, expected, receipt }: SubmittedView): Filed => ({
  code,
  trackingKey,
  state,
  version: 1,
  standing: null,
  acceptedAt: state === 'submitted' ? null : receipt.filedAt,
  nextDueAt: expected.receptionDueAt,
})

/** An earlier run did this with other uploads: it is done, and only its answer is lost. */
export const isDoneBefore = (error: unknown): boolean =>
  error instanceof DeskRefusal && error.problem.type === problemTypes.keyReused

const sendPapers = (sender: Browser, kinds: readonly string[], seed: string) =>
  Promise.all(
    kinds.map(async (kind) => ({ kind, uploadId: await sender.upload(await paperPhoto(randomOf(seed, kind))) })),
  )
