import { createHash } from 'node:crypto'
import { routingPreviewView, type SubmittedView, submittedView, trackingView } from '#shared/dossiers/schemas.ts'
import { problemTypes } from '#shared/http/problem.ts'
import { type Ask, type Browser, DeskRefusal } from './desk-client.ts'
import { paperPhoto } from './paper-photo.ts'
import { randomOf } from './random.ts'
import { type Filed, remember, retryStale, type Running } from './run-state.ts'
import { accountOf, type Staff } from './staff.ts'
import type { ResidentStep } from './steps.ts'

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

/** `run` names the run: the same seed and size have the same keys. */
export function openResidents(staff: Staff, run: string): Residents {
  const keyOf = ({ plan }: Running, what: string) => `${run}-${plan.number}-${what}`

  return {
    async take(running, step) {
      if (step.does === 'file') {
        running.filed = await file(staff, running, keyOf(running, 'file'), run)

        return
      }
      const { filed, browser, plan } = running
      if (!filed?.trackingKey) return
      const path = `/api/dossiers/${filed.code}`
      const key = keyOf(running, `${step.does}-${running.done}`)
      switch (step.does) {
        case 'answer_supplement': {
          const papers = await sendPapers(browser, step.papers, `${run}-${plan.number}-${running.done}`)

          return resident(running, 'POST', `${path}/supplements`, { body: { answers: step.answers, papers }, key })
        }
        case 'withdraw':
          return resident(running, 'PUT', `${path}/withdrawal`, { body: { reason: step.reason }, key })
        case 'rate': {
          const { score, reasons, comment } = step

          return resident(running, 'PUT', `${path}/rating`, { body: { score, reasons, ...(comment && { comment }) }, key })
        }
      }
    },
  }
}

/** Files online in the resident's browser, or at the counter in the officer's. */
async function file(staff: Staff, { plan, browser }: Running, key: string, run: string): Promise<Filed> {
  const { version: { code: procedure }, answers, place, way } = plan
  const seed = `${run}-${plan.number}`
  if (way === 'counter') {
    return staff.as(accountOf({ by: 'officer', unit: place.code }), (officer) => submit(officer, 'counter'))
  }
  const preview = await browser.send(routingPreviewView, 'POST', '/api/routing-previews', { body: { procedure, answers } })
  if (preview.kind !== 'unit') throw new Error(`The desk cannot route filing ${plan.number}: ${preview.because.at(-1)?.text.en ?? preview.kind}`)

  return submit(browser)

  async function submit(sender: Browser, channel?: 'counter'): Promise<Filed> {
    const body = {
      procedure, answers, papers: await sendPapers(sender, plan.papers, seed),
      contact: { phone: answers.phone }, ...(channel && { channel }),
    }
    try {
      return toFiled(await sender.send(submittedView, 'POST', '/api/dossiers', { body, key }))
    } catch (error) {
      if (isDoneBefore(error)) return staff.find(plan)
      throw error
    }
  }
}

/** What the desk accepts at once was accepted when it was filed. */
const toFiled = ({ code, trackingKey, state, expected, receipt }: SubmittedView): Filed => ({
  code, trackingKey, state, version: 1, standing: null,
  acceptedAt: state === 'submitted' ? null : receipt.filedAt, nextDueAt: expected.receptionDueAt,
})

/** An earlier run did this with other uploads: it is done, and only its answer is lost. */
export const isDoneBefore = (error: unknown): boolean =>
  error instanceof DeskRefusal && error.problem.type === problemTypes.keyReused

const sendPapers = (sender: Browser, kinds: readonly string[], seed: string) => Promise.all(kinds.map(async (kind) =>
  ({ kind, uploadId: await sender.upload(await paperPhoto(randomOf(seed, kind))) })))

/**
 * A step on the own dossier, with the version that was last seen. Reading the tracking page first would meet its limit:
 * all residents here share one address.
 */
async function resident({ browser, filed }: Running, method: string, path: string, ask: Ask): Promise<void> {
  if (!filed?.trackingKey) return
  const send = () => browser.send(trackingView, method, path, { ...ask, version: filed.version, trackingKey: filed.trackingKey ?? '' })
  remember(filed, await retryStale(filed, send))
}
