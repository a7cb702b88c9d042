import * as z from 'zod/mini'
import { procedureCodes } from '../catalogue/types.ts'
import { paperTypes } from '../papers/schemas.ts'

/** How long an unfinished dossier waits on the server after it was last saved, in days. */
export const draftDays = 14
/** The largest unfinished dossier, in characters of its JSON: a list of a hundred people fits twice. */
export const draftCharacters = 64 * 1024

/**
 * What a form holds when it is not finished: what was typed, as it stands, and which files have arrived.
 *
 * Nothing in it is checked: half a date is kept too. `key` is the idempotency key of the filing, so that it goes to
 * the second device with everything else.
 */
export const draftContent = z.strictObject({
  procedure: z.enum(procedureCodes),
  values: z.record(z.string().check(z.maxLength(60)), z.unknown()),
  papers: z
    .array(
      z.strictObject({
        kind: z.string().check(z.maxLength(60)),
        uploadId: z.uuid(),
        sha256: z.string().check(z.maxLength(64)),
        bytes: z.number(),
        type: z.enum(paperTypes),
        /** Real time, in milliseconds. */
        sentAt: z.number(),
      }),
    )
    .check(z.maxLength(40)),
  key: z.uuid(),
})
export type DraftContent = z.infer<typeof draftContent>

export const draftView = z.object({
  id: z.uuid(),
  version: z.number(),
  expiresAt: z.iso.datetime(),
  content: draftContent,
})
export type DraftView = z.infer<typeof draftView>

/** What saving says: the next save names this version. */
export const draftSaved = z.object({ version: z.number(), expiresAt: z.iso.datetime() })
export type DraftSaved = z.infer<typeof draftSaved>

/** What the first device shows and the second is told. The password opens once, and only until the draft ends. */
export const handoverView = z.object({ code: z.string(), password: z.string(), expiresAt: z.iso.datetime() })
export type HandoverView = z.infer<typeof handoverView>

export const draftOpeningInput = z.strictObject({
  code: z.string().check(z.maxLength(40)),
  password: z.string().check(z.maxLength(40)),
})
export type DraftOpeningInput = z.infer<typeof draftOpeningInput>

/** A secret of the device, 32 bytes as hex: who has it writes the draft. */
export const draftKey = z.string().check(z.regex(/^[0-9a-f]{64}$/))
