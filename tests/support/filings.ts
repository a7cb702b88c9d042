import { randomUUID } from 'node:crypto'
import type { Caller } from './desk.ts'

/** Filing and what came back, for tests that need a dossier and are not about filing it. */
export interface Filed {
  code: string
  trackingKey: string
}

/** A new `Idempotency-Key`, as a form makes one when it opens. */
export const newKey = () => ({ 'idempotency-key': randomUUID() })

/** The example of a procedure as its page on the API gives it, with the papers it needs, ready to be posted. */
export async function exampleFiling(someone: Caller, procedure: string, changes: Record<string, unknown> = {}) {
  const described = (await someone.request('GET', `/api/procedures/${procedure}`)).json()
  const answers = { ...described.example, ...changes }
  const preview = (await someone.request('POST', '/api/routing-previews', { procedure, answers })).json()
  const papers = []
  for (const { kind, optional } of preview.papers ?? [])
    if (!optional) papers.push({ kind, uploadId: await someone.upload() })

  return { procedure, answers, papers, contact: { phone: '0912345678' } }
}

/** Files the example of a procedure. */
export async function fileExample(
  someone: Caller,
  procedure = '1.004194',
  changes: Record<string, unknown> = {},
): Promise<Filed> {
  const answer = await someone.request(
    'POST',
    '/api/dossiers',
    await exampleFiling(someone, procedure, changes),
    newKey(),
  )
  if (answer.statusCode !== 201) throw new Error(`not filed: ${answer.body}`)

  return answer.json()
}
