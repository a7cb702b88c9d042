import * as z from 'zod/mini'
import { instant } from '../http/instant.ts'
import { ii06Columns } from './ii06.ts'

const unit = z.optional(z.string().check(z.regex(/^\d{2}(\d{3})?$/)))
const period = z.string().check(z.maxLength(24))

/** What can be made in the background. A list is CSV, which is written as it is read; a report is the form itself. */
export const exportOrder = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dossiers'), from: z.iso.date(), to: z.iso.date(), unit }),
  z.strictObject({
    kind: z.literal('ii06_dossiers'),
    period,
    unit,
    procedure: z.optional(z.string().check(z.maxLength(20))),
    cell: z.enum(ii06Columns),
  }),
  z.strictObject({ kind: z.literal('ii06_form'), period, unit, format: z.enum(['xlsx', 'pdf']) }),
])
export type ExportOrder = z.infer<typeof exportOrder>

export const exportStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export type ExportState = (typeof exportStates)[number]

/** One file in the making. `rowsTotal` is null until the rows are counted; `href` is there once it is done. */
export const exportView = z.object({
  id: z.string(),
  order: exportOrder,
  state: z.enum(exportStates),
  rowsDone: z.number(),
  rowsTotal: z.nullable(z.number()),
  fileName: z.nullable(z.string()),
  bytes: z.nullable(z.number()),
  createdAt: instant,
  endedAt: z.nullable(instant),
  href: z.nullable(z.string()),
})
export type ExportView = z.infer<typeof exportView>

export const exportListView = z.object({ items: z.array(exportView) })
export const exportParams = z.strictObject({ id: z.uuid() })
