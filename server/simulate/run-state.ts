import type { Standing } from '#shared/dossiers/schemas.ts'
import type { DossierState } from '#shared/dossiers/transitions.ts'
import { problemTypes } from '#shared/http/problem.ts'
import { type Browser, DeskRefusal } from './desk-client.ts'
import type { PlannedDossier } from './plan.ts'

/** A planned dossier on its way through the desk. */
export interface Running {
  plan: PlannedDossier
  /** The resident's. */
  browser: Browser
  /** As last answered; absent until it is filed. */
  filed?: Filed
  /** How many of its steps were taken. */
  done: number
  /** Accounts that have opened it. */
  openedBy: Set<string>
  /** Somebody else, or an earlier run, took it another way: the plan no longer fits. */
  isAstray: boolean
}

export interface Filed {
  code: string
  /** Absent when an earlier run filed it and nobody remembers the key. */
  trackingKey: string | undefined
  state: DossierState
  version: number
  acceptedAt: Date | null
  /** Reception deadline before acceptance, due date after. */
  nextDueAt: Date | null
  standing: Standing | null
}

/** What an answer of the desk says about a dossier, for staff and for the resident alike. */
export interface Answered {
  state: DossierState
  version: number
  acceptedAt: Date | null
  dueAt: Date | null
  standing: Standing | null
  clock: { receptionDueAt: Date | null }
}

export function remember(filed: Filed, { state, version, acceptedAt, dueAt, standing, clock }: Answered): void {
  Object.assign(filed, { state, version, acceptedAt, standing, nextDueAt: dueAt ?? clock.receptionDueAt })
}

const triesWhenStale = 4

/** Sends a step again with the version that a refusal carries, when somebody else was faster. */
export async function retryStale<T>(filed: Filed, send: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await send()
    } catch (error) {
      const isStale = error instanceof DeskRefusal && error.problem.type === problemTypes.stale
      if (!isStale || tries >= triesWhenStale) throw error
      filed.version = (error.problem.current as { version: number }).version
    }
  }
}
