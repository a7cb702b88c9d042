import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { publicKeys } from '#server/certificates/signing-key.ts'
import { verify } from '#server/cli/verify/verify.ts'
import { scanWarnings } from '#server/warnings/scan-warnings.ts'
import { type Caller, type TestDesk, testDesk, thanhSen, toanLuu } from '../support/desk.ts'
import { exampleFiling, newKey } from '../support/filings.ts'

let desk: TestDesk
let supervisor: Caller

beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk[Symbol.asyncDispose]())
beforeEach(async () => {
  desk.clock.set('2026-11-20T09:00:00+07:00')
  supervisor = await desk.signIn('giamsat-hatinh')
})

const haHuyTap = '18652'
const daiNai = { unit: { edition: '2023', code: '18082' }, now: 'unsure', detail: 'Tổ dân phố 3' }
const written = { unknown: 'xã Bình An Thịnh', detail: 'Thôn 2' }

async function post(someone: Caller, dwelling: unknown, procedure = '1.004194', field = 'dwelling') {
  const filing = await exampleFiling(someone, procedure)

  return someone.request(
    'POST',
    '/api/dossiers',
    { ...filing, answers: { ...filing.answers, [field]: dwelling } },
    newKey(),
  )
}

/** Filed by somebody who does not know, and delivered. */
async function undecided(dwelling: unknown = daiNai, procedure?: string, field?: string) {
  const resident = desk.visitor()
  const answer = await post(resident, dwelling, procedure, field)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  await desk.deliver()
  const { code, trackingKey } = answer.json()
  const tracked = async () =>
    (
      await resident.request('GET', `/api/dossiers/${code}/tracking`, undefined, { 'x-tracking-key': trackingKey })
    ).json()

  return { code, tracked, filed: answer.json() }
}

const list = async (someone = supervisor) => (await someone.request('GET', '/api/desk/triage')).json()
const look = (code: string, someone = supervisor) => someone.request('GET', `/api/desk/triage/${code}`)

async function send(code: string, to: string, body: Record<string, unknown> = {}, someone = supervisor) {
  const { version } = (await look(code)).json()

  return someone.request(
    'POST',
    `/api/dossiers/${code}/transfers`,
    { to, reasonCode: 'place_traced', reason: 'Tổ dân phố 3 thuộc phần này.', ...body },
    { 'if-match': `"${version}"`, ...newKey() },
  )
}

test('who does not know the part of a divided commune files all the same, and the province’s own queue gets it', async () => {
  const { code, filed, tracked } = await undecided()

  expect(filed.unit).toEqual({ code: '42', name: 'Hà Tĩnh', type: 'Tỉnh' })
  expect(filed.because.at(-1).text.vi).toContain('Công an tỉnh sẽ xác định')
  const { rows } = await desk.owner.query(
    'select o.queue from outbox o join dossiers d on d.id = o.dossier_id where d.code = $1 and o.topic = $2',
    [code, 'deliver'],
  )
  expect(rows).toEqual([{ queue: 'commune-{42}' }])
  expect(await list()).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ code })]) })
  const page = await tracked()
  expect(page.sentence.vi).toBe(
    'Công an tỉnh Hà Tĩnh đang xác định công an xã, phường nhận hồ sơ; ông/bà sẽ có câu trả lời trước 09:00 thứ Hai, 23/11/2026.',
  )
  expect(page.acceptedAt).toBeNull()
})

test('a name that no list has goes there too, and a divided commune without a word about it is still asked about', async () => {
  const resident = desk.visitor()

  expect((await post(resident, written)).json().unit.code).toBe('42')
  const asked = await post(resident, { unit: daiNai.unit, detail: daiNai.detail })
  expect(asked.statusCode).toBe(409)
  expect(asked.json().current).toMatchObject({ kind: 'ask', field: 'dwelling' })
})

test('a place that is certainly in another province is refused on its own answer, with where to go', async () => {
  const resident = desk.visitor()
  const elsewhere = await post(resident, { unknown: 'xã Nghi Lâm, tỉnh Nghệ An', detail: 'Xóm 3' })
  const byCode = await post(resident, { unit: { edition: '2025-07', code: '00004' }, detail: 'Số 1' })

  for (const answer of [elsewhere, byCode]) {
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors).toEqual([
      { pointer: '#/answers/dwelling', detail: expect.stringContaining('dichvucong.gov.vn') },
    ])
  }
})

test('the preview says who will look, by when, and that it can be filed', async () => {
  const someone = desk.visitor()
  const { answers } = await exampleFiling(someone, '1.004194')
  const preview = await someone.request('POST', '/api/routing-previews', {
    procedure: '1.004194',
    answers: { ...answers, dwelling: daiNai },
  })

  expect(preview.json()).toMatchObject({
    kind: 'triage',
    unit: { code: '42' },
    expected: { dueAt: expect.any(String) },
  })
})

test('communes see nothing of it: not the queue, not the dossier, not one step', async () => {
  const { code } = await undecided()

  for (const username of [`canbo-${thanhSen}`, `chihuy-${haHuyTap}`]) {
    const someone = await desk.signIn(username)
    expect((await someone.request('GET', '/api/desk/triage')).statusCode).toBe(403)
    expect((await look(code, someone)).statusCode).toBe(403)
    expect((await someone.request('GET', `/api/dossiers/${code}`)).statusCode).toBe(404)
    expect((await send(code, thanhSen, {}, someone)).statusCode).toBe(404)
  }
  const app = new pg.Client({ connectionString: desk.database.appUrl })
  await app.connect()
  await app.query(`begin; select set_config('app.units', '${thanhSen}', true)`)
  expect((await app.query('select 1 from dossiers where code = $1', [code])).rowCount).toBe(0)
  await app.end()
  expect((await desk.visitor().request('GET', '/api/desk/triage')).statusCode).toBe(401)
})

test('the supervisor sees the address as given, why it did not decide, and likely communes with reasons', async () => {
  const { code } = await undecided()
  const seen = (await look(code)).json()

  expect(seen.address.text.vi).toContain('Tổ dân phố 3')
  expect(seen.address.text.vi).toContain('Đại Nài')
  expect(seen.why.vi).toContain('chưa rõ')
  expect(seen.likely.map(({ unit }: { unit: { code: string } }) => unit.code).sort()).toEqual([thanhSen, haHuyTap])
  expect(seen.likely[0].reasons[0].vi).toContain('Đại Nài')
  const { rows } = await desk.owner.query(
    'select purpose from access_log a join dossiers d on d.id = a.dossier_id where d.code = $1',
    [code],
  )
  expect(rows).toEqual([{ purpose: 'xác định nơi tiếp nhận' }])
})

test('sent to its commune it keeps its filing time, its clock starts there, and the resident is told once', async () => {
  const { code, tracked } = await undecided()
  const before = await tracked()
  desk.clock.set('2026-11-20T10:00:00+07:00')
  const sent = await send(code, haHuyTap)
  await desk.deliver()

  expect(sent.statusCode, sent.body).toBe(204)
  expect((await look(code)).statusCode).toBe(404)
  const after = await tracked()
  expect(after).toMatchObject({
    filedAt: before.filedAt,
    unit: { code: haHuyTap },
    acceptedAt: null,
    state: 'submitted',
  })
  expect(after.sentence.vi).toContain('Công an phường Hà Huy Tập đang xem hồ sơ')
  expect(after.clock.receptionDueAt).toBe(before.clock.receptionDueAt)
  expect(after.because.at(-1).text.vi).toContain('Nay do Công an phường Hà Huy Tập giải quyết')
  expect(JSON.stringify(after.because)).not.toContain('sẽ xác định')
  expect(after.events.filter(({ action }: { action: string }) => action === 'transfer')).toHaveLength(1)
  const { rows } = await desk.owner.query(
    `select template from messages m join dossiers d on d.id = m.dossier_id where d.code = $1 order by m.promised_at`,
    [code],
  )
  expect(rows.map(({ template }) => template)).toEqual(['filed', 'transferred'])
  const officer = await desk.signIn(`canbo-${haHuyTap}`)
  const queue = (await officer.request('GET', '/api/desk/queue')).json()
  expect(queue.items.map((item: { code: string }) => item.code)).toContain(code)
})

test('pressed twice, or by two at once, it goes to one commune', async () => {
  const { code } = await undecided()
  const { version } = (await look(code)).json()
  const press = (to: string, key: Record<string, string>) =>
    supervisor.request(
      'POST',
      `/api/dossiers/${code}/transfers`,
      { to, reasonCode: 'place_traced', reason: 'Phần này.' },
      { 'if-match': `"${version}"`, ...key },
    )
  const key = newKey()
  const [first, other] = await Promise.all([press(haHuyTap, key), press(thanhSen, newKey())])
  const codes = [first.statusCode, other.statusCode].sort()

  expect(codes[0]).toBe(204)
  expect(codes[1]).toBeGreaterThanOrEqual(403)
  const { rows } = await desk.owner.query(
    `select count(*)::integer as n from dossier_events e join dossiers d on d.id = e.dossier_id where d.code = $1 and e.action = 'transfer'`,
    [code],
  )
  expect(rows[0].n).toBe(1)
})

test('what stands with a commune is not the supervisor’s to move, and one in the own queue goes only to a commune', async () => {
  const { code } = await undecided()
  expect((await send(code, '99999')).statusCode).toBe(400)
  const { version } = (await look(code)).json()
  await send(code, haHuyTap)
  const again = await supervisor.request(
    'POST',
    `/api/dossiers/${code}/transfers`,
    { to: thanhSen, reason: 'Nhầm nơi.' },
    { 'if-match': `"${version + 1}"`, ...newKey() },
  )

  expect(again.statusCode).toBe(403)
})

test('a notice whose commune had to be found is received there by the desk itself, however often the job runs', async () => {
  const { code, tracked } = await undecided(daiNai, '2.001159', 'place')
  expect(await tracked()).toMatchObject({ state: 'submitted', unit: { code: '42' } })
  desk.clock.set('2026-11-20T09:20:00+07:00')
  await send(code, haHuyTap)
  await desk.deliver()
  await desk.owner.query(
    `update outbox o set queued_at = null from dossiers d where d.id = o.dossier_id and d.code = $1 and o.topic = 'receive_notice'`,
    [code],
  )
  await desk.deliver()

  const page = await tracked()
  expect(page).toMatchObject({ state: 'returned', unit: { code: haHuyTap } })
  expect(page.events.map(({ action }: { action: string }) => action)).toEqual([
    'submit',
    'deliver',
    'transfer',
    'deliver',
    'accept',
    'resolve',
    'hand_over',
  ])
  const { rows } = await desk.owner.query('select verdict from dossiers where code = $1', [code])
  expect(rows).toEqual([{ verdict: 'on_time' }])
})

test('what belongs to no commune of the province is refused with its clause, by the province', async () => {
  const { code, tracked } = await undecided(written)
  const { version } = (await look(code)).json()
  const refused = await supervisor.request(
    'PUT',
    `/api/dossiers/${code}/refusal`,
    { clause: 'Luật Cư trú 68/2020/QH14 Điều 28 khoản 1', reason: 'Nơi này ở tỉnh Nghệ An, hãy nộp tại đó.' },
    { 'if-match': `"${version}"`, ...newKey() },
  )

  expect(refused.statusCode, refused.body).toBe(200)
  expect(await tracked()).toMatchObject({ state: 'refused_intake', unit: { code: '42' } })
  expect((await list()).items.map((item: { code: string }) => item.code)).not.toContain(code)
})

test('an answer that was due in this queue is told to its supervisor at once, who of communes hears a day later', async () => {
  const { code } = await undecided()
  desk.clock.set('2026-11-23T09:05:00+07:00')
  await scanWarnings(desk.deps)
  const warned = (await supervisor.request('GET', '/api/warnings')).json()

  expect(warned.items.map((item: { code: string }) => item.code)).toContain(code)
})

test('reports count it under the province’s own name, open it from there, and for the commune once it is there', async () => {
  const { code } = await undecided(written)
  const rowOf = async (unit: string) => {
    const view = (await supervisor.request('GET', '/api/reports/sla?by=unit')).json()

    return view.rows.find(({ key }: { key: string }) => key === unit)
  }
  const waiting = await rowOf('42')
  const before = (await rowOf(toanLuu))?.received ?? 0
  expect(waiting.label.vi).toBe('Tỉnh Hà Tĩnh')
  const opened = (await supervisor.request('GET', `${waiting.href}&measure=received`)).json()
  expect(opened.items.map((item: { code: string }) => item.code)).toContain(code)

  await send(code, toanLuu)
  await desk.deliver()
  expect((await rowOf(toanLuu)).received).toBe(before + 1)
  expect((await rowOf('42'))?.received ?? 0).toBe(waiting.received - 1)
  const ii06 = await supervisor.request('GET', '/api/reports/ii06?period=2026-11')
  expect(ii06.statusCode, ii06.body).toBe(200)
  expect(ii06.json().checks.every(({ holds }: { holds: boolean }) => holds)).toBe(true)
})

test('nothing that was stored of all these differs from their logs, nor do the figures of the reports', async () => {
  await desk.deliver()
  const client = new pg.Client({ connectionString: desk.database.ownerUrl })
  await client.connect()
  try {
    const { dossiers, waiting } = await verify(client, {
      ...desk.deps,
      publicKeys: publicKeys(desk.deps.keys, desk.deps.config),
    })
    expect(dossiers).toBeGreaterThan(8)
    expect(waiting).toBe(0)
  } finally {
    await client.end()
  }
})
