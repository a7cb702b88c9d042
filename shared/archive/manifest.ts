import * as z from 'zod/mini'

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/** One file of a sealed dossier, by the hash of its bytes. */
const manifestFile = z.object({
  /** Inside the package, with `/`; letters, digits, `.`, `_` and `-` only. */
  path: z.string().check(z.regex(/^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/), z.maxLength(200)),
  role: z.enum(['log', 'answers', 'document', 'paper']),
  type: z.string(),
  bytes: z.number(),
  sha256,
  /** Of a paper as it arrived, which the log names; the file itself is a picture that was encoded anew. */
  receivedSha256: z.optional(sha256),
  form: z.optional(z.string()),
  number: z.optional(z.string()),
})
export type ManifestFile = z.infer<typeof manifestFile>

/**
 * What a sealed dossier consists of. Names no person: it stays when the dossier itself is disposed of, and then
 * proves with the log that it was there and how it was dealt with.
 *
 * Answers lie in the package as they lie in the database, sealed with the desk's key (AES-256-GCM).
 */
export const manifest = z.object({
  format: z.literal('quay-archive'),
  version: z.literal(1),
  dossier: z.object({
    id: z.uuid(),
    code: z.string(),
    procedure: z.string(),
    procedureVersion: z.string(),
    unit: z.string(),
    channel: z.string(),
    state: z.string(),
    filedAt: z.string(),
    endedAt: z.string(),
  }),
  sealedAt: z.string(),
  retention: z.object({ class: z.string(), keepUntil: z.nullable(z.string()), source: z.string() }),
  /** Where the log ended: the hash of its last event stands for every event before it. */
  log: z.object({ events: z.number(), head: sha256 }),
  files: z.array(manifestFile),
})
export type Manifest = z.infer<typeof manifest>

/** The names that a package has beside the files of its manifest. */
export const packageNames = {
  manifest: 'manifest.json',
  signature: 'manifest.sig',
  disposal: 'disposal.json',
  disposalList: 'disposal.pdf',
} as const

/** Why files of the manifest are missing: they were erased by a signed list. */
export const disposalNote = z.object({
  number: z.number(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  decidedBy: z.string(),
  decidedAt: z.string(),
  /** Of the signed list, which lies beside it. */
  listSha256: sha256,
})
export type DisposalNote = z.infer<typeof disposalNote>
