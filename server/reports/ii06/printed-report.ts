import type { Ii06View, SealView } from '#shared/reports/ii06-schemas.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import type { Ii06Facts } from '../../documents/ii06-facts.ts'
import type { Deps } from '../../platform/deps.ts'
import { province } from '../../platform/reference.ts'
import { unitNameOn } from '../unit-name-on.ts'

type Needs = Pick<Deps, 'reference' | 'config'>

/** A report as a file prints it, PDF or workbook; a draft without its seal. */
export function printedDraft(deps: Needs, view: Omit<Ii06View, 'seal'>): Ii06Facts {
  return {
    ...frameOf(deps, view.unit.code, view.period.to),
    periodLabel: view.period.label.vi,
    from: view.period.from,
    to: view.period.to,
    rows: view.rows.map(({ label, counts }) => ({ name: label.vi, counts })),
    totals: view.totals,
    notes: noteSentences(view.notes, view.unit.isProvince),
    corrections: 0,
    madeAt: view.asOf,
  }
}

/** A sealed report as it was sent: its own numbers, never the corrected ones. */
export function printedSeal(deps: Needs, seal: SealView): Ii06Facts {
  return {
    ...frameOf(deps, seal.unit, seal.period.to),
    periodLabel: seal.period.label.vi,
    from: seal.period.from,
    to: seal.period.to,
    rows: seal.rows.map(({ label, counts }) => ({ name: label.vi, counts })),
    totals: seal.totals,
    notes: noteSentences(seal.notes, seal.unit === province.code),
    sealed: { by: seal.sealedBy, at: seal.sealedAt, sha256: seal.sha256 },
    corrections: seal.corrections,
    madeAt: seal.sealedAt,
  }
}

function frameOf({ reference, config }: Needs, unit: string, day: string) {
  const isProvince = unit === province.code
  const name = unitNameOn(reference, unit, day)

  return {
    unitName: isProvince ? `Công an tỉnh ${province.name}` : policeOf(name).vi,
    receiverName: isProvince ? 'Bộ Công an' : `Công an tỉnh ${province.name}`,
    place: isProvince ? province.name : name.name,
    isDemo: !config.isProduction,
  }
}

/** What fits into no column, in sentences (CLOCK rules 9.1, 9.6, 9.7). */
export function noteSentences(notes: Ii06View['notes'], isProvince: boolean): string[] {
  const transfers = isProvince
    ? `Chuyển giữa các xã sau khi tiếp nhận: ${notes.transfers} lượt; tổng các xã lớn hơn số của tỉnh đúng bằng số lượt này.`
    : `Chuyển xã khác sau khi tiếp nhận: ${notes.transfers} lượt, tính ở cột (9), hoặc (10) nếu lúc chuyển đã quá hạn.`

  return [
    `Không tính vào các cột: ${notes.waiting} hồ sơ chờ tiếp nhận, ${notes.refusedIntake} hồ sơ không được tiếp nhận, ${notes.withdrawnBefore} hồ sơ rút trước khi tiếp nhận.`,
    transfers,
    `Rút sau khi tiếp nhận: ${notes.withdrawn} hồ sơ, trong đó nộp trùng ${notes.duplicates}; tính ở cột (9) hoặc (10).`,
  ]
}
