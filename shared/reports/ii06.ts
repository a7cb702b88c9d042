import type { Bilingual } from '../text/bilingual.ts'

/** The columns of Biểu II.06 that hold numbers, by the numbers printed over them (TT 01/2020/TT-VPCP). */
export const ii06Columns = ['3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13'] as const
export type Ii06Column = (typeof ii06Columns)[number]

/** How a dossier came into the period: online, at the counter or by post, or carried over. */
export type ReceivedColumn = '4' | '5' | '6'
/** How it stands at the period's end: ended early, on time or late; open within its time or overdue. */
export type OutcomeColumn = '8' | '9' | '10' | '12' | '13'
/** The columns that are counted; 3, 7 and 11 are their sums. */
export const ii06BaseColumns = ['4', '5', '6', '8', '9', '10', '12', '13'] as const
export type Ii06BaseColumn = (typeof ii06BaseColumns)[number]

export type Ii06Counts = Record<Ii06Column, number>

/** What happened to it within the period; a transfer ends it for the giving unit only (CLOCK rule 9.6). */
export const ii06Fates = ['open', 'resolved', 'refused', 'withdrawn', 'duplicate', 'transferred'] as const
export type Ii06Fate = (typeof ii06Fates)[number]

/** The same in the words of lists and files. */
export const fateWords: Record<Ii06Fate, string> = {
  open: 'Đang giải quyết',
  resolved: 'Đã giải quyết',
  refused: 'Từ chối giải quyết',
  withdrawn: 'Công dân rút',
  duplicate: 'Rút vì nộp trùng',
  transferred: 'Chuyển xã khác',
}

/** One dossier in the report of one unit: it stands in exactly one column of receipt and one of outcome. */
export interface Ii06Entry {
  code: string
  procedure: string
  unit: string
  received: ReceivedColumn
  outcome: OutcomeColumn
  fate: Ii06Fate
}

/** Whether a dossier is among those that a cell counts. */
export function isInColumn(
  { received, outcome }: Pick<Ii06Entry, 'received' | 'outcome'>,
  column: Ii06Column,
): boolean {
  if (column === '3') return true
  if (column === '7') return endedColumns.has(outcome)
  if (column === '11') return !endedColumns.has(outcome)

  return received === column || outcome === column
}

const endedColumns = new Set<OutcomeColumn>(['8', '9', '10'])

/** The numbers of a row from its dossiers. */
export function countEntries(entries: Iterable<Pick<Ii06Entry, 'received' | 'outcome'>>): Ii06Counts {
  const base: Record<Ii06BaseColumn, number> = { ...none }
  for (const { received, outcome } of entries) {
    base[received] += 1
    base[outcome] += 1
  }

  return withSums(base)
}

const none: Readonly<Record<Ii06BaseColumn, number>> = { 4: 0, 5: 0, 6: 0, 8: 0, 9: 0, 10: 0, 12: 0, 13: 0 }

/** The three sums of the form beside what they add up. */
export const withSums = (base: Readonly<Record<Ii06BaseColumn, number>>): Ii06Counts => ({
  ...base,
  3: base[4] + base[5] + base[6],
  7: base[8] + base[9] + base[10],
  11: base[12] + base[13],
})

/** One of the checks that every row must pass (CLOCK rule 9.5). */
export interface Ii06Check {
  id: '3=4+5+6' | '7=8+9+10' | '11=12+13' | '3=7+11' | '6=11'
  holds: boolean
  left: number
  right: number
  text: Bilingual
}

/**
 * Runs the checks on a row. `carried` is column 11 of the period that ended where this one begins: sealed with its
 * corrections where it was sealed, else counted at that instant.
 */
export function checkRow(counts: Ii06Counts, carried: number): Ii06Check[] {
  const check = (id: Ii06Check['id'], left: number, right: number, text: Bilingual): Ii06Check => ({
    id,
    holds: left === right,
    left,
    right,
    text,
  })

  return [
    check('3=4+5+6', counts[3], counts[4] + counts[5] + counts[6], {
      vi: 'Tổng tiếp nhận (3) bằng trực tuyến (4) + trực tiếp, bưu chính (5) + từ kỳ trước (6)',
      en: 'Received (3) equals online (4) + counter and post (5) + carried over (6)',
    }),
    check('7=8+9+10', counts[7], counts[8] + counts[9] + counts[10], {
      vi: 'Đã giải quyết (7) bằng trước hạn (8) + đúng hạn (9) + quá hạn (10)',
      en: 'Ended (7) equals early (8) + on time (9) + late (10)',
    }),
    check('11=12+13', counts[11], counts[12] + counts[13], {
      vi: 'Đang giải quyết (11) bằng trong hạn (12) + quá hạn (13)',
      en: 'Open (11) equals within time (12) + overdue (13)',
    }),
    check('3=7+11', counts[3], counts[7] + counts[11], {
      vi: 'Tổng tiếp nhận (3) bằng đã giải quyết (7) + đang giải quyết (11)',
      en: 'Received (3) equals ended (7) + open (11)',
    }),
    check('6=11', counts[6], carried, {
      vi: 'Từ kỳ trước (6) bằng đang giải quyết (11) của kỳ liền trước',
      en: 'Carried over (6) equals open (11) of the period before',
    }),
  ]
}
