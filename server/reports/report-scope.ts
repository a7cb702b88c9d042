import type { StaffActor } from '#shared/accounts/policy.ts'
import { periodBounds, periodOf, type ReportPeriod } from '#shared/reports/ii06-periods.ts'
import type { Ii06Window } from '#shared/reports/ii06-share.ts'
import { codesCarriedBy, unitCarryingOn } from '#shared/reports/ii06-units.ts'
import { unitsWithin } from '#shared/reports/sla-units.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import type { UnitRef } from '#shared/units/types.ts'
import type { Deps } from '../platform/deps.ts'
import { invalid, notFound } from '../platform/problem.ts'
import { province } from '../platform/reference.ts'
import type { LogFilter } from './reported-logs.ts'
import { unitLabelOn } from './unit-name-on.ts'

/** Whose report of which period is asked for, after it was made sure that the asker may see it. */
export interface ReportScope {
  period: ReportPeriod
  /** A commune's code, or the province's. */
  unit: string
  isProvince: boolean
  name: Bilingual
  /** The period has not ended yet: it is counted as of now. */
  isRunning: boolean
  window: Ii06Window
  logs: LogFilter
}

type Needs = Pick<Deps, 'reference' | 'now'>

/**
 * Only units of the asker's posting and those that went into them; without one the asker's own: a commune, or the
 * province. A code means the commune that had it when the period ended: today it may be another place's.
 */
export function reportScope(
  deps: Needs,
  actor: Pick<StaffActor, 'units' | 'unit'>,
  asked: { period: string; unit?: string | undefined },
): ReportScope {
  const period = periodOf(asked.period)
  if (!period)
    throw invalid([
      {
        parameter: 'period',
        detail: 'Kỳ báo cáo viết như 2026-11, 2026-Q4, 2026-H2, 2026 hoặc 2026-10-15..2026-11-14.',
      },
    ])
  const unit = asked.unit ?? actor.unit
  const isProvince = unit === province.code
  const directory = deps.reference.directory()
  const edition = directory.editionAt(period.to)
  const isOwn = (ref: UnitRef) => ref.edition === edition && ref.code === unit
  if (isProvince ? actor.unit !== province.code : !unitsWithin(directory, actor.units).some(isOwn))
    throw notFound('Không có báo cáo này, hoặc nó không thuộc quyền xem của bạn.')

  return scopeOf(deps, period, unit)
}

/** The same for work that nobody asks for, such as corrections. */
export function scopeOf({ reference, now }: Needs, period: ReportPeriod, unit: string): ReportScope {
  const { from, until: end } = periodBounds(period)
  const at = now()
  const isRunning = end > at
  const directory = reference.directory()
  const isProvince = unit === province.code
  // What happened in this very instant is known already.
  const until = isRunning ? new Date(at.getTime() + 1) : end

  return {
    period,
    unit,
    isProvince,
    name: isProvince
      ? { vi: `Công an tỉnh ${province.name}`, en: `Police of ${province.name} province` }
      : unitLabelOn(reference, unit, period.to),
    isRunning,
    window: {
      from,
      until,
      asOf: isRunning ? at : end,
      calendarOf: reference.calendarOf,
      unitOn: (code, heldAt) => unitCarryingOn(directory, code, heldAt, period.to),
    },
    logs: { units: isProvince ? null : codesCarriedBy(directory, unit, period.to), from, until },
  }
}
