import { usableUntil } from '../catalogue/paper-validity.ts'
import type { DossierEvent, PaperMention } from '../dossiers/events.ts'
import { localDayOf } from '../text/format.ts'

/** An earlier dossier, by its log, and which of its papers the desk still has, clean. */
export interface EarlierDossier {
  events: readonly DossierEvent[]
  keptPapers: ReadonlySet<string>
}

/** The check on which a paper rests that is used again: who decided its dossier, when, and the last day it counts. */
export interface PaperCheck {
  verifiedBy: { accountId: string; name: string; unit: string }
  verifiedAt: Date
  /** Local day, `YYYY-MM-DD`. */
  until: string
}

/** Why a paper may not be used again, or the check that lets it. */
export type Reuse =
  | { may: true; paper: PaperMention; check: PaperCheck }
  | { may: false; why: 'unknown' | 'other_kind' | 'never' | 'not_checked' | 'replaced' | 'gone' }
  | { may: false; why: 'expired'; until: string }

/**
 * Whether a paper of an earlier dossier may stand for a paper of the same kind on the local day `on`.
 *
 * Checked is what an officer decided in the resident's favour: a notice that the desk received by itself, and a dossier
 * that was refused, check nothing. Of a kind that was sent again after a request, only what came last was found good.
 * Using a paper again does not make it younger: the first check's last day stays.
 */
export function judgeReuse({ events, keptPapers }: EarlierDossier, id: string, kind: string, on: string): Reuse {
  const rounds = roundsOf(events)
  const paper = rounds.flat().find((each) => each.id === id)
  if (!paper) return { may: false, why: 'unknown' }
  if (paper.kind !== kind) return { may: false, why: 'other_kind' }
  const decided = events.find((event) => event.action === 'resolve')
  if (decided?.actor.kind !== 'staff') return { may: false, why: 'not_checked' }
  const last = rounds.findLast((round) => round.some((each) => each.kind === kind))
  if (!last?.includes(paper)) return { may: false, why: 'replaced' }
  if (!keptPapers.has(id)) return { may: false, why: 'gone' }
  const counts = usableUntil(kind, localDayOf(decided.occurredAt), on)
  if (!counts) return { may: false, why: 'never' }
  const until = [counts, paper.reusedFrom?.until ?? counts].sort()[0] ?? counts
  if (until < on) return { may: false, why: 'expired', until }
  const { accountId, name, unit } = decided.actor

  return {
    may: true,
    paper,
    check: { verifiedBy: { accountId, name, unit }, verifiedAt: decided.occurredAt, until },
  }
}

/** The papers of a dossier as they came: with the filing, and with each answer to a request. */
export const roundsOf = (events: readonly DossierEvent[]): PaperMention[][] =>
  events.flatMap((event) =>
    event.action === 'submit' || event.action === 'answer_supplement' ? [event.data.papers] : [],
  )
