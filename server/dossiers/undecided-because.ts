import type { Because } from '#shared/routing/route-dossier.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'

/** Of the reasons of an undecided route the one that says what stood in the way: before "the province decides". */
export function undecidedBecause(routing: readonly Because[]): Bilingual {
  const why = routing.findLast(({ rule }) => rule !== 'province-decides')

  return why?.text ?? { vi: 'Chưa rõ nơi tiếp nhận.', en: 'It is not known who receives it.' }
}
