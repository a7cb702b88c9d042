import * as z from 'zod/mini'
import { editions, placeTypes, unitTypes } from './types.ts'

/** A police unit by the place it is named after; `Tỉnh` only for the province's own queue. */
export const unitName = z.object({ code: z.string(), name: z.string(), type: z.enum(placeTypes) })
export type UnitName = z.infer<typeof unitName>

export const unitSearchQuery = z.strictObject({
  q: z.string().check(z.minLength(1), z.maxLength(120)),
  limit: z.optional(z.coerce.number().check(z.minimum(1), z.maximum(50))),
})

/** A unit of any edition, and where it belongs today: more than one entry means that the law divided it. */
export const unitSearchItem = z.object({
  edition: z.enum(editions),
  code: z.string(),
  name: z.string(),
  type: z.enum(unitTypes),
  district: z.optional(z.string()),
  now: z.array(
    z.object({ code: z.string(), name: z.string(), type: z.enum(unitTypes), share: z.enum(['whole', 'part']) }),
  ),
})
export type UnitSearchItem = z.infer<typeof unitSearchItem>

export const unitSearchView = z.object({ items: z.array(unitSearchItem) })
