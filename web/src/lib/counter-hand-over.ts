/** What the intake page at the counter knows already when it opens the form. */
export interface CounterHandOver {
  /** As the form's controls hold them, by the names of the answers. */
  values: Readonly<Record<string, unknown>>
  /** Kinds of papers whose original the officer has in hand. */
  papersSeen: readonly string[]
}

const placeOf = (procedure: string) => `quay.tiep-nhan.${procedure}`
const taken = 'taken'

/**
 * Leaves it for the form of this procedure that this tab opens next. It names a person: never in an address, in this tab
 * alone, and gone with it. A number served before in this tab is forgotten: the form's address names its own.
 */
export function handToForm(procedure: string, content: CounterHandOver) {
  try {
    sessionStorage.removeItem('quay.so')
    sessionStorage.removeItem(`quay.da-nop.${procedure}`)
    sessionStorage.setItem(placeOf(procedure), JSON.stringify(content))
  } catch {
    // A browser that keeps nothing: the form asks for everything.
  }
}

/** What was handed over, once: what stays says only that this tab's form belongs to the counter. */
export function takeFromCounter(procedure: string): CounterHandOver | undefined {
  try {
    const left = sessionStorage.getItem(placeOf(procedure))
    if (left === null || left === taken) return undefined
    sessionStorage.setItem(placeOf(procedure), taken)

    return JSON.parse(left) as CounterHandOver
  } catch {
    return undefined
  }
}

/** Whether an officer opened this procedure's form from the intake page in this tab. */
export function isFromCounter(procedure: string): boolean {
  try {
    return sessionStorage.getItem(placeOf(procedure)) !== null
  } catch {
    return false
  }
}

/** At sign-out: nothing of the people who stood at the counter stays in this tab. */
export function forgetCounter() {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith('quay.')) sessionStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
