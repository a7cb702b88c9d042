import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { paperLimits } from '#shared/papers/schemas.ts'
import type { Typed } from '#web/pages/fields/read-answers.ts'
import type { ReceivedFile } from '#web/pages/supplement-page.tsx'
import { receiveFile, storeUpload } from '../papers/receive-upload.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/problem.ts'
import { TooLarge } from '../platform/store.ts'
import { readTyped } from './posted-form.ts'

/** What came with a supplement's form: texts as typed, files already stored as this sender's uploads. */
export interface SupplementForm {
  version: number
  note: string
  /** Set when only room for more people was asked: nothing is to be sent yet. */
  more: string
  typed: Typed
  received: ReceivedFile[]
  /** Files that could not be taken, by the kind of paper. */
  fileErrors: Map<string, string>
}

export const supplementLimits = {
  files: paperLimits.dossierFiles,
  fields: 300,
  parts: 320,
  fileSize: paperLimits.fileBytes + 1,
  fieldNameSize: 120,
  fieldSize: 8_000,
  headerPairs: 20,
} as const

/** Reads the form as a stream. A refused file does not stop the others: each is named beside its question. */
export async function readSupplementForm(deps: Deps, request: FastifyRequest): Promise<SupplementForm> {
  const texts: [string, string][] = []
  const received: ReceivedFile[] = []
  const fileErrors = new Map<string, string>()
  for await (const part of request.parts({ limits: supplementLimits })) {
    if (part.type === 'field') {
      texts.push([part.fieldname, typeof part.value === 'string' ? part.value : ''])
    } else {
      await takeFile(deps, request.sender, part, received, fileErrors)
    }
  }
  const firstOf = (name: string) => texts.find(([each]) => each === name)?.[1] ?? ''

  return {
    version: Number(firstOf('version')),
    note: firstOf('note').slice(0, 2000),
    more: firstOf('more'),
    typed: readTyped(texts.filter(([name]) => !ownNames.has(name))),
    received: [
      ...texts.filter(([name]) => name === 'received').flatMap(([, value]) => readReceived(value)),
      ...received,
    ],
    fileErrors,
  }
}

const ownNames = new Set(['version', 'note', 'received', 'more'])

async function takeFile(
  deps: Deps,
  sender: string,
  part: MultipartFile,
  received: ReceivedFile[],
  errors: Map<string, string>,
) {
  const kind = part.fieldname.replace(/^paper:/, '')
  // A file question that was left empty still sends a part, without a name.
  if (!part.filename || kind === part.fieldname) {
    part.file.resume()

    return
  }
  try {
    const { id, bytes } = await storeUpload(deps, sender, await receiveFile(deps, part.file))
    received.push({ kind, uploadId: id, bytes })
  } catch (error) {
    if (error instanceof TooLarge)
      errors.set(kind, `Tệp lớn hơn ${paperLimits.fileBytes / 1_048_576} MB. Hãy chụp lại ở cỡ thường.`)
    else if (error instanceof ProblemError) errors.set(kind, error.body.detail ?? error.body.title)
    else throw error
  } finally {
    // A part that nobody reads to its end stops the parser for good.
    part.file.resume()
  }
}

/** `<kind> <upload> <bytes>`, written by the page before. Whose upload it is, the use case checks. */
function readReceived(value: string): ReceivedFile[] {
  const [, kind, uploadId, bytes] = /^(\S{1,60}) ([0-9a-f-]{36}) (\d{1,9})$/.exec(value) ?? []

  return kind && uploadId && bytes ? [{ kind, uploadId, bytes: Number(bytes) }] : []
}
