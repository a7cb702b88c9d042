import type { SubmitDossierInput } from '#shared/dossiers/schemas.ts'
import type { Keys } from '../config.ts'
import { seal, unseal } from '../platform/sealing.ts'

/** What is sealed together while a filing waits for its resident's yes. */
export interface SealedFiling {
  input: SubmitDossierInput
  /** Who may confirm it by the own name: the applicant, and the parent or guardian of a child. */
  names: string[]
  /** Only while it is on its way. */
  password?: string
}

const bound = (id: string) => `assisted_filings|${id}`

export const sealFiling = (keys: Pick<Keys, 'field'>, id: string, filing: SealedFiling): Buffer =>
  seal(keys.field, bound(id), JSON.stringify(filing))

export const unsealFiling = (keys: Pick<Keys, 'field'>, id: string, sealed: Buffer): SealedFiling =>
  JSON.parse(unseal(keys.field, bound(id), sealed))
