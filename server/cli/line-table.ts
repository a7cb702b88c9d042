import { classRules, ticketClasses } from '#shared/tickets/classes.ts'
import type { ClassWaits, LineRule, RuleResult } from '#shared/tickets/compare-rules.ts'
import { latenessBound } from '#shared/tickets/lateness-bound.ts'
import type { MonthVisit } from '#shared/tickets/month-of-visits.ts'

export const ruleNames: Record<LineRule, string> = {
  call_by: 'The desk’s rule (earliest call-by)',
  first_come: 'First come, first served',
  class_first: 'Priority and booked always first',
}

/** The page about the month, in Markdown. */
export function lineTable(
  visits: readonly MonthVisit[],
  results: readonly RuleResult[],
  { counters, seed }: { counters: number; seed: number },
): string {
  const rows = results.flatMap(({ rule, byClass }) =>
    [...ticketClasses, 'all' as const].map((ticketClass) => row(rule, ticketClass, byClass[ticketClass])),
  )
  const bounds = [...new Set(visits.map(({ session }) => session))].map((session) =>
    latenessBound(
      visits.filter((visit) => visit.session === session),
      counters,
    ),
  )

  return `# A month in the waiting room

Written by \`npm run desk -- line-simulation\`; the tests make it anew and compare. ${visits.length} visits in 48 sessions (22 days
and four Saturday mornings), ${counters} counters, services of 4 to 30 minutes, seed ${seed}. How people arrive is an assumption: no
commune's log was known to us. Minutes.

![Waits of the walk-ins and of the priority numbers under three rules](month.svg)

| Rule | Class | Visits | Mean wait | Worst wait | Called after target | Worst after target |
| --- | --- | --: | --: | --: | --: | --: |
${rows.join('\n')}

The bound of \`shared/tickets/README.md\`, computed from each session's own visits, allows lateness of up to
${Math.max(...bounds).toFixed(0)} minutes in the worst session; the desk's rule stayed at ${results[0]?.byClass.all.worstLateness ?? 0}.

What to see: first come, first served makes the old and the pregnant wait like everybody. Classes that always go first have the
shortest waits and pay with the longest of all, because nothing limits how often a walk-in is passed. The desk's rule shortens the
waits of those with a short target, costs a walk-in a few minutes on average, and of the three its worst lateness is the smallest:
whoever has waited twenty minutes longer than another is not passed by that other, of whatever class.
`
}

function row(rule: LineRule, ticketClass: keyof RuleResult['byClass'], waits: ClassWaits): string {
  const name =
    ticketClass === 'all'
      ? 'all'
      : `${classRules[ticketClass].name.en} (target ${classRules[ticketClass].targetMinutes})`

  return `| ${ruleNames[rule]} | ${name} | ${waits.visits} | ${waits.meanWait.toFixed(1)} | ${waits.worstWait} | ${((100 * waits.late) / Math.max(1, waits.visits)).toFixed(1)} % | ${waits.worstLateness} |`
}
