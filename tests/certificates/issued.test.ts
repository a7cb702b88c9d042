import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicKeys } from '#server/certificates/signing-key.ts'
import { runVerifyReceipt } from '#server/cli/verify-receipt.ts'
import { sha256 } from '#server/platform/sealing.ts'
import { judgeReceiptFile } from '#shared/certificates/receipt-file.ts'
import { openSigned } from '#shared/certificates/signed-text.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { type Filed, fileExample, newKey } from '../support/filings.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk?.[Symbol.asyncDispose]())

/** The same person in both procedures' examples. */
const applicantIdentity = '000079000006'
const applicant = {
  applicantName: 'Võ Đình Phúc',
  applicantBirthDate: '1979-11-02',
  applicantGender: 'male',
  applicantIdentity,
}

const known = () => publicKeys(desk.deps.keys, desk.deps.config)

async function step(someone: Caller, method: string, code: string, rest: string, body: unknown) {
  const { version } = (await someone.request('GET', `/api/dossiers/${code}`)).json()
  const answer = await someone.request(method, `/api/dossiers/${code}${rest}`, body, {
    'if-match': `"${version}"`,
    ...newKey(),
  })
  expect(answer.statusCode, answer.body).toBeLessThan(300)

  return answer.json()
}

/** Filed, accepted, proposed and signed: with its results. */
async function granted(procedure: string, changes: Record<string, unknown> = {}) {
  const resident = desk.visitor()
  const filed = await fileExample(resident, procedure, changes)
  await desk.deliver()
  const { unit } = await tracked(resident, filed)
  const officer = await desk.signIn(`canbo-${unit.code}`)
  await step(officer, 'PUT', filed.code, '/acceptance', {})
  await step(officer, 'PUT', filed.code, '/proposal', { outcome: 'grant' })
  const decided = await step(await desk.signIn(`chihuy-${unit.code}`), 'PUT', filed.code, '/decision', {
    outcome: 'grant',
  })

  return { ...filed, resident, decided }
}

const tracked = async (resident: Caller, { code, trackingKey }: Filed) =>
  (await resident.request('GET', `/api/dossiers/${code}/tracking`, undefined, { 'x-tracking-key': trackingKey })).json()

const tokenOf = async (code: string, form: string): Promise<string> => {
  const { rows } = await desk.owner.query('select token from certificates where code = $1 and form = $2', [code, form])

  return rows[0]?.token
}
const verdictOf = async (token: string) => (await desk.visitor().request('GET', `/api/verifications/${token}`)).json()

test('a signed result is in the book of certificates, with the hash of the PDF that was given out', async () => {
  const { code, resident, trackingKey, decided } = await granted('1.010041', applicant)
  const { certificate, verdict } = await verdictOf(await tokenOf(code, 'CT07'))

  expect(verdict).toBe('valid')
  expect(certificate).toMatchObject({ form: 'CT07', code, holder: 'VDP·006' })
  expect(JSON.stringify(certificate)).not.toMatch(/Phúc|000079000006/)
  const { href } = decided.documents.find(({ form }: { form: string }) => form === 'CT07')
  const pdf = await resident.request('GET', href, undefined, { 'x-tracking-key': trackingKey })
  expect(sha256(pdf.rawPayload).toString('hex')).toBe(certificate.documentSha256)
})

test('a later decision that changes the fact revokes what was confirmed, in whatever commune; others stay', async () => {
  const confirmed = await granted('1.010041', applicant)
  const other = await granted('1.010041', { ...applicant, applicantIdentity: '000079000014' })
  const token = await tokenOf(confirmed.code, 'CT07')
  expect((await verdictOf(token)).verdict).toBe('valid')

  await granted('1.004194', applicant)

  const after = await verdictOf(token)
  expect(after.verdict).toBe('revoked')
  expect((await verdictOf(await tokenOf(other.code, 'CT07'))).verdict).toBe('valid')
  const { list } = (await desk.visitor().request('GET', '/api/revocations')).json()
  const opened = await openSigned(list, 'quay-th', known())
  expect(opened).toMatchObject({
    is: 'genuine',
    payload: { at: desk.clock.now().toISOString(), ids: expect.arrayContaining([after.certificate.id]) },
  })
})

test('the receipt lists every answer and the hash of every file, and verifies as JSON and as PDF', async () => {
  const resident = desk.visitor()
  const filed = await fileExample(resident, '1.004194', applicant)
  const key = { 'x-tracking-key': filed.trackingKey }
  const json = await resident.request('GET', `/api/dossiers/${filed.code}/receipt.json`, undefined, key)
  const pdf = await resident.request('GET', `/api/dossiers/${filed.code}/receipt.pdf`, undefined, key)
  const judged = await judgeReceiptFile(json.rawPayload, known())

  expect(json.statusCode).toBe(200)
  expect(judged).toMatchObject({ is: 'genuine', receipt: { code: filed.code, applicantName: 'Võ Đình Phúc' } })
  const { receipt } = await tracked(resident, filed)
  expect(judged).toMatchObject({
    receipt: {
      answersSha256: receipt.answersSha256,
      papers: receipt.papers.map(({ sha256: hash }: { sha256: string }) => ({ sha256: hash })),
    },
  })
  expect(await judgeReceiptFile(pdf.rawPayload, known())).toMatchObject({ is: 'genuine_pdf', code: filed.code })
  expect((await desk.visitor().request('GET', `/api/dossiers/${filed.code}/receipt.json`)).statusCode).toBe(404)
})

test('`desk verify-receipt` says genuine or not by the saved keys, asking nobody', async () => {
  const resident = desk.visitor()
  const filed = await fileExample(resident, '1.004194')
  const key = { 'x-tracking-key': filed.trackingKey }
  const json = await resident.request('GET', `/api/dossiers/${filed.code}/receipt.json`, undefined, key)
  const folder = await mkdtemp(join(tmpdir(), 'quay-receipt-'))
  const [good, bad, keys] = ['good.json', 'bad.json', 'keys.json'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  await writeFile(good, json.rawPayload)
  await writeFile(bad, json.body.replace(/"fee": \d+/, '"fee": 1'))
  await writeFile(keys, (await resident.request('GET', '/api/keys')).body)
  let said = ''
  const out = { write: (text: string) => (said += text) }

  expect(await runVerifyReceipt(good, { keys, url: 'http://desk.invalid' }, out)).toBe(0)
  expect(said).toContain(filed.code)
  expect(await runVerifyReceipt(bad, { keys, url: 'http://desk.invalid' }, out)).toBe(1)
  expect(said).toContain('KHÔNG HỢP LỆ')
  await rm(folder, { recursive: true })
})

test('without scripts the page asks the desk, and says in both languages what the code is worth', async () => {
  const { code } = await granted('1.010041', { ...applicant, applicantIdentity: '000079000022' })
  const someone = desk.visitor()
  const post = (url: string, text: string) =>
    desk.app.inject({
      method: 'POST',
      url,
      payload: new URLSearchParams({ code: text }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
  const token = await tokenOf(code, 'CT07')

  expect((await someone.request('GET', '/kt')).statusCode).toBe(200)
  expect((await post('/kt', token)).body).toContain('Giấy thật, còn giá trị')
  expect((await post('/kt?lang=en', token)).body).toContain('Genuine and in force')
  expect((await post('/kt', `${token.slice(0, -4)}AAAA`)).body).toContain('Mã đã bị sửa')
})

test('what a filing tells its resident is in the demonstration’s letter box, with the way to the dossier', async () => {
  const filed = await fileExample(desk.visitor(), '1.004194')
  await desk.deliver()
  await desk.deliver()
  const { body } = await desk.visitor().request('GET', '/demo/thu')

  expect(body).toContain(`Hồ sơ ${filed.code} đã được ghi nhận`)
  expect(body).toContain(`/tra-cuu#${filed.code}.${filed.trackingKey}`)
})
