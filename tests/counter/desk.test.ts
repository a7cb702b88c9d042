import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestDesk, testDesk, thanhSen, toanLuu } from '../support/desk.ts'
import { fileExample, newKey } from '../support/filings.ts'

let desk: TestDesk
let officer: Caller
let commander: Caller
let stranger: Caller
beforeAll(async () => {
  desk = await testDesk()
  officer = await desk.signIn(`canbo-${toanLuu}`)
  commander = await desk.signIn(`chihuy-${toanLuu}`)
  stranger = await desk.signIn(`canbo-${thanhSen}`)
})
afterAll(() => desk[Symbol.asyncDispose]())

const at = (code: string, detail = 'Thôn Vĩnh Tiến') => ({
  dwelling: { unit: { edition: '2025-07', code }, detail },
})

async function file(changes: Record<string, unknown>, procedure = '1.004194') {
  const { code } = await fileExample(desk.visitor(), procedure, changes)
  await desk.deliver()

  return code
}

async function found(who: Caller, q: string, more = '') {
  const { items } = (await who.request('GET', `/api/desk/queue?q=${encodeURIComponent(q)}${more}`)).json()

  return items.map(({ code }: { code: string }) => code)
}

test('a dossier is found by initials, by telephone and by words of its address, in the own unit only', async () => {
  const code = await file({
    ...at(toanLuu, 'Xóm Cửa Sót'),
    applicantName: 'Nguyễn Thị Minh Anh',
    applicantIdentity: '000188000101',
  })

  expect(await found(officer, 'ntma')).toEqual([code])
  expect(await found(officer, 'cua sot')).toEqual([code])
  expect(await found(officer, 'anh cửa sót')).toEqual([code])
  expect(await found(officer, '+84 912 345 678')).toContain(code)
  expect(await found(officer, '0912345679')).toEqual([])
  expect(await found(officer, 'ntma', '&procedure=1.004194')).toEqual([code])
  expect(await found(officer, 'ntma', '&procedure=1.004222')).toEqual([])
  expect(await found(stranger, 'ntma')).toEqual([])
  expect(await found(stranger, '0912345678')).toEqual([])
})

test('a word is found by its beginning, and no name because another holds its letters', async () => {
  const code = await file({
    ...at(toanLuu, 'Ngõ Hoa Phượng'),
    applicantName: 'Quách Thị Lanh',
    applicantIdentity: '000188000111',
  })

  expect(await found(officer, 'quach lan')).toEqual([code])
  expect(await found(officer, 'lanh, hoa phuong')).toEqual([code])
  expect(await found(officer, 'quach anh')).toEqual([])
  expect(await found(officer, 'quach % lanh')).toEqual([code])
  expect(await found(officer, "' | !quach & '")).toEqual([code])
})

test('of all that a search finds the open ones come first, the most urgent before the others, then the latest that ended', async () => {
  const person = { ...at(toanLuu), applicantName: 'Triệu Văn Thứ Tự', applicantIdentity: '000188000112' }
  const codes: string[] = []
  for (const day of ['02', '03', '04', '05']) {
    desk.clock.set(`2026-11-${day}T09:00:00+07:00`)
    codes.push(await file(person))
  }
  const [oldest, second, third, latest] = codes
  for (const code of [oldest, third]) {
    const { version } = (await officer.request('GET', `/api/dossiers/${code}`)).json()
    const withdrawn = await officer.request(
      'PUT',
      `/api/dossiers/${code}/counter-withdrawal`,
      { reason: 'Nói trực tiếp tại quầy.' },
      { 'if-match': `"${version}"`, ...newKey() },
    )
    expect(withdrawn.statusCode, withdrawn.body).toBe(200)
  }

  expect(await found(officer, 'thu tu trieu')).toEqual([second, latest, third, oldest])
})

test('a telephone number is stored only as a blind index', async () => {
  const { rows } = await desk.owner.query('select * from dossier_finds')

  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain('912345678')
})

test('a filter has a name, is shared with the unit, and its count is what its list shows', async () => {
  await file({ ...at(toanLuu), applicantName: 'Trần Văn Bình', applicantIdentity: '000188000102' })
  const mine = randomUUID()
  const shared = randomUUID()
  const put = (id: string, isShared: boolean, filter: object) =>
    officer.request('PUT', `/api/desk/filters/${id}`, { name: 'Tạm trú mới', filter, isShared })
  expect((await put(mine, false, { view: 'new', procedure: '1.004194' })).statusCode).toBe(204)
  expect((await put(shared, true, { view: 'all', q: 'binh' })).statusCode).toBe(204)

  const seen = (await officer.request('GET', '/api/desk/filters')).json().items
  const list = (await officer.request('GET', '/api/desk/queue?view=new&procedure=1.004194')).json().items
  expect(seen.find(({ id }: { id: string }) => id === mine).count).toBe(list.length)
  expect(seen.find(({ id }: { id: string }) => id === shared).count).toBe((await found(officer, 'binh')).length)

  const colleagues = (await commander.request('GET', '/api/desk/filters')).json().items
  expect(colleagues.map(({ id }: { id: string }) => id)).toEqual([shared])
  expect((await commander.request('DELETE', `/api/desk/filters/${shared}`)).statusCode).toBe(404)
  expect((await stranger.request('GET', '/api/desk/filters')).json().items).toEqual([])
  expect((await officer.request('DELETE', `/api/desk/filters/${mine}`)).statusCode).toBe(204)
})

test('counts beside a filtered list count what the list shows', async () => {
  const counts = (await officer.request('GET', '/api/desk/counts?procedure=1.004222')).json()

  expect(counts.all).toBe((await officer.request('GET', '/api/desk/queue?procedure=1.004222')).json().items.length)
})

test('the same person, the same place and a name that is perhaps the same are shown beside a dossier', async () => {
  const first = await file({
    ...at(toanLuu, 'Xóm 9 Hồng Lộc'),
    applicantName: 'Đặng Thị Thúy Hòa',
    applicantIdentity: '000188000201',
  })
  const again = await file({
    ...at(toanLuu, 'Thôn Khác'),
    applicantName: 'Đặng Thị Thúy Hòa',
    applicantIdentity: '000188000201',
  })
  const alike = await file({
    ...at(toanLuu, 'xom 9, hong loc'),
    applicantName: 'DANG THI THUY HOA',
    applicantIdentity: '000188000202',
  })
  const other = await file({
    ...at(toanLuu, 'Thôn Xa'),
    applicantName: 'Đặng Văn Hùng',
    applicantIdentity: '000188000203',
    members: [
      {
        name: 'Hoàng Gia Khiêm',
        birthDate: '2019-03-12',
        gender: 'male',
        identity: '000219000009',
        relationship: 'con-de',
      },
    ],
  })

  const { items } = (await officer.request('GET', `/api/desk/dossiers/${first}/related`)).json()
  const relations = new Map(
    items.map(({ item, relations: all }: { item: { code: string }; relations: string[] }) => [item.code, all]),
  )

  expect(relations.get(again)).toContain('same_person')
  expect(relations.get(alike)).toEqual(expect.arrayContaining(['similar_name', 'same_place']))
  expect(relations.has(other)).toBe(false)
  expect((await stranger.request('GET', `/api/desk/dossiers/${first}/related`)).statusCode).toBe(404)
})

test('ticks are each officer’s own, and no step of the dossier', async () => {
  const code = await file({ ...at(toanLuu), applicantName: 'Lê Thị Tích', applicantIdentity: '000188000301' })
  const url = `/api/desk/dossiers/${code}/ticks`
  const before = (await officer.request('GET', `/api/dossiers/${code}`)).json()

  expect((await officer.request('PUT', url, { paths: ['applicantName', 'dwelling'] })).statusCode).toBe(204)
  expect((await officer.request('PUT', url, { paths: ['applicantName'] })).statusCode).toBe(204)

  expect((await officer.request('GET', url)).json().paths).toEqual(['applicantName'])
  expect((await commander.request('GET', url)).json().paths).toEqual([])
  expect((await stranger.request('PUT', url, { paths: [] })).statusCode).toBe(404)
  const after = (await officer.request('GET', `/api/dossiers/${code}`)).json()
  expect([after.version, after.events.length]).toEqual([before.version, before.events.length])
})

test('who has a dossier on screen is told to the colleagues of the unit, and to nobody else', async () => {
  const code = await file({ ...at(toanLuu), applicantName: 'Võ Thị Mở', applicantIdentity: '000188000302' })
  const look = (who: Caller, open: string | null) => who.request('PUT', '/api/desk/presence', { code: open })
  await look(officer, code)

  const seen = (await look(commander, code)).json().items
  expect(seen).toHaveLength(1)
  expect(seen[0].code).toBe(code)
  expect(seen[0].names).toHaveLength(1)
  expect((await look(stranger, null)).json().items).toEqual([])
  await look(commander, null)
  expect((await look(officer, code)).json().items).toEqual([])
})

test('of ten officers who press at once through real sockets one gets the dossier and nine are told who', async () => {
  const code = await file({ ...at(toanLuu), applicantName: 'Hồ Văn Mười', applicantIdentity: '000188000303' })
  const officers = await tenOfficers()
  const address = await desk.listen()

  const answers = await Promise.all(
    officers.map(({ cookie }) =>
      fetch(`${address}/api/dossiers/${code}/claim`, { method: 'PUT', headers: { cookie, origin: address } }),
    ),
  )

  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)])
  const got = answers.filter(({ status }) => status === 200)
  const refused = await Promise.all(answers.filter(({ status }) => status === 409).map((answer) => answer.json()))
  const holder = (await got[0]?.json())?.holder.name
  expect(new Set(refused.map(({ detail }) => detail))).toEqual(new Set([`${holder} đang xử lý hồ sơ này.`]))
})

test('the head gives a free dossier to an officer; out of other hands nothing is taken', async () => {
  const code = await file({ ...at(toanLuu), applicantName: 'Bùi Văn Giao', applicantIdentity: '000188000304' })
  const [colleague] = (await commander.request('GET', '/api/desk/colleagues')).json().items
  const give = (who: Caller) => who.request('PUT', `/api/desk/dossiers/${code}/assignment`, { to: colleague.id })

  expect((await give(officer)).statusCode).toBe(403)
  expect((await give(commander)).json()).toEqual({ code, holder: colleague.name })
  expect((await give(commander)).statusCode).toBe(409)
  expect(
    (await commander.request('PUT', `/api/desk/dossiers/${code}/assignment`, { to: randomUUID() })).statusCode,
  ).toBe(400)
})

test('a resident who is waited for is reminded once a day, and nobody else is', async () => {
  const code = await file({ ...at(toanLuu), applicantName: 'Phan Thị Chờ', applicantIdentity: '000188000305' })
  const remind = () => officer.request('PUT', `/api/desk/dossiers/${code}/reminder`)
  expect((await remind()).statusCode).toBe(409)
  const { version } = (await officer.request('GET', `/api/dossiers/${code}`)).json()
  await officer.request(
    'POST',
    `/api/dossiers/${code}/supplement-requests`,
    { items: [{ subject: 'lease', subjectKind: 'paper', reason: 'paper-missing', message: 'Gửi hợp đồng thuê.' }] },
    { 'if-match': `"${version}"`, 'idempotency-key': randomUUID() },
  )

  expect((await remind()).json().sent).toBe('promised')
  expect((await remind()).json().sent).toBe('already')
  const { rows } = await desk.owner.query(
    `select count(*)::integer as count from messages m join dossiers d on d.id = m.dossier_id
     where d.code = $1 and m.template = 'supplement_asked'`,
    [code],
  )
  expect(rows[0].count).toBe(2)
})

test('the head’s morning begins with what is late, and adds up', async () => {
  desk.clock.set('2026-12-21T08:00:00+07:00')
  const again = await desk.signIn(`chihuy-${toanLuu}`)
  const morning = (await again.request('GET', '/api/desk/morning')).json()
  const counts = (await again.request('GET', '/api/desk/counts')).json()

  expect(morning.counts.late).toBeGreaterThan(0)
  expect(morning.risks[0].kind).toBe('late')
  const held = morning.people.reduce((sum: number, { open }: { open: number }) => sum + open, 0)
  expect(held).toBe(counts.all - counts.waiting)
  const other = await desk.signIn(`canbo-${toanLuu}`)
  expect((await other.request('GET', '/api/desk/morning')).statusCode).toBe(403)
})

/** Ten people of one unit, each with a session of their own. */
async function tenOfficers(): Promise<{ cookie: string }[]> {
  const now = new Date()

  return Promise.all(
    Array.from({ length: 10 }, async (_, i) => {
      const account = randomUUID()
      const token = randomBytes(32).toString('base64url')
      await desk.owner.query(
        `insert into accounts (id, username, name, role, password_hash) values ($1, $2, $3, 'officer', 'none')`,
        [account, `muoi-${i}`, `Cán bộ Thứ ${i}`],
      )
      await desk.owner.query(
        `insert into postings (id, account_id, unit_code, from_on) values ($1, $2, $3, '2026-01-01')`,
        [randomUUID(), account, toanLuu],
      )
      await desk.owner.query(
        'insert into sessions (token_hash, account_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, $3, $4)',
        [createHash('sha256').update(token).digest(), account, now, new Date(now.getTime() + 3_600_000)],
      )

      return { cookie: `quay_session=${token}` }
    }),
  )
}
