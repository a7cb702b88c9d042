import { eventSentence, type SentenceWords } from '#shared/dossiers/event-sentences.ts'
import type { DossierEvent } from '#shared/dossiers/events.ts'
import type { ClockView } from '#shared/dossiers/schemas.ts'
import type { CountedPause } from '#shared/sla/clock.ts'
import type { ClockPause, DossierClockView } from '#shared/sla/clock-schemas.ts'
import type { DossierClock } from '#shared/sla/dossier-clock.ts'
import { explainDossier } from '#shared/sla/explain.ts'
import { minuteOf } from '#shared/sla/minutes.ts'

/** The dates, the standing and the steps that explain them, as everybody who may see the dossier sees them. */
export function toClockView(read: DossierClock, acceptedAt: Date | null): ClockView {
  const { clock, turns } = read

  return {
    receptionDueAt: read.receptionDueAt,
    acceptedAt,
    dueAt: clock?.dueAt ?? null,
    notBefore: clock?.notBefore ?? false,
    standing: clock?.standing ?? null,
    workingMinutes: clock?.workingMinutes ?? null,
    pausedMinutes: clock?.pausedMinutes ?? null,
    provisional: (clock?.provisionalYears.length ?? 0) > 0,
    steps: explainDossier(read).map(({ kind, text, source }) => ({ kind, text, ...(source && { source }) })),
    turns: turns.workingMinutes,
  }
}

/** Which dossier, and its log: the events that opened and closed a pause are told from it. */
export interface ClockedDossier extends SentenceWords {
  code: string
  filedAt: Date
  acceptedAt: Date | null
  endedAt: Date | null
  events: readonly DossierEvent[]
}

/** The whole clock with its figures, for `GET /api/dossiers/:code/clock`. */
export function toDossierClockView(read: DossierClock, dossier: ClockedDossier, asOf: Date): DossierClockView {
  const { clock, turns } = read
  const { code, filedAt, acceptedAt, endedAt } = dossier

  return {
    code,
    asOf,
    filedAt,
    acceptedAt,
    endedAt,
    receptionDueAt: read.receptionDueAt,
    baseDueAt: clock?.baseDueAt ?? null,
    dueAt: clock?.dueAt ?? null,
    notBefore: clock?.notBefore ?? false,
    standing: clock?.standing ?? null,
    workingMinutes: clock?.workingMinutes ?? null,
    pausedMinutes: clock?.pausedMinutes ?? null,
    movedMinutes: clock?.movedMinutes ?? null,
    provisional: (clock?.provisionalYears.length ?? 0) > 0,
    provisionalYears: clock?.provisionalYears ?? [],
    extension: clock?.extension ?? null,
    pauses: (clock?.pauses ?? []).map((pause) => toPause(pause, dossier, asOf)),
    turns: { elapsedMinutes: turns.elapsedMinutes, workingMinutes: turns.workingMinutes },
    steps: explainDossier(read),
  }
}

function toPause(pause: CountedPause, dossier: ClockedDossier, asOf: Date): ClockPause {
  const isOpen = pause.closedBy === undefined && !dossier.endedAt && minuteOf(pause.to) === minuteOf(asOf)
  const tell = (seq: number | undefined) => {
    const event = dossier.events.find((each) => each.seq === seq)

    return event ? { seq: event.seq, at: event.occurredAt, text: eventSentence(event, dossier) } : null
  }

  return {
    from: pause.from,
    to: isOpen ? null : pause.to,
    workingMinutes: pause.workingMinutes,
    movesDueDate: pause.movesDueDate,
    openedBy: tell(pause.openedBy),
    closedBy: tell(pause.closedBy),
  }
}
