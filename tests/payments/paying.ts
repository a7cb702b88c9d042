import { type Caller, type TestDesk, toanLuu } from '../support/desk.ts'
import { type Filed, fileExample, newKey } from '../support/filings.ts'

/** As a browser posts a plain form. */
export const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** A dossier that was accepted and now waits for its fee, open in the browser of the person who filed it. */
export async function waitingForFee(desk: TestDesk): Promise<{ filed: Filed; resident: Caller; officer: Caller }> {
  const resident = desk.visitor()
  const filed = await fileExample(resident)
  await desk.deliver()
  const officer = await desk.signIn(`canbo-${toanLuu}`)
  const step = async (method: string, resource: string, body?: object) => {
    const { version } = (await officer.request('GET', `/api/dossiers/${filed.code}`)).json()
    const answer = await officer.request(method, `/api/dossiers/${filed.code}/${resource}`, body, {
      'if-match': `"${version}"`,
      ...newKey(),
    })
    if (answer.statusCode >= 300) throw new Error(`${resource}: ${answer.body}`)
  }
  await step('PUT', 'claim')
  await step('PUT', 'acceptance', {})
  await step('POST', 'payment-requests', {})
  await resident.request('POST', '/tra-cuu', `code=${filed.code}&key=${filed.trackingKey}`, form)

  return { filed, resident, officer }
}

/** What the latest payment of a dossier asks for, after its owner looked at the page. */
export async function askedOf(desk: TestDesk, { code }: Filed, resident: Caller) {
  await resident.request('GET', `/ho-so/${code}/le-phi`)
  const { rows } = await desk.owner.query<{ reference: string; amount: number; state: string }>(
    `select p.reference, p.amount, p.state from payments p join dossiers d on d.id = p.dossier_id
     where d.code = $1 order by p.requested_at desc limit 1`,
    [code],
  )
  const [payment] = rows
  if (!payment) throw new Error('no payment was asked for')

  return payment
}
