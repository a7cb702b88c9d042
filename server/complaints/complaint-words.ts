import type { Deps } from '../platform/deps.ts'
import { seal, unseal } from '../platform/sealing.ts'

/** The words of one step, closed so that they open beside no other. */
const boundTo = (complaintId: string, seq: number) => `complaint:${complaintId}:${seq}`

export const sealWords = ({ keys }: Pick<Deps, 'keys'>, complaintId: string, seq: number, text: string): Buffer =>
  seal(keys.field, boundTo(complaintId, seq), text)

export const openWords = ({ keys }: Pick<Deps, 'keys'>, complaintId: string, seq: number, sealed: Buffer): string =>
  unseal(keys.field, boundTo(complaintId, seq), sealed)
