import type { SlaGrouping, SlaQuery } from '#shared/reports/schemas.ts'
import type { LocalPeriod } from '#shared/reports/sla-periods.ts'
import { readUnitKey } from '#shared/reports/sla-units.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import { localDayOf } from '#shared/text/format.ts'
import { unitTitle, unitTitleOfPast } from '#shared/units/unit-names.ts'
import type { Deps } from '../platform/deps.ts'

const channelNames: Record<string, Bilingual> = {
  online: { vi: 'Trực tuyến', en: 'Online' },
  counter: { vi: 'Trực tiếp', en: 'At the counter' },
  post: { vi: 'Bưu chính', en: 'By post' },
}
const nobody: Bilingual = { vi: 'Chưa ai nhận', en: 'In nobody’s hands yet' }

/** What a row of the report is called. */
export function labelOf({ reference }: Pick<Deps, 'reference'>, by: SlaGrouping, key: string, now: Date): Bilingual {
  switch (by) {
    case 'unit':
      return unitLabel(reference, key)
    case 'procedure':
      return reference.procedure(key, localDayOf(now))?.name ?? { vi: key, en: key }
    case 'month':
      return { vi: `Tháng ${key.slice(5)}/${key.slice(0, 4)}`, en: key }
    case 'channel':
      return channelNames[key] ?? { vi: key, en: key }
    case 'officer':
      return key === 'none' ? nobody : { vi: key, en: key }
  }
}

/** A commune of then has its district beside it: its name alone may be another's today. */
export function unitLabel(reference: Deps['reference'], key: string): Bilingual {
  const ref = readUnitKey(key)
  const directory = reference.directory()
  if (ref.edition === directory.newest) return unitTitle(reference.unitName(ref.code))
  const unit = directory.find(ref)

  return unit ? unitTitleOfPast(unit) : { vi: key, en: key }
}

/** The page's own filters, narrowed to a row where one is given; the reader adds `&measure=`. */
export function hrefOf(query: SlaQuery, period: LocalPeriod, by?: SlaGrouping, key = ''): string {
  const narrowed: Record<string, string | undefined> = {
    from: period.from,
    to: period.to,
    unit: query.unit,
    edition: query.edition,
    units: query.units,
    procedure: query.procedure,
    channel: query.channel,
  }
  if (by === 'month') Object.assign(narrowed, monthWithin(key, period))
  else if (by === 'unit') {
    const { edition, code } = readUnitKey(key)
    Object.assign(narrowed, { unit: code, edition })
  } else if (by) narrowed[by] = key
  const search = new URLSearchParams(
    Object.entries(narrowed).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )

  return `/api/reports/sla/dossiers?${search}`
}

function monthWithin(month: string, { from, to }: LocalPeriod) {
  const first = `${month}-01`
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)

  return { from: first > from ? first : from, to: last < to ? last : to }
}
