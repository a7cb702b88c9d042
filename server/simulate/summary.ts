import { isEnded } from '#shared/dossiers/transitions.ts'
import { toDate } from '#shared/sla/minutes.ts'
import { formatInstant } from '#shared/text/format.ts'
import type { Plan } from './plan.ts'
import type { Filed, Running } from './run-state.ts'

/** How a run ended, counted over its own dossiers. */
export interface Summary {
  filed: number
  accepted: number
  resolved: number
  refused: number
  withdrawn: number
  open: number
  /** Ended after the due date. */
  late: number
  /** Open, with the office's time used up. */
  overdue: number
  /** Left to somebody else, who took them another way than planned. */
  astray: number
  /** What the desk's clock says now. */
  endsAt: Date
  isResumed: boolean
  requests: number
  seconds: number
}

export function summaryOf(
  all: readonly Running[],
  plan: Plan,
  facts: Pick<Summary, 'requests' | 'seconds' | 'isResumed'>,
): Summary {
  const filed = all.flatMap((running) => running.filed ?? [])
  const endsAt = toDate(plan.endsAt)
  const count = (is: (dossier: Filed) => boolean) => filed.filter(is).length

  return {
    ...facts,
    endsAt,
    filed: filed.length,
    accepted: count(({ acceptedAt }) => acceptedAt !== null),
    resolved: count(({ state }) => state === 'resolved' || state === 'returned'),
    refused: count(({ state }) => state === 'refused' || state === 'refused_intake'),
    withdrawn: count(({ state }) => state === 'withdrawn'),
    open: count(({ state }) => !isEnded(state)),
    late: count(({ standing }) => standing === 'late'),
    // While the resident's supplement is awaited no date of the office passes.
    overdue: count(
      ({ state, nextDueAt }) =>
        !isEnded(state) && state !== 'need_supplement' && nextDueAt !== null && nextDueAt < endsAt,
    ),
    astray: all.filter(({ isAstray }) => isAstray).length,
  }
}

export function summaryLines(summary: Summary): string[] {
  const { filed, accepted, resolved, refused, withdrawn, open, late, overdue, astray, endsAt, requests, seconds } =
    summary

  return [
    `${filed} filed, ${accepted} accepted, ${resolved} resolved, ${refused} refused, ${withdrawn} withdrawn, ${open} open`,
    `${late} ended late, ${overdue} of the open ones are overdue`,
    ...(astray > 0 ? [`${astray} were left to others, who took them another way`] : []),
    `The desk's clock now says ${formatInstant(endsAt, 'en')}`,
    `${requests} requests in ${seconds.toFixed(1)} s (${Math.round(requests / seconds)}/s)`,
  ]
}
