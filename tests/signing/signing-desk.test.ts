import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSigner } from '#server/documents/signing/open-signer.ts'
import type { Signer } from '#server/platform/signer.ts'
import type { ToSignItem } from '#shared/signing/schemas.ts'
import { textOf } from '../documents/read-pdf.ts'
import { type Caller, type TestDesk, testDesk, thanhSen } from '../support/desk.ts'
import { hasPdfsig, pdfsig } from './pdfsig.ts'
import { lookAt, peopleOf, proposed, sign, step, view } from './support.ts'

let desk: TestDesk
let officer: Caller
let commander: Caller
beforeAll(async () => {
  desk = await testDesk()
  ;({ officer, commander } = await peopleOf(desk))
})
afterAll(() => desk[Symbol.asyncDispose]())

const toSign = async (someone = commander) => (await someone.request('GET', '/api/desk/to-sign')).json()
const listed = async (code: string): Promise<ToSignItem> =>
  (await toSign()).items.find((item: ToSignItem) => item.code === code)

test('the head of a unit sees what waits for the signature, and by which certificate it is signed', async () => {
  const { code } = await proposed(desk, officer)

  const { certificate, trouble } = await toSign()
  const item = await listed(code)
  expect(item).toMatchObject({ outcome: 'grant', isSeen: false, previews: [{ form: 'CT08' }] })
  expect(certificate).toMatchObject({ isTest: true, subject: expect.stringContaining('CHỨNG THƯ THỬ NGHIỆM') })
  expect(trouble).toBeNull()
  expect((await officer.request('GET', '/api/desk/to-sign')).statusCode).toBe(403)
  expect((await toSign(await desk.signIn(`chihuy-${thanhSen}`))).items).toEqual([])
})

test('nothing is signed unseen: neither before it was looked at, nor after it changed', async () => {
  const { code } = await proposed(desk, officer)
  const { version } = await listed(code)

  const unseen = await sign(commander, code, version)
  expect(unseen.statusCode).toBe(409)
  expect(unseen.json().type).toBe('urn:quay:not-seen-before-signing')
  expect((await view(officer, code)).state).toBe('proposed')

  await lookAt(commander, code)
  expect((await listed(code)).isSeen).toBe(true)
  await step(commander, 'PUT', code, 'decision', { outcome: 'send_back', reason: 'Ghi lại địa chỉ.' })
  await step(officer, 'PUT', code, 'proposal', { outcome: 'grant' })
  const changed = await listed(code)
  expect(changed.isSeen).toBe(false)
  expect((await sign(commander, code, changed.version)).statusCode).toBe(409)
})

test('the preview is the result without number, code and signature; only who may sign sees it', async () => {
  const { code } = await proposed(desk, officer)
  const { previews } = await listed(code)

  const preview = await commander.request('GET', previews[0]?.href ?? '')
  expect(preview.headers['content-type']).toBe('application/pdf')
  const text = textOf(preview.rawPayload)
  expect(text).toContain('Số: …/TB')
  expect(text).not.toContain('Ký số bởi')
  expect((await officer.request('GET', previews[0]?.href ?? '')).statusCode).toBe(403)
  const stranger = await desk.signIn(`chihuy-${thanhSen}`)
  expect((await stranger.request('GET', previews[0]?.href ?? '')).statusCode).toBe(404)
})

test.skipIf(!hasPdfsig)('what is signed is numbered, says on its page who signed it, and is found valid', async () => {
  const { code } = await proposed(desk, officer)
  const { version } = await lookAt(commander, code)

  const signed = await sign(commander, code, version)
  expect(signed.statusCode).toBe(200)
  const [document] = signed.json().documents
  expect(document).toMatchObject({ form: 'CT08', number: expect.stringMatching(/^\d+\/2026$/) })
  const pdf = (await commander.request('GET', document.href)).rawPayload
  expect(pdfsig(pdf)).toContain('Signature is Valid')
  expect(textOf(pdf)).toContain('Ký số bởi:')
  expect(textOf(pdf)).toContain('Quét mã để kiểm tra giấy này')
  expect((await view(officer, code)).state).toBe('resolved')
})

test('the same intention sent twice signs once', async () => {
  const { code } = await proposed(desk, officer)
  const { version } = await lookAt(commander, code)
  const headers = { 'if-match': `"${version}"`, 'idempotency-key': `sign-${code}` }

  const first = await commander.request('PUT', `/api/dossiers/${code}/signature`, undefined, headers)
  const second = await commander.request('PUT', `/api/dossiers/${code}/signature`, undefined, headers)
  expect([first.statusCode, second.statusCode]).toEqual([200, 200])
  expect(second.json()).toEqual(first.json())
})

test('a signature that fails keeps back no other, and leaves no gap in the numbers', async () => {
  const codes = [await proposed(desk, officer), await proposed(desk, officer), await proposed(desk, officer)].map(
    ({ code }) => code,
  )
  const signer = desk.deps.signer
  const failing: Signer = {
    ...signer,
    sign: openSigner({ isProduction: true, dataDir: '/nowhere', signingDir: undefined }).sign,
  }
  const numbers: string[] = []
  for (const [index, code] of codes.entries()) {
    const { version } = await lookAt(commander, code)
    desk.deps.signer = index === 1 ? failing : signer
    const answer = await sign(commander, code, version)
    desk.deps.signer = signer
    if (index === 1) {
      expect(answer.statusCode).toBe(409)
      expect(answer.json().detail).toContain('chưa có chứng thư số')
      expect((await view(officer, code)).state).toBe('proposed')
    } else numbers.push(answer.json().documents[0].number)
  }

  const [before = 0, after = 0] = numbers.map((number) => Number(number.split('/')[0]))
  expect(after).toBe(before + 1)
})

test('a proposal to refuse is not signed from the list', async () => {
  const { code } = await proposed(desk, officer)
  await step(commander, 'PUT', code, 'decision', { outcome: 'send_back', reason: 'Xem lại.' })
  await step(officer, 'PUT', code, 'proposal', {
    outcome: 'refuse',
    clause: 'Luật Cư trú 68/2020/QH14 Điều 23 khoản 1',
  })

  const item = await listed(code)
  expect(item).toMatchObject({ outcome: 'refuse', previews: [] })
  expect((await sign(commander, code, item.version)).statusCode).toBe(409)
})
