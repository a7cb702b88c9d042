import { derived, memory } from '../catalogue/sources.ts'
import type { ProcedureCode, Source } from '../catalogue/types.ts'
import type { DossierState } from '../dossiers/transitions.ts'
import type { Bilingual } from '../text/bilingual.ts'

/** How long dossiers of one kind are kept, counted from the end of the year in which they ended. */
export interface RetentionClass {
  id: string
  name: Bilingual
  /** Whole years; null for ever. */
  years: number | null
  source: Source
}

/** Since when a rule holds; a dossier is sealed under the rule of the day on which it is sealed. */
interface Dated {
  from: string
}

const archivesLaw = (article: string) => `Luật Lưu trữ 33/2024/QH15 ${article}`

/**
 * The classes. The law leaves the periods to each ministry, from two to seventy years or for ever; the table for the
 * residence files of commune police was not found. So what proves where a person lives is kept for ever, the rest
 * carries our proposal, and in production only what a lawyer has marked `seen` may be disposed of.
 */
export const retentionClasses = {
  residence: {
    id: 'residence',
    name: { vi: 'Đăng ký, xóa đăng ký cư trú', en: 'Registration of residence and its deletion' },
    years: null,
    source: memory(`${archivesLaw('Điều 14')}: vĩnh viễn hoặc từ 02 đến 70 năm; bảng của Bộ Công an chưa đọc`),
  },
  temporary: {
    id: 'temporary',
    name: { vi: 'Tạm trú, điều chỉnh thông tin cư trú', en: 'Temporary residence and corrections' },
    years: 20,
    source: derived(`${archivesLaw('Điều 14')}: đề xuất của quầy, chờ bảng thời hạn của Bộ Công an`),
  },
  statement: {
    id: 'statement',
    name: { vi: 'Xác nhận, thông báo lưu trú, khai báo tạm vắng', en: 'Confirmations and notices' },
    years: 5,
    source: derived(`${archivesLaw('Điều 14')}: đề xuất của quầy, chờ bảng thời hạn của Bộ Công an`),
  },
  closed: {
    id: 'closed',
    name: { vi: 'Không tiếp nhận, từ chối, đã rút', en: 'Not accepted, refused, withdrawn' },
    years: 5,
    source: derived(`${archivesLaw('Điều 14')}: đề xuất của quầy, chờ bảng thời hạn của Bộ Công an`),
  },
} as const satisfies Record<string, RetentionClass>

export type RetentionClassId = keyof typeof retentionClasses

/** Which class the results of a procedure belong to; a procedure that is not named is kept like `residence`. */
const classOfProcedure: Partial<Record<ProcedureCode, RetentionClassId>> = {
  '1.004194': 'temporary',
  '1.002755': 'temporary',
  '1.010028': 'temporary',
  '1.010039': 'temporary',
  '1.010041': 'statement',
  '2.001159': 'statement',
  '1.003677': 'statement',
}

/** Days after its end on which a dossier is sealed: long enough for a rating and a complaint, well within the law's year. */
const sealingRules: readonly (Dated & { days: number; source: Source })[] = [
  {
    from: '2025-07-01',
    days: 30,
    source: memory(`${archivesLaw('Điều 12')}: nộp vào lưu trữ hiện hành trong một năm từ ngày công việc kết thúc`),
  },
]

/** The rule of sealing that holds on a day. */
export function sealingRuleOn(day: string) {
  const rule = sealingRules.findLast(({ from }) => from <= day)
  if (!rule) throw new RangeError(`no rule of sealing holds on ${day}`)

  return rule
}

/** States in which nothing more is done for a dossier but to rate it. A result that waits to be fetched is not sealed. */
export const sealableStates = [
  'refused_intake',
  'refused',
  'withdrawn',
  'returned',
] as const satisfies readonly DossierState[]

/** The class of a dossier by what it asked for and how it ended. */
export function retentionOf(procedure: ProcedureCode, state: DossierState): RetentionClass {
  if (state !== 'returned') return retentionClasses.closed

  return retentionClasses[classOfProcedure[procedure] ?? 'residence']
}

/** The last day on which a dossier that ended on this day is kept: the end of a year, or null for ever. */
export function keepUntil({ years }: Pick<RetentionClass, 'years'>, endedOn: string): string | null {
  return years === null ? null : `${Number(endedOn.slice(0, 4)) + years}-12-31`
}

export const findRetentionClass = (id: string): RetentionClass | undefined =>
  Object.values<RetentionClass>(retentionClasses).find((each) => each.id === id)
