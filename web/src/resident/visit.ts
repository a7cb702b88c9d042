/** A number of the waiting room, as an officer's link names it. */
export interface Visit {
  /** Id of the ticket. */
  ticket: string
  /** `A012`: what the officer sees. */
  label: string
}

const storageKey = 'quay.so'

/**
 * The visit that this tab types for: an officer opened the form from the number at the counter (`?so=…&nhan=A012`).
 * It belongs to the tab, because a counter may have two visits open, one of them put aside.
 */
export function visitOfTab(): Visit | undefined {
  const { searchParams } = new URL(location.href)
  const named = visitOf({ ticket: searchParams.get('so'), label: searchParams.get('nhan') })
  try {
    if (named) sessionStorage.setItem(storageKey, JSON.stringify(named))

    return named ?? visitOf(JSON.parse(sessionStorage.getItem(storageKey) ?? 'null'))
  } catch {
    return named
  }
}

/** The number is no longer served: what is filed from now on in this tab goes without it. */
export function forgetVisit() {
  try {
    sessionStorage.removeItem(storageKey)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** A line ends with its day (shared/tickets), and what was typed in for it goes with it. */
const keptMs = 12 * 3_600_000

/** Takes what earlier visits left unfinished off this machine: nobody opens it again, and it names people. */
export function forgetOldVisits(now = Date.now()) {
  try {
    for (const key of Object.keys(localStorage)) {
      if (!/^quay\.nhap\..+\.[0-9a-f-]{36}$/.test(key)) continue
      const { savedAt = 0 } = JSON.parse(localStorage.getItem(key) ?? '{}') as { savedAt?: number }
      if (now - savedAt > keptMs) localStorage.removeItem(key)
    }
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function visitOf(value: unknown): Visit | undefined {
  const { ticket, label } = (value ?? {}) as Partial<Record<keyof Visit, unknown>>
  const isWhole = typeof ticket === 'string' && /^[0-9a-f-]{36}$/.test(ticket) && typeof label === 'string'

  return isWhole && /^[A-Z]\d{3,}$/.test(label) ? { ticket, label } : undefined
}
