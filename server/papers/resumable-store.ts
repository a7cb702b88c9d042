import { FileStore } from '@tus/file-store'
import type { Deps } from '../platform/deps.ts'

/** As long as an unused upload is kept. */
const keptMs = 24 * 3_600_000

/** Where files wait that arrive in pieces, beside quarantine: nothing in there has been looked at. */
export const partialFiles = ({ store }: Pick<Deps, 'store'>) =>
  new FileStore({ directory: store.partialFolder, expirationPeriodInMilliseconds: keptMs })

/** Removes what nobody finished within a day; returns how many. By real time, as the files' own dates are. */
export const sweepPartials = (deps: Pick<Deps, 'store'>): Promise<number> => partialFiles(deps).deleteExpired()
