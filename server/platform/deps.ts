import type pg from 'pg'
import type { Logger } from 'pino'
import type { Config, Keys } from '../config.ts'
import type { Clock } from './clock.ts'
import type { DossierCodes } from './dossier-codes.ts'
import type { Filings } from './filings.ts'
import type { Metrics } from './metrics.ts'
import type { Reference } from './reference.ts'
import type { Signer } from './signer.ts'
import type { Store } from './store.ts'
import type { Wakeups } from './wakeups.ts'

/** Everything a use case may need, made once per process. Use cases name what they take: `Pick<Deps, 'pool' | 'now'>`. */
export interface Deps {
  config: Pick<Config, 'isProduction' | 'origin' | 'dossierPrefix' | 'smtpUrl' | 'mailFrom' | 'retiredKeys'>
  /** As `desk_app`: bound by row-level security, used through `withTx`. */
  pool: pg.Pool
  /** As `desk_report`: across communes, without personal data. */
  reportPool: pg.Pool
  clock: Clock
  /** `clock.now`: the one business time. */
  now(): Date
  keys: Keys
  wake: Wakeups
  store: Store
  signer: Signer
  reference: Reference
  codes: DossierCodes
  filings: Filings
  metrics: Metrics
  log: Logger
}
