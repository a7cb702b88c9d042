import { randomUUID } from 'node:crypto'
import type { Caller, TestDesk } from '../support/desk.ts'
import { exampleFiling } from '../support/filings.ts'

/** The telephone of every example filing. */
export const phone = '0912345678'

/** A filing that a helper typed in and handed over, with the steps that follow. */
export async function handOver(someone: Caller, procedure = '1.004194', changes: Record<string, unknown> = {}) {
  const filing = { ...(await exampleFiling(someone, procedure)), ...changes }
  const id = randomUUID()
  const path = `/api/assisted-filings/${id}`
  const put = (body: unknown = filing) => someone.request('PUT', path, body)
  const answer = await put()
  if (answer.statusCode !== 200) throw new Error(`not taken: ${answer.body}`)

  return {
    id,
    path,
    filing,
    put,
    view: answer.json(),
    read: (as: Caller = someone) => as.request('GET', path),
    send: (as: Caller = someone) => as.request('POST', `${path}/codes`),
    confirm: (body: unknown, as: Caller = someone) => as.request('PUT', `${path}/confirmation`, body),
    byName: (name = String(filing.answers.applicantName)) =>
      someone.request('PUT', `${path}/confirmation`, { by: 'typed_name', name }),
  }
}

/** What the dossier's first event says. */
export const submitOf = async ({ owner }: TestDesk, code: string) =>
  (
    await owner.query(
      `select e.data, e.actor from dossier_events e join dossiers d on d.id = e.dossier_id where d.code = $1 and e.seq = 1`,
      [code],
    )
  ).rows[0]

export const countDossiers = async ({ owner }: TestDesk): Promise<number> =>
  (await owner.query('select count(*)::integer as n from dossiers')).rows[0].n
