import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod/mini'
import { dossierView } from '#shared/dossiers/dossier-view.ts'
import { queueView } from '#shared/dossiers/queue-schemas.ts'
import { type Browser, DeskRefusal } from './desk-client.ts'
import { type Running, remember, retryStale } from './run-state.ts'
import { accountOf, type Staff } from './staff.ts'
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
    async take(running, step) {
      try {
        await staff.as(accountOf(step), (browser) =>
          step.does === 'claim_next' ? claimNext(browser) : takeStep(browser, running, step, stepKey(running, step)),
        )
      } catch (error) {
        if (!isNeedless(step, error)) throw error
      }
    },
    waitForDelivery: (deliveries) => waitForDelivery(staff, deliveries),
  }
}

/**
 * Whoever transferred a dossier sees it no longer: an earlier run has done it. And who wants to claim or give back may
 * be forestalled by the same officer, who asked for the next one in the same minute.
 */
function isNeedless({ does }: StaffStep, error: unknown): boolean {
  if (!(error instanceof DeskRefusal)) return false

  return does === 'transfer' ? error.status === 404 : (does === 'claim' || does === 'release') && error.status === 409
}

const nothing = z.null()

/** Whatever is most urgent and free. Without a key: taken twice, it is two dossiers in one hand. */
async function claimNext(browser: Browser): Promise<void> {
  await browser.send(z.nullable(z.object({ code: z.string() })), 'POST', '/api/desk/next-claim')
}

/** Opens the dossier when this person has not yet, and does the step on the version last seen. */
async function takeStep(
  browser: Browser,
  running: Running,
  step: Exclude<StaffStep, { does: 'claim_next' }>,
  key: string,
): Promise<void> {
  const { filed, openedBy } = running
  if (!filed) return
  const [method, resource] = resources[step.does]
  const path = `/api/dossiers/${filed.code}`
  const mayBeNeedless = step.does === 'claim' || step.does === 'release'
  if (mayBeNeedless || !openedBy.has(accountOf(step))) {
    const seen = await browser.send(dossierView, 'GET', path)
    openedBy.add(accountOf(step))
    remember(filed, seen)
    // Whoever asked for the next one may hold it already, and what nobody holds cannot be given back.
    if (mayBeNeedless && !seen.allowed.includes(step.does)) return
  }
  const body = 'body' in step ? step.body : undefined
  const send = <S extends z.ZodMiniType>(answer: S) =>
    retryStale(filed, () => browser.send(answer, method, `${path}/${resource}`, { body, version: filed.version, key }))
  if (step.does === 'transfer') await send(nothing)
  else remember(filed, await send(dossierView))
}

async function waitForDelivery(staff: Staff, deliveries: readonly Delivery[]): Promise<void> {
  let waiting = deliveries
  const until = Date.now() + deliveryPatienceMs
  for (let waitMs = 10; waiting.length > 0 && Date.now() < until; waitMs = Math.min(200, waitMs * 1.5)) {
    const arrived = new Set<string>()
    for (const unit of new Set(waiting.map((delivery) => delivery.unit))) {
      const { items } = await staff.as(supervisor, (browser) =>
        browser.send(queueView, 'GET', `/api/desk/queue?unit=${unit}&view=new&limit=100`),
      )
      for (const { code } of items) arrived.add(code)
    }
    waiting = waiting.filter(({ code }) => !arrived.has(code))
    if (waiting.length > 0) await pause(waitMs)
  }
}
