import { useSyncExternalStore } from 'react'
import type { StepName } from './actions/step-entries.ts'

/** So long a step can be taken back; nothing has left this machine before. */
export const holdMs = 10_000

export interface HeldStep {
  code: string
  step: StepName
  applicantName: string
  /** As `Date.now()` counts; the desk's clock may leap, a countdown may not. */
  sendsAt: number
  state: 'waiting' | 'sending' | 'failed'
  error?: unknown
}

/** Sends the step; `isLeaving` when the page closes, and the request must outlive it. */
type Send = (isLeaving: boolean) => Promise<void>

interface Held {
  shown: HeldStep
  send: Send
  timer: ReturnType<typeof setTimeout>
}

let held: readonly Held[] = []
let shown: readonly HeldStep[] = []
const listeners = new Set<() => void>()

function change(next: readonly Held[]) {
  held = next
  shown = next.map((each) => each.shown)
  for (const listener of listeners) listener()
}

/**
 * Keeps a step back for ten seconds and then sends it, once. One dossier has one step on its way: an earlier one is
 * sent before. In this tab's memory only: closing the page sends what waits.
 */
export function holdStep({ code, step, applicantName }: Pick<HeldStep, 'code' | 'step' | 'applicantName'>, send: Send) {
  const entry: Held = {
    shown: { code, step, applicantName, sendsAt: Date.now() + holdMs, state: 'waiting' },
    send,
    timer: setTimeout(() => void sendHeld(code), holdMs),
  }
  change([...held.filter((each) => each.shown.code !== code), entry])
}

/** Takes the last waiting step back, or that of one dossier. Returns what was taken back; nothing was sent of it. */
export function undoStep(code?: string): HeldStep | undefined {
  const entry = held.findLast(({ shown: { state, code: each } }) => state === 'waiting' && (!code || each === code))
  if (!entry) return undefined
  clearTimeout(entry.timer)
  change(held.filter((each) => each !== entry))

  return entry.shown
}

/** Sends what waits for this dossier now; resolves when it is stored or has failed. */
export async function sendHeld(code: string, isLeaving = false): Promise<void> {
  const entry = held.find((each) => each.shown.code === code && each.shown.state === 'waiting')
  if (!entry) return
  clearTimeout(entry.timer)
  const sending: Held = { ...entry, shown: { ...entry.shown, state: 'sending' } }
  change(held.map((each) => (each === entry ? sending : each)))
  try {
    await entry.send(isLeaving)
    change(held.filter((each) => each !== sending))
  } catch (error) {
    change(
      held.map((each) =>
        each === sending ? { ...sending, shown: { ...sending.shown, state: 'failed', error } } : each,
      ),
    )
  }
}

/** Before signing out, and when the page goes away: whatever waits is sent. */
export const sendAllHeld = (isLeaving = false): Promise<unknown> =>
  Promise.all(held.map(({ shown: { code } }) => sendHeld(code, isLeaving)))

/** The officer has read that it failed. */
export const dropFailed = (code: string) =>
  change(held.filter((each) => each.shown.code !== code || each.shown.state !== 'failed'))

export const isHeld = (code: string): boolean => held.some((each) => each.shown.code === code)

export const useHeldSteps = (): readonly HeldStep[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)

      return () => listeners.delete(listener)
    },
    () => shown,
  )
