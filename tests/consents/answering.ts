import type { Caller, TestDesk } from '../support/desk.ts'

/** The telephone of who is asked, in filings that use `byLink`. */
const askedPhone = '0912345699'
/** Answers by which the head of a household is asked by a link. */
export const byLink = { headConsentBy: 'link', headConsentPhone: askedPhone }

export const formBody = { 'content-type': 'application/x-www-form-urlencoded' }

/** What was sent to who is asked about this dossier, the newest first, after everything that waits was sent. */
export async function lettersOf(desk: TestDesk, code: string): Promise<string[]> {
  await desk.deliver()
  const { rows } = await desk.owner.query(
    'select body from recorded_messages where code = $1 and address = $2 order by at desc, message_id desc',
    [code, askedPhone],
  )

  return rows.map(({ body }) => body)
}

/** The path of the link that was sent. */
export async function linkOf(desk: TestDesk, code: string): Promise<string> {
  const link = (await lettersOf(desk, code)).map((body) => /\/y-kien\/[\w-]+\/[\w-]+/.exec(body)?.[0]).find(Boolean)
  if (!link) throw new Error('no link was sent')

  return link
}

/** The newest password that was sent. */
export async function passwordOf(desk: TestDesk, code: string): Promise<string> {
  const password = (await lettersOf(desk, code)).map((body) => /: (\d{6})\b/.exec(body)?.[1]).find(Boolean)
  if (!password) throw new Error('no password was sent')

  return password
}

/** Follows the link, asks for a password, and answers with it. */
export async function answerByLink(desk: TestDesk, code: string, head: Caller, answer: 'agree' | 'refuse') {
  const link = await linkOf(desk, code)
  await head.request('POST', `${link}/mat-khau`, '', formBody)

  return head.request('POST', `${link}/tra-loi`, `password=${await passwordOf(desk, code)}&answer=${answer}`, formBody)
}
