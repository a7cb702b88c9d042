import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Undeliverable } from '#server/messages/carrier.ts'
import { emailCarrier } from '#server/messages/email-carrier.ts'

const received: { from: string; to: string[]; raw: string }[] = []
let answer: 'take' | 'no such user' | 'busy' = 'take'

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo(_address, _session, callback) {
    if (answer === 'take') return callback()
    const refusal = Object.assign(new Error(answer), { responseCode: answer === 'busy' ? 451 : 550 })

    return callback(refusal)
  },
  onData(stream, session, callback) {
    let raw = ''
    stream.on('data', (chunk: Buffer) => {
      raw += chunk.toString()
    })
    stream.on('end', () => {
      const { mailFrom, rcptTo } = session.envelope
      received.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), raw })
      callback()
    })
  },
})

let carrier: ReturnType<typeof emailCarrier>
beforeAll(async () => {
  server.on('error', () => undefined)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo
  carrier = emailCarrier({ url: `smtp://127.0.0.1:${port}`, from: 'Công an tỉnh Hà Tĩnh <quay@example.vn>' })
})
afterAll(async () => {
  carrier?.close()
  await new Promise<void>((done) => server.close(done))
})

const letter = (to = 'huong@example.vn') => ({
  id: '0192f0c1-2b3c-7d4e-8f50-61728394a5b6',
  dossierId: '0192f0c1-2b3c-7d4e-8f50-61728394a5b7',
  code: 'QUAY.42-261124-100023',
  to,
  subject: 'Hồ sơ QUAY.42-261124-100023 đã được tiếp nhận',
  text: 'Kính gửi ông/bà,\n\nHồ sơ đầy đủ và đã được tiếp nhận.',
})

test('an e-mail arrives with Vietnamese letters and an id that stays the same on every try', async () => {
  answer = 'take'
  const first = await carrier.send(letter())
  const second = await carrier.send(letter())

  expect(first).toEqual({ state: 'sent', carrierId: '<0192f0c1-2b3c-7d4e-8f50-61728394a5b6@example.vn>' })
  expect(second).toEqual(first)
  const [mail] = received
  expect(mail).toMatchObject({ from: 'quay@example.vn', to: ['huong@example.vn'] })
  expect(mail?.raw).toContain('Message-ID: <0192f0c1-2b3c-7d4e-8f50-61728394a5b6@example.vn>')
  expect(mail?.raw).toMatch(/^Subject: =\?UTF-8\?/m)
})

test('a comma in an address makes no second recipient', async () => {
  answer = 'take'
  received.length = 0
  await carrier.send(letter('a@example.vn, b@example.vn')).catch(() => undefined)

  expect(received.flatMap(({ to }) => to)).not.toContain('b@example.vn')
})

test('an address that does not exist is final', async () => {
  answer = 'no such user'

  await expect(carrier.send(letter())).rejects.toBeInstanceOf(Undeliverable)
})

test('a server that is busy is tried again', async () => {
  answer = 'busy'

  await expect(carrier.send(letter())).rejects.not.toBeInstanceOf(Undeliverable)
})
