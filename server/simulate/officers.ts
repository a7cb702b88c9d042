import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod/mini'
import { dossierView, queueView } from '#shared/dossiers/schemas.ts'
import { problemTypes } from '#shared/http/problem.ts'
import { type Browser, DeskRefusal } from './desk-client.ts'
import { remember, type Running } from './run-state.ts'
import type { Staff } from './staff.ts'
import type { StaffDeed, StaffStep } from './steps.ts'

/** Where each deed is done: the resource under the dossier, and the method. */
const resources: Record<Exclude<StaffDeed['does'], 'claim_next'>, readonly [method: string, resource: string]> = {
  claim: ['PUT', 'claim'],
  release: ['DELETE', 'claim'],
  accept: ['PUT', 'acceptance'],
  request_supplement: ['POST', 'supplement-requests'],
  change_variant: ['PUT', 'variant'],
  request_payment: ['POST', 'payment-requests'],
  record_payment: ['PUT', 'payment'],
  propose: ['PUT', 'proposal'],
  decide: ['PUT', 'decision'],
  refuse: ['PUT', 'refusal'],
  transfer: ['POST', 'transfers'],
  hand_over: ['PUT', 'handover'],
}

const triesWhenStale = 4
const deliveryPatienceMs = 15_000
/** Sees the queues of all communes. */
const supervisor = 'giamsat-hatinh'

export interface Officers {
  take(running: Running, step: StaffStep): Promise<void>
  /** Until these dossiers lie in their communes' queues, or patience ends: what comes later still is the desk's matter. */
  waitForDelivery(deliveries: readonly Delivery[]): Promise<void>
}

/** A dossier, and the commune whose queue it is on the way to. */
export interface Delivery {
  code: string
  unit: string
}

/** What officers and heads of units do, each with the own account. `run` names the run. */
export function openOfficers(staff: Staff, run: string): Officers {
  const stepKey = ({ plan, done }: Running, { does }: StaffStep) => `${run}-${plan.number}-${does}-${done}`

  return {
    take(running, step) {
      const account = `${step.by === 'officer' ? 'canbo' : 'chihuy'}-${step.unit}`

      return staff.as(account, (browser) =>
        step.does === 'claim_next' ? claimNext(browser) : takeStep(browser, running, step, stepKey(running, step)))
    },
    waitForDelivery: (deliveries) => waitForDelivery(staff, deliveries),
  }
}

const nothing = z.null()

/** Whatever is most urgent and free. Without a key: taken twice, it is two dossiers in one hand. */
async function claimNext(browser: Browser): Promise<void> {
  await browser.send(z.nullable(z.object({ code: z.string() })), 'POST', '/api/desk/next-claim')
}

/** Opens the dossier and does the step on the version seen; when somebody was faster, opens it again. */
async function takeStep(browser: Browser, { filed }: Running, step: Exclude<StaffStep, { does: 'claim_next' }>, key: string): Promise<void> {
  if (!filed) return
  const [method, resource] = resources[step.does]
  const path = `/api/dossiers/${filed.code}`
  for (let tries = 1; ; tries += 1) {
    const seen = await browser.send(dossierView, 'GET', path)
    remember(filed, seen)
    // Whoever asked for the next one may hold it already, and what nobody holds cannot be given back.
    if ((step.does === 'claim' || step.does === 'release') && !seen.allowed.includes(step.does)) return
    const ask = { body: 'body' in step ? step.body : undefined, version: seen.version, key }
    try {
      if (step.does === 'transfer') await browser.send(nothing, method, `${path}/${resource}`, ask)
      else remember(filed, await browser.send(dossierView, method, `${path}/${resource}`, ask))

      return
    } catch (error) {
      const isStale = error instanceof DeskRefusal && error.problem.type === problemTypes.stale
      if (!isStale || tries >= triesWhenStale) throw error
    }
  }
}

async function waitForDelivery(staff: Staff, deliveries: readonly Delivery[]): Promise<void> {
  let waiting = deliveries
  const until = Date.now() + deliveryPatienceMs
  for (let waitMs = 10; waiting.length > 0 && Date.now() < until; waitMs = Math.min(200, waitMs * 1.5)) {
    const arrived = new Set<string>()
    for (const unit of new Set(waiting.map((delivery) => delivery.unit))) {
      const { items } = await staff.as(supervisor, (browser) =>
        browser.send(queueView, 'GET', `/api/desk/queue?unit=${unit}&view=new&limit=100`))
      for (const { code } of items) arrived.add(code)
    }
    waiting = waiting.filter(({ code }) => !arrived.has(code))
    if (waiting.length > 0) await pause(waitMs)
  }
}
