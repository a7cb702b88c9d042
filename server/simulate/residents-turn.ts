import type { Minute } from '#shared/sla/minutes.ts'
import type { Course } from './course.ts'
import { whenAwake } from './hours.ts'
import type { Random } from './random.ts'
import { complaints, ratingComments, withdrawalReasons } from './reasons.ts'
import type { Step } from './steps.ts'

/** The resident takes it back somewhere on the way: what would have followed does not happen. */
export function withdrawn({ steps, random }: Course): Step[] {
  const end = steps.findIndex(
    (step) => step.does === 'refuse' || (step.does === 'decide' && step.body.outcome !== 'send_back'),
  )
  const kept = random.int(1, end === -1 ? steps.length : end)
  const last = steps[kept - 1]
  const next = steps[kept]
  if (!last) return steps
  const at = Math.min(whenAwake(last.at, random.int(30, 1500), random), next?.at ?? Number.POSITIVE_INFINITY)

  return [...steps.slice(0, kept), { at, by: 'resident', does: 'withdraw', reason: random.pick(withdrawalReasons) }]
}

/** What the resident says of it, some hours or days later. */
export function ratingOf(after: Minute, isUnhappy: boolean, random: Random): Step {
  const score = random.pick(isUnhappy ? [1, 1, 2, 2, 3, 3, 4] : [5, 5, 5, 5, 4, 4, 3])
  const reasons =
    score >= 4
      ? random.pick([['fast'], ['kind'], ['clear'], ['fast', 'kind']])
      : random.pick([['slow'], ['unclear'], ['many-trips']])
  const comment = random.chance(0.3) ? { comment: random.pick(score >= 4 ? ratingComments : complaints) } : {}

  return {
    at: whenAwake(after, random.int(20, 2500), random),
    by: 'resident',
    does: 'rate',
    score,
    reasons,
    ...comment,
  }
}
