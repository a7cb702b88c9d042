import type pg from 'pg'
import { localDayOf } from '#shared/text/format.ts'

/** Gives out dossier codes, `<prefix>-YYMMDD-NNNNNN` with the local day of filing (TT 01/2018/TT-VPCP Điều 19). */
export interface DossierCodes {
  next(at: Date): Promise<string>
}

const blockSize = 50

/**
 * Numbers come from a sequence in blocks of fifty, so that no row is hot; what a process leaves unused is a gap.
 * The code may be guessed and opens nothing: the tracking key does.
 */
export function openDossierCodes(pool: pg.Pool, prefix: string): DossierCodes {
  let next = 0
  let left = 0
  let fetching: Promise<void> | undefined

  const fetchBlock = async () => {
    const { rows } = await pool.query<{ first: number }>(`select nextval('dossier_numbers')::integer as first`)
    next = rows[0]?.first ?? 0
    left = blockSize
  }

  return {
    async next(at) {
      while (left === 0) {
        fetching ??= fetchBlock().finally(() => {
          fetching = undefined
        })
        await fetching
      }
      left -= 1
      const number = String(next++).padStart(6, '0')

      return `${prefix}-${localDayOf(at).slice(2).replaceAll('-', '')}-${number}`
    },
  }
}
