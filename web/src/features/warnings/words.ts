import type { WarningKind } from '#shared/dossiers/events.ts'

/** What a warning says, in a word or two. */
export const kindWords: Record<WarningKind, string> = {
  due_soon: 'Sắp đến hạn',
  due: 'Đến hạn',
  overdue: 'Quá hạn, đã báo tỉnh',
}
