import { type SubmittedView, submittedView } from '#shared/dossiers/schemas.ts'

/** What was filed last in this tab, so that a reload of the confirmation loses no code. Gone when the tab is closed. */
export interface Done {
  view: SubmittedView
  wasEarlier: boolean
}

const storageKey = (procedure: string) => `quay.da-nop.${procedure}`
const here = new Map<string, Done>()

export function keepDone(procedure: string, done: Done) {
  here.set(procedure, done)
  try {
    sessionStorage.setItem(storageKey(procedure), JSON.stringify(done))
  } catch {
    // A browser that keeps nothing still shows the page that is open.
  }
}

export function readDone(procedure: string): Done | undefined {
  const known = here.get(procedure)
  if (known) return known
  try {
    const stored = JSON.parse(sessionStorage.getItem(storageKey(procedure)) ?? 'null')
    const view = submittedView.safeParse(stored?.view)

    return view.success ? { view: view.data, wasEarlier: stored.wasEarlier === true } : undefined
  } catch {
    return undefined
  }
}

export function forgetDone(procedure: string) {
  here.delete(procedure)
  try {
    sessionStorage.removeItem(storageKey(procedure))
  } catch {
    // Nothing was kept.
  }
}
