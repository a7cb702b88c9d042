import type { ClockView } from '#shared/dossiers/schemas.ts'
import type { DossierClock } from '#shared/sla/dossier-clock.ts'
import { explainDossier } from '#shared/sla/explain.ts'

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
