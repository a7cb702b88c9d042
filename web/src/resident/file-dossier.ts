import type { AssistedFilingView } from '#shared/assistance/schemas.ts'
import { asText } from '#shared/catalogue/answers.ts'
import { papersNeeded } from '#shared/catalogue/papers.ts'
import {
  type SubmitDossierInput,
  type SubmittedView,
  submitDossierInput,
  submittedView,
} from '#shared/dossiers/schemas.ts'
import { problemTypes } from '#shared/http/problem.ts'
import { Offline, Refused, request } from '#web/src/lib/http.ts'
import type { Draft, DraftStore } from './draft.ts'
import type { Refusal } from './form-context.ts'
import type { FilingState } from './steps.ts'
import { forgetVisit } from './visit.ts'

export type Outcome =
  /** `wasEarlier`: an attempt whose answer was lost had arrived; this is that dossier. */
  | { kind: 'filed'; view: SubmittedView; wasEarlier: boolean }
  /** Typed in by a helper, and waiting for the resident's yes. */
  | { kind: 'held'; view: AssistedFilingView }
  /** Not known to have arrived: may be sent again under the same key. */
  | { kind: 'offline' }
  | { kind: 'procedureChanged' }
  | { kind: 'refused'; detail: string; refusals: Refusal[]; traceId?: string | undefined }

/** What is sent: the answers that are asked, files only for papers that are needed. */
export function filingOf(
  { version, answers }: FilingState,
  { papers, papersSeen = [], ticket }: Draft,
): SubmitDossierInput {
  const kinds = new Set(papersNeeded(version, answers).map(({ kind }) => kind))
  const { phone, email } = version.applicant
  const [phoneAnswer, emailAnswer] = [asText(answers[phone]), email && asText(answers[email])]

  return submitDossierInput.parse({
    procedure: version.code,
    procedureVersion: version.version,
    answers,
    papers: papers
      .filter(({ kind }) => kinds.has(kind))
      .map(({ kind, uploadId, reuse }) =>
        reuse ? { kind, reuse: { dossier: reuse.dossier, paper: uploadId }, consent: true } : { kind, uploadId },
      ),
    contact: { ...(phoneAnswer && { phone: phoneAnswer }), ...(emailAnswer && { email: emailAnswer }) },
    ...(ticket && { ticket }),
    ...(papersSeen.length > 0 && { papersSeen: papersSeen.filter((kind) => kinds.has(kind)) }),
  })
}

/**
 * Files the dossier under the draft's key, which is kept with what was sent: pressed again after a lost answer, it is
 * the same filing and never a second one. When the reader has changed something since, the server says that the key
 * was used for other content: then the earlier attempt had arrived, and is asked for as it was sent.
 */
export async function fileDossier(store: DraftStore, state: FilingState): Promise<Outcome> {
  const draft = store.get()
  const body = filingOf(state, draft)
  const earlier = draft.attempt
  store.change({ attempt: body })
  store.flush()
  try {
    return { kind: 'filed', view: await post(draft.key, body), wasEarlier: false }
  } catch (error) {
    if (error instanceof Offline) return { kind: 'offline' }
    if (!(error instanceof Refused)) throw error
    if (error.problem.type === problemTypes.keyReused && earlier) return askForEarlier(draft.key, earlier)

    return refusedBy(error, store)
  }
}

async function askForEarlier(key: string, body: SubmitDossierInput): Promise<Outcome> {
  try {
    return { kind: 'filed', view: await post(key, body), wasEarlier: true }
  } catch (error) {
    if (error instanceof Offline) return { kind: 'offline' }
    throw error
  }
}

async function post(key: string, body: SubmitDossierInput): Promise<SubmittedView> {
  return submittedView.parse(await request('POST', '/api/dossiers', { body, idempotencyKey: key }))
}

/** What a refusal means for the draft: which entries it names, and whether its key may be used again. */
export function refusedBy({ problem }: Refused, store: DraftStore): Outcome {
  // A server in trouble has stored nothing and may take the very same filing a minute later.
  if (problem.status >= 500 || problem.status === 429) {
    return { kind: 'refused', detail: problem.detail ?? problem.title, refusals: [], traceId: problem.traceId }
  }
  store.change({ isKeySpent: true })
  if (problem.type === problemTypes.procedureChanged) return { kind: 'procedureChanged' }
  const refusals = (problem.errors ?? []).flatMap(({ pointer, detail }): Refusal[] => {
    const path = pathOf(pointer ?? '')

    return path ? [{ path, message: detail }] : []
  })
  dropRefusedPapers(store, refusals)
  const ofTicket = (problem.errors ?? []).find(({ pointer }) => pointer === '#/ticket')
  if (ofTicket) {
    store.change({ ticket: undefined })
    forgetVisit()
  }

  const detail = ofTicket?.detail ?? problem.detail ?? problem.title

  return { kind: 'refused', detail, refusals, traceId: problem.traceId }
}

/** `#/answers/members/1/identity` as `['members', 1, 'identity']`, `#/papers/0/uploadId` as `['papers', 0, …]`. */
export function pathOf(pointer: string): (string | number)[] | undefined {
  const [, part, rest = ''] = /^#\/(answers|papers)(?:\/(.*))?$/.exec(pointer) ?? []
  if (!part) return undefined
  const names = rest === '' ? [] : rest.split('/').map((name) => (/^\d+$/.test(name) ? Number(name) : name))

  return part === 'papers' ? ['papers', ...names] : names
}

/** A file that the server does not have any more, or does not let be used again, must be photographed. */
function dropRefusedPapers(store: DraftStore, refusals: readonly Refusal[]) {
  const { attempt, papers } = store.get()
  const gone = new Set(
    refusals.flatMap(({ path: [part, index] }) => {
      const paper = part === 'papers' && typeof index === 'number' && attempt?.papers[index]
      if (!paper) return []

      return 'reuse' in paper ? paper.reuse.paper : paper.uploadId
    }),
  )
  if (gone.size > 0) store.change({ papers: papers.filter(({ uploadId }) => !gone.has(uploadId)) })
}
