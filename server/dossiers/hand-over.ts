import { asc, eq } from 'drizzle-orm'
import { documents } from '#db/schema/dossiers.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { documentName } from '#shared/dossiers/document-names.ts'
import type { DossierEvent, HandOverProof } from '#shared/dossiers/events.ts'
import type { DocumentView } from '#shared/dossiers/schemas.ts'
import type { HandOverInput } from '#shared/dossiers/step-schemas.ts'
import type { HandOverFacts } from '../documents/hand-over-note.ts'
import { print } from '../documents/print.ts'
import { cleanImage } from '../papers/clean-image.ts'
import type { Tx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { invalid } from '../platform/problem.ts'
import { sha256 } from '../platform/sealing.ts'
import { changeDossier, type Seen, type Step, type Target } from './change-dossier.ts'
import { printedDossier, signer } from './document-facts.ts'
import { checkHandOverCode } from './hand-over-code.ts'
import { keepDocument } from './keep-document.ts'

type StaffTarget = Target & { actor: StaffActor; dossier: { code: string } }

/**
 * The result reached the resident: at the counter, electronically or by post. The clock ended with the signature.
 *
 * At the counter the receiver may sign on the touch pad, which becomes a slip of the dossier, or tell the one-time
 * password that was sent; by post there is a number. The log says which.
 */
export async function handOver(deps: Deps, target: StaffTarget, input: HandOverInput): Promise<string> {
  refuseMixed(input)
  const picture = input.signature && (await cleanSignature(input.signature))
  const sentAt = input.password ? await checkHandOverCode(deps, target, input.password) : undefined

  return changeDossier(deps, target, 'hand_over', async (seen) => {
    const receivedBy = input.receivedBy?.trim() || null
    const step = (proof?: HandOverProof): Step<'hand_over'> => ({
      action: 'hand_over',
      data: { method: input.method, receivedBy, ...(proof && { proof }) },
    })
    if (sentAt) return step({ kind: 'one_time_password', sentAt: sentAt.toISOString() })
    if (input.tracking) return step({ kind: 'post', tracking: input.tracking })
    if (!picture) return step()

    const pdf = await print('handOverNote', await noteFacts(deps, seen, target.actor, { receivedBy, picture }))

    return {
      ...step({ kind: 'signature', documentSha256: sha256(pdf).toString('hex') }),
      also: (tx: Tx, { recordedAt }: DossierEvent) =>
        keepDocument(deps, tx, { dossier: seen.dossier, form: 'GN', at: recordedAt, number: null, pdf }),
    }
  })
}

function refuseMixed({ method, signature, password, tracking, receivedBy }: HandOverInput) {
  const refuse = (pointer: string, detail: string) => invalid([{ pointer, detail }])
  if (method !== 'counter' && signature) throw refuse('#/signature', 'Chỉ ký nhận khi giao tại quầy.')
  if (method !== 'counter' && password) throw refuse('#/password', 'Chỉ dùng mã khi giao tại quầy.')
  if (method !== 'post' && tracking) throw refuse('#/tracking', 'Số bưu gửi chỉ dùng khi giao qua bưu chính.')
  if (signature && password) throw refuse('#/password', 'Ký nhận hoặc đọc mã, một trong hai.')
  if (signature && !receivedBy?.trim()) throw refuse('#/receivedBy', 'Ghi tên người ký nhận.')
}

/** The pixels alone, encoded anew; a blank pad or a file that is no PNG is refused. */
async function cleanSignature(base64: string): Promise<Buffer> {
  const cleaned = await cleanImage(Buffer.from(base64, 'base64'), 'image/png')
  if ('refusal' in cleaned) throw invalid([{ pointer: '#/signature', detail: 'Không đọc được chữ ký. Hãy ký lại.' }])

  return cleaned.bytes
}

async function noteFacts(
  deps: Deps,
  { dossier, tx, at }: Seen,
  actor: StaffActor,
  { receivedBy, picture }: { receivedBy: string | null; picture: Buffer },
): Promise<HandOverFacts> {
  const { facts } = await printedDossier(deps, tx, dossier, { madeAt: at })
  const made = await tx
    .select({ form: documents.form, number: documents.number })
    .from(documents)
    .where(eq(documents.dossierId, dossier.id))
    .orderBy(asc(documents.madeAt), asc(documents.form))

  return {
    ...facts,
    receivedBy: receivedBy ?? '',
    results: made.flatMap(({ form, number }) =>
      number === null ? [] : [{ name: documentName(form as DocumentView['form']).vi, number }],
    ),
    officer: signer(actor),
    signature: `data:image/png;base64,${picture.toString('base64')}`,
  }
}
