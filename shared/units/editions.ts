import type { EditionFacts } from './types.ts'

/**
 * The editions of Hà Tĩnh's list of communes, and the resolution of the National Assembly's Standing Committee
 * that began each one.
 *
 * Read in the text: 1665 (its annex of articles and its count of 69). The others are known by number and day;
 * their texts were not at hand (db/reference/README.md). The beginning of the 2019 list is not known.
 */
export const knownEditions: readonly EditionFacts[] = [
  { edition: '2019', until: '2019-12-31' },
  {
    edition: '2023',
    from: '2020-01-01',
    until: '2024-12-31',
    basis: { vi: 'Nghị quyết 819/NQ-UBTVQH14', en: 'Resolution 819/NQ-UBTVQH14' },
  },
  {
    edition: '2025-01',
    from: '2025-01-01',
    until: '2025-06-30',
    basis: { vi: 'Nghị quyết 1283/NQ-UBTVQH15', en: 'Resolution 1283/NQ-UBTVQH15' },
  },
  {
    edition: '2025-07',
    from: '2025-07-01',
    basis: { vi: 'Nghị quyết 1665/NQ-UBTVQH15', en: 'Resolution 1665/NQ-UBTVQH15' },
  },
]
