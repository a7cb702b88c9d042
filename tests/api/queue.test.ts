import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk, thanhSen, toanLuu } from '../support/desk.ts'
import { fileExample } from '../support/filings.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk[Symbol.asyncDispose]())

const at = (code: string) => ({ dwelling: { unit: { edition: '2025-07', code }, detail: 'Thôn 2' } })

async function fileMany(n: number, unit: string) {
  const resident = desk.visitor()
  const codes: string[] = []
  for (let i = 0; i < n; i += 1) codes.push((await fileExample(resident, '1.004194', at(unit))).code)
  await desk.deliver()

  return codes
}

test('the queue shows the unit’s dossiers by urgency, page by page, each once', async () => {
  const codes: string[] = []
  for (const hour of ['08:00', '08:05', '08:10', '08:15', '08:20']) {
    desk.clock.set(`2026-11-23T${hour}:00+07:00`)
    codes.push(...(await fileMany(1, toanLuu)))
  }
  const officer = await desk.signIn(`canbo-${toanLuu}`)

  const seen: string[] = []
  let cursor = ''
  do {
    const page = (await officer.request('GET', `/api/desk/queue?limit=2${cursor && `&cursor=${cursor}`}`)).json()
    seen.push(...page.items.map(({ code }: { code: string }) => code))
    cursor = page.nextCursor ?? ''
  } while (cursor)

  expect(seen).toEqual(codes)
})

test('an unchanged page is a 304, and any change of the unit makes it new', async () => {
  const officer = await desk.signIn(`canbo-${toanLuu}`)
  const first = await officer.request('GET', '/api/desk/queue')
  const tag = { 'if-none-match': String(first.headers.etag) }

  const unchanged = await officer.request('GET', '/api/desk/queue', undefined, tag)
  await fileMany(1, toanLuu)
  const changed = await officer.request('GET', '/api/desk/queue', undefined, tag)

  expect(unchanged.statusCode).toBe(304)
  expect(changed.statusCode).toBe(200)
  expect(changed.json().items.length).toBe(first.json().items.length + 1)
})

test('of many officers who ask for the next dossier at once nobody gets one twice', async () => {
  await fileMany(6, thanhSen)
  const officer = await desk.signIn(`canbo-${thanhSen}`)
  const commander = await desk.signIn(`chihuy-${thanhSen}`)

  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) => (i % 2 ? officer : commander).request('POST', '/api/desk/next-claim')),
  )

  const claimed = answers.filter(({ statusCode }) => statusCode === 200).map((answer) => answer.json().code)
  expect(claimed).toHaveLength(6)
  expect(new Set(claimed).size).toBe(6)
  expect(answers.filter(({ statusCode }) => statusCode === 204)).toHaveLength(4)
})

test('a claim by next-claim is in the log, chained like every other event', async () => {
  const [code] = await fileMany(1, thanhSen)
  const officer = await desk.signIn(`canbo-${thanhSen}`)
  await officer.request('POST', '/api/desk/next-claim')
  const { brokenLink } = await import('#server/dossiers/event-chain.ts')

  const { rows } = await desk.owner.query('select id, last_seq, last_hash from dossiers where code = $1', [code])
  const events = (
    await desk.owner.query('select seq, body, hash, action from dossier_events where dossier_id = $1 order by seq', [
      rows[0].id,
    ])
  ).rows
  expect(events.map(({ action }) => action)).toEqual(['submit', 'deliver', 'claim'])
  expect(brokenLink(rows[0].id, events, { seq: rows[0].last_seq, hash: rows[0].last_hash })).toBeUndefined()
})

test('people are found without diacritics, by code, and by a whole identity number, in the own unit only', async () => {
  const identity = '000188012345'
  const filed = await fileExample(desk.visitor(), '1.004194', {
    ...at(toanLuu),
    applicantName: 'Đặng Thị Thúy Hòa',
    applicantGender: 'female',
    applicantIdentity: identity,
  })
  await desk.deliver()
  const officer = await desk.signIn(`canbo-${toanLuu}`)
  const stranger = await desk.signIn(`canbo-${thanhSen}`)
  const found = async (who: typeof officer, q: string) =>
    (await who.request('GET', `/api/desk/queue?q=${encodeURIComponent(q)}`))
      .json()
      .items.map(({ code }: { code: string }) => code)

  expect(await found(officer, 'dang thi thuy hoa')).toEqual([filed.code])
  expect(await found(officer, 'hoà đặng')).toEqual([filed.code])
  expect(await found(officer, filed.code.slice(-6))).toContain(filed.code)
  expect(await found(officer, identity)).toEqual([filed.code])
  expect(await found(officer, '000188012346')).toEqual([])
  expect(await found(stranger, identity)).toEqual([])
})

test('counts say what the views show', async () => {
  const officer = await desk.signIn(`canbo-${toanLuu}`)
  const counts = (await officer.request('GET', '/api/desk/counts')).json()

  for (const view of ['all', 'mine', 'new', 'processing', 'waiting', 'to_sign']) {
    const { items } = (await officer.request('GET', `/api/desk/queue?view=${view}&limit=100`)).json()
    expect(items.length, view).toBe(counts[view])
  }
})

test('who is not signed in gets 401, and a supervisor’s account does no officer’s work', async () => {
  const supervisor = await desk.signIn('giamsat-hatinh')
  const [code] = await fileMany(1, toanLuu)

  expect((await desk.visitor().request('GET', '/api/desk/queue')).statusCode).toBe(401)
  expect((await supervisor.request('GET', `/api/dossiers/${code}`)).statusCode).toBe(200)
  const claim = await supervisor.request('PUT', `/api/dossiers/${code}/claim`)
  expect(claim.statusCode).toBe(403)
})

test('what was resolved waits to be handed over, a notice does not', async () => {
  const resident = desk.visitor()
  const filed = await fileExample(resident, '1.004194', at(toanLuu))
  await fileExample(resident, '2.001159', { place: { unit: { edition: '2025-07', code: toanLuu }, detail: 'Thôn 2' } })
  await desk.deliver()
  const officer = await desk.signIn(`canbo-${toanLuu}`)
  const commander = await desk.signIn(`chihuy-${toanLuu}`)
  const url = `/api/dossiers/${filed.code}`
  for (const [who, step, body] of [
    [officer, 'acceptance', {}],
    [officer, 'proposal', { outcome: 'grant' }],
    [commander, 'decision', { outcome: 'grant' }],
  ] as const) {
    const { version } = (await who.request('GET', url)).json()
    const taken = await who.request('PUT', `${url}/${step}`, body, { 'if-match': `"${version}"` })
    expect(taken.statusCode, taken.body).toBe(200)
  }

  const { items } = (await officer.request('GET', '/api/desk/queue?view=to_hand_over')).json()
  const counts = (await officer.request('GET', '/api/desk/counts')).json()

  expect(items.map(({ code }: { code: string }) => code)).toEqual([filed.code])
  expect(counts.to_hand_over).toBe(1)
})
