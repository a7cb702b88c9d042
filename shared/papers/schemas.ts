import * as z from 'zod/mini'
import { bilingual } from '../http/bilingual.ts'

/** What a paper may be, decided by its content and never by its name. */
export const paperTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export type PaperType = (typeof paperTypes)[number]

/** Limits that a phone photo never meets: 10 MB a file, 40 MB and 20 files a dossier. */
export const paperLimits = { fileBytes: 10 * 1024 * 1024, dossierBytes: 40 * 1024 * 1024, dossierFiles: 20 } as const

/** What the desk received: the sender compares `sha256` with its own before it files. */
export const uploadView = z.object({
  id: z.uuid(),
  sha256: z.string(),
  bytes: z.number(),
  type: z.enum(paperTypes),
})
export type UploadView = z.infer<typeof uploadView>

/** Which paper of a procedure an upload is. */
export const uploadReference = z.strictObject({
  kind: z.string().check(z.minLength(1), z.maxLength(60)),
  uploadId: z.uuid(),
})

/**
 * A paper of an earlier dossier that this browser opened with both of its codes, used again for the same kind. `consent`:
 * its resident agreed to that.
 */
const reuseReference = z.strictObject({
  kind: uploadReference.shape.kind,
  reuse: z.strictObject({ dossier: z.string().check(z.maxLength(40)), paper: z.uuid() }),
  consent: z.literal(true),
})

/** A paper of a filing: sent as a file, or used again. */
export const filedPaper = z.union(
  [uploadReference, reuseReference],
  'Cần kind và uploadId; hoặc kind, reuse và consent: true khi người nộp đồng ý dùng lại giấy của hồ sơ cũ.',
)

/** `quarantine`: waiting to be re-encoded; only `clean` is ever served; `refused` with a reason. */
export const paperStatuses = ['quarantine', 'clean', 'refused'] as const
export type PaperStatus = (typeof paperStatuses)[number]

export const paperView = z.object({
  id: z.uuid(),
  kind: z.string(),
  name: z.object({ vi: z.string(), en: z.string() }),
  sha256: z.string(),
  bytes: z.number(),
  type: z.enum(paperTypes),
  status: z.enum(paperStatuses),
  /** Why it was refused, in the sentence that its sender reads. */
  refusal: z.optional(z.string()),
  /** Where an officer or the resident fetches it; absent until it is clean. */
  href: z.optional(z.string()),
  /** Of one that was used again: from which dossier, who checked it there and when, and until when that counts. */
  reused: z.optional(bilingual),
})
export type PaperView = z.infer<typeof paperView>

/** How long a paper is, so that a viewer can make room for all of it. A picture is one page. */
export const paperLengthView = z.object({ pages: z.number() })

/** A paper that a procedure asks for with the answers given. */
export const neededPaper = z.object({
  kind: z.string(),
  name: bilingual,
  received: z.boolean(),
  /** An officer had the original in hand when the dossier was filed at the counter. */
  seen: z.optional(z.boolean()),
})
