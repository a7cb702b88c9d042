import { expect, test } from 'vitest'
import { simulatedBank } from '#server/payments/simulated-bank.ts'
import type { BankNotice } from '#shared/payments/schemas.ts'
import { readVietQr } from '#shared/payments/viet-qr.ts'
import { type TestDesk, testDesk, thanhSen, toanLuu } from '../support/desk.ts'
import { askedOf, form, waitingForFee } from './paying.ts'

/** The bank tells the desk, signed, by the front door. */
async function tell(desk: TestDesk, changes: Partial<BankNotice>) {
  const signed = simulatedBank(desk.deps).sign({
    bankReference: 'FT26330001',
    accountNumber: `0000${toanLuu}`,
    memo: 'chuyen tien',
    amount: 7_000,
    status: 'arrived',
    at: desk.clock.now(),
    ...changes,
  })

  return desk.visitor().request('POST', '/api/payments/notices/simulated', signed)
}

const stateOf = async (desk: TestDesk, code: string) =>
  (await desk.owner.query('select state from dossiers where code = $1', [code])).rows[0]?.state

test('a fee is paid by the QR on its page; told ten times at once, the bank’s word counts once and is in the log', async () => {
  await using desk = await testDesk()
  const { filed, resident } = await waitingForFee(desk)
  const page = await resident.request('GET', `/ho-so/${filed.code}/le-phi`)
  const { reference, amount } = await askedOf(desk, filed, resident)

  expect(page.body).toContain(reference)
  expect(page.body).toContain('7.000 đồng')
  const told = await Promise.all(
    Array.from({ length: 10 }, () => tell(desk, { memo: `MB ${reference.toLowerCase()} ct tu`, amount })),
  )
  expect(told.map(({ statusCode }) => statusCode)).toEqual(Array(10).fill(200))
  expect(told.map((answer) => answer.json().outcome)).toEqual(Array(10).fill('matched'))
  expect(await stateOf(desk, filed.code)).toBe('processing')
  const log = await desk.owner.query(
    `select data->>'method' as method, data->>'reference' as reference, actor->>'kind' as actor
     from dossier_events where action = 'record_payment'`,
  )
  expect(log.rows).toEqual([{ method: 'vietqr', reference: 'FT26330001', actor: 'system' }])
  expect((await resident.request('GET', `/ho-so/${filed.code}/le-phi`)).body).toContain('không còn chờ lệ phí')
})

test('whoever looks again gets the same code; the code is a VietQR that names account, amount and reference', async () => {
  await using desk = await testDesk()
  const { filed, resident } = await waitingForFee(desk)
  const first = await askedOf(desk, filed, resident)
  await Promise.all(Array.from({ length: 5 }, () => resident.request('GET', `/ho-so/${filed.code}`)))

  expect(await askedOf(desk, filed, resident)).toEqual(first)
  expect((await desk.owner.query('select count(*)::int as n from payments')).rows).toEqual([{ n: 1 }])
  const { openPayment } = await import('#server/payments/open-payment.ts')
  const { rows } = await desk.owner.query('select id from dossiers')
  const view = await openPayment(desk.deps, simulatedBank(desk.deps), rows[0].id)
  expect(readVietQr(view?.qr ?? '')).toMatchObject({ accountNumber: `0000${toanLuu}`, ...{ amount: first.amount } })
})

test('“I have sent it” waits for the bank: said so on the page, never expired, and a failure lets one try again', async () => {
  await using desk = await testDesk()
  const { filed, resident } = await waitingForFee(desk)
  const { reference, amount } = await askedOf(desk, filed, resident)
  const told = await resident.request('POST', `/ho-so/${filed.code}/le-phi`, '', form)
  expect(told.headers.location).toBe(`/ho-so/${filed.code}?da=le-phi`)
  expect((await resident.request('GET', `/ho-so/${filed.code}`)).body).toContain('Đang chờ ngân hàng xác nhận')

  await tell(desk, { memo: reference, amount, status: 'failed' })
  expect((await resident.request('GET', `/ho-so/${filed.code}`)).body).toContain('không thành công')
  await tell(desk, { memo: reference, amount, bankReference: 'FT26330002' })
  expect(await stateOf(desk, filed.code)).toBe('processing')
  expect((await tell(desk, { memo: reference, amount, status: 'failed' })).json()).toEqual({ outcome: 'failed' })
  expect((await askedOf(desk, filed, resident)).state).toBe('paid')
})

test('a code that nobody used in ten days gives way to a new one, and money for the old one still pays', async () => {
  await using desk = await testDesk()
  const { filed, resident } = await waitingForFee(desk)
  const old = await askedOf(desk, filed, resident)
  desk.clock.set('2026-12-01T09:00:00+07:00')
  const fresh = await askedOf(desk, filed, resident)
  expect(fresh.reference).not.toBe(old.reference)

  expect((await tell(desk, { memo: old.reference, amount: old.amount })).json()).toEqual({ outcome: 'matched' })
  expect(await stateOf(desk, filed.code)).toBe('processing')
})

test('money that fits nothing is listed with what is wrong, and only to the unit whose account received it', async () => {
  await using desk = await testDesk()
  const { filed, resident, officer } = await waitingForFee(desk)
  const { reference, amount } = await askedOf(desk, filed, resident)
  await tell(desk, { memo: reference, amount: amount - 1000, bankReference: 'SHORT1' })
  await tell(desk, { memo: 'tien an', bankReference: 'LOST1' })
  await tell(desk, { memo: reference, amount, bankReference: 'RIGHT1' })
  await tell(desk, { memo: reference, amount, bankReference: 'AGAIN1' })
  await tell(desk, { accountNumber: '123', bankReference: 'NOBODY1' })

  const seen = (await officer.request('GET', '/api/payments/reconciliation')).json()
  expect(seen.open.map(({ bankReference, outcome }: Record<string, string>) => [bankReference, outcome])).toEqual([
    ['SHORT1', 'wrong_amount'],
    ['LOST1', 'unmatched'],
    ['AGAIN1', 'doubled'],
  ])
  expect(seen.done).toMatchObject([{ bankReference: 'RIGHT1', outcome: 'matched', code: filed.code }])
  const elsewhere = await desk.signIn(`canbo-${thanhSen}`)
  expect((await elsewhere.request('GET', '/api/payments/reconciliation')).json()).toMatchObject({ open: [], done: [] })
  const province = await desk.signIn('giamsat-hatinh')
  expect((await province.request('GET', '/api/payments/reconciliation')).json().open).toHaveLength(4)
})

test('lost money is given to the dossier that it pays, once; a doubled transfer is sent back with a note', async () => {
  await using desk = await testDesk()
  const { filed, resident, officer } = await waitingForFee(desk)
  const { reference, amount } = await askedOf(desk, filed, resident)
  await tell(desk, { memo: 'quen ghi', bankReference: 'LOST1', amount })
  const [lost] = (await officer.request('GET', '/api/payments/reconciliation')).json().open
  const settle = (id: string, body: object) => officer.request('PUT', `/api/payments/entries/${id}/settlement`, body)

  expect((await settle(lost.id, { as: 'assigned', note: 'người nộp đưa biên lai' })).statusCode).toBe(400)
  const assigned = { as: 'assigned', code: filed.code, note: 'người nộp đưa biên lai' }
  expect((await settle(lost.id, assigned)).statusCode).toBe(204)
  expect(await stateOf(desk, filed.code)).toBe('processing')
  expect((await settle(lost.id, { as: 'noted', note: 'lần nữa' })).statusCode).toBe(409)
  expect((await askedOf(desk, filed, resident)).state).toBe('paid')

  await tell(desk, { memo: reference, amount, bankReference: 'AGAIN1' })
  const [again] = (await officer.request('GET', '/api/payments/reconciliation')).json().open
  expect((await settle(again.id, { as: 'returned', note: 'đã chuyển trả ngày 25/11' })).statusCode).toBe(204)
  expect((await officer.request('GET', '/api/payments/reconciliation')).json().open).toEqual([])
  const elsewhere = await desk.signIn(`canbo-${thanhSen}`)
  const foreign = await elsewhere.request('PUT', `/api/payments/entries/${again.id}/settlement`, {
    as: 'noted',
    note: 'không phải của mình',
  })
  expect(foreign.statusCode).toBe(404)
})

test('a notice that the bank did not sign changes nothing; in production there is no trial bank', async () => {
  await using desk = await testDesk()
  const { filed, resident } = await waitingForFee(desk)
  const { reference, amount } = await askedOf(desk, filed, resident)
  const signed = simulatedBank(desk.deps).sign({
    bankReference: 'FORGED',
    accountNumber: `0000${toanLuu}`,
    memo: reference,
    amount,
    status: 'arrived',
    at: desk.clock.now(),
  })
  const forged = await desk.visitor().request('POST', '/api/payments/notices/simulated', {
    ...signed,
    payload: signed.payload.replace('FORGED', 'OTHER1'),
  })
  expect(forged.statusCode).toBe(403)
  expect(await stateOf(desk, filed.code)).toBe('payment_due')

  await using real = await testDesk({ isProduction: true })
  expect((await real.visitor().request('POST', '/api/payments/notices/simulated', signed)).statusCode).toBe(404)
  expect((await real.visitor().request('GET', '/ngan-hang-thu/X')).statusCode).toBe(404)
})

test('with the trial bank a person pays by hand, twice if need be', async () => {
  await using desk = await testDesk()
  const { filed, resident, officer } = await waitingForFee(desk)
  await resident.request('GET', `/ho-so/${filed.code}/le-phi`)
  expect((await resident.request('GET', `/ngan-hang-thu/${filed.code}`)).body).toContain('Chuyển hai lần')
  await resident.request('POST', `/ngan-hang-thu/${filed.code}`, 'deed=twice', form)

  expect(await stateOf(desk, filed.code)).toBe('processing')
  expect((await officer.request('GET', '/api/payments/reconciliation')).json().open).toMatchObject([
    { outcome: 'doubled' },
  ])
})
