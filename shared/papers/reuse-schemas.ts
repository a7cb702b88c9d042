import * as z from 'zod/mini'
import { procedureCodes } from '../catalogue/types.ts'
import { bilingual } from '../http/bilingual.ts'
import { instant } from '../http/instant.ts'
import { unitName } from '../units/schemas.ts'
import { paperTypes } from './schemas.ts'

export const reusablePapersQuery = z.strictObject({ procedure: z.enum(procedureCodes) })

/** A paper of an earlier dossier that may stand for the same paper of a new one. */
export const reusablePaper = z.object({
  kind: z.string(),
  name: bilingual,
  /** Code of the earlier dossier, and the paper's id in it: what the new filing names. */
  dossier: z.string(),
  paper: z.uuid(),
  sha256: z.string(),
  bytes: z.number(),
  type: z.enum(paperTypes),
  verifiedBy: z.object({ name: z.string(), unit: unitName }),
  verifiedAt: instant,
  /** `YYYY-MM-DD`: the last day on which it may be filed. */
  until: z.string(),
})
export type ReusablePaper = z.infer<typeof reusablePaper>

export const reusablePapersView = z.object({ papers: z.array(reusablePaper) })
export type ReusablePapersView = z.infer<typeof reusablePapersView>
