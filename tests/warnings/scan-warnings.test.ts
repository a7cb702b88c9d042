import { afterAll, beforeAll, expect, test } from 'vitest'
import { scanWarnings } from '#server/warnings/scan-warnings.ts'
import type { WarningItem, WarningsView } from '#shared/warnings/schemas.ts'
import { type Caller, type TestDesk, testDesk, thanhSen } from '../support/desk.ts'
import { fileExample, newKey } from '../support/filings.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk[Symbol.asyncDispose]())

const view = async (someone: Caller, code: string) => (await someone.request('GET', `/api/dossiers/${code}`)).json()

async function step(someone: Caller, method: string, code: string, rest: string, body: unknown) {
  const { version } = await view(someone, code)
  const answer = await someone.request(method, `/api/dossiers/${code}${rest}`, body, {
    'if-match': `"${version}"`,
    ...newKey(),
  })
  if (answer.statusCode >= 300) throw new Error(answer.body)

  return answer.json()
}

/** Accepted on Friday 20 November 16:40, three working days: due Thursday 26 November 17:00 (the 24th is a holiday). */
async function accepted() {
  desk.clock.set('2026-11-20T09:00:00+07:00')
  const { code } = await fileExample(desk.visitor())
  await desk.deliver()
  const [row] = (await desk.owner.query('select unit_code from dossiers where code = $1', [code])).rows
  const unit: string = row.unit_code
  const officer = await desk.signIn(`canbo-${unit}`)
  desk.clock.set('2026-11-20T16:40:00+07:00')
  await step(officer, 'PUT', code, '/acceptance', {})

  return { code, unit, officer, commander: await desk.signIn(`chihuy-${unit}`) }
}

/** What the log holds of warnings, as kind and level. */
async function warned(code: string): Promise<string[]> {
  const { rows } = await desk.owner.query(
    `select e.data ->> 'kind' as kind, e.data ->> 'level' as level from dossier_events e join dossiers d on d.id = e.dossier_id
     where d.code = $1 and e.action = 'warn' order by e.seq`,
    [code],
  )

  return rows.map(({ kind, level }) => `${kind} ${level}`)
}

const listed = async (someone: Caller, code: string): Promise<WarningItem | undefined> =>
  (await someone.request('GET', '/api/warnings')).json().items.find((item: WarningItem) => item.code === code)

test('a date is told when it comes near, when it has come and when it was missed for a working day, each once', async () => {
  const { code, officer } = await accepted()
  const { version } = await view(officer, code)
  const at = async (iso: string) => {
    desk.clock.set(iso)
    await scanWarnings(desk.deps)
    await scanWarnings(desk.deps)

    return warned(code)
  }

  expect(await at('2026-11-26T07:00:00+07:00')).toEqual([])
  expect(await at('2026-11-26T07:01:00+07:00')).toEqual(['due_soon officer'])
  expect(await at('2026-11-26T17:00:00+07:00')).toEqual(['due_soon officer', 'due commander'])
  expect(await at('2026-11-27T16:59:00+07:00')).toHaveLength(2)
  expect(await at('2026-11-27T17:00:00+07:00')).toEqual(['due_soon officer', 'due commander', 'overdue supervisor'])
  // No page that an officer has open went stale by it.
  expect((await view(officer, code)).version).toBe(version)
})

test('hours that were missed are caught up, without saying “soon” of a date that has passed', async () => {
  const { code } = await accepted()

  desk.clock.set('2026-12-10T08:00:00+07:00')
  await scanWarnings(desk.deps)

  expect(await warned(code)).toEqual(['due commander', 'overdue supervisor'])
})

test('two scanners at once record nothing twice', async () => {
  const { code } = await accepted()

  desk.clock.set('2026-12-10T08:00:00+07:00')
  await Promise.all([scanWarnings(desk.deps), scanWarnings(desk.deps), scanWarnings(desk.deps)])

  expect((await warned(code)).sort()).toEqual(['due commander', 'overdue supervisor'])
  const { rows } = await desk.owner.query(
    'select count(*)::integer as n from warnings w join dossiers d on d.id = w.dossier_id where d.code = $1',
    [code],
  )
  expect(rows[0].n).toBe(2)
})

test('each role hears of a date when it is its turn, and other communes never', async () => {
  const { code, officer, commander } = await accepted()
  const supervisor = await desk.signIn('giamsat-hatinh')
  const stranger = await desk.signIn(`canbo-${thanhSen}`)
  const hearers = async () => {
    const found = await Promise.all([officer, commander, supervisor, stranger].map((each) => listed(each, code)))

    return found.map((item) => item?.kind)
  }

  desk.clock.set('2026-11-26T08:00:00+07:00')
  await scanWarnings(desk.deps)
  expect(await hearers()).toEqual(['due_soon', undefined, undefined, undefined])
  desk.clock.set('2026-11-26T17:30:00+07:00')
  await scanWarnings(desk.deps)
  expect(await hearers()).toEqual(['due', 'due', undefined, undefined])
  desk.clock.set('2026-11-30T08:00:00+07:00')
  await scanWarnings(desk.deps)
  expect(await hearers()).toEqual(['overdue', 'overdue', 'overdue', undefined])
})

test('a warning goes away with its date: when the dossier ends, and when the resident is asked in time', async () => {
  const { code, officer, commander } = await accepted()
  const other = await accepted()
  desk.clock.set('2026-11-26T08:00:00+07:00')
  await scanWarnings(desk.deps)

  const { papersNeeded } = await view(officer, code)
  await step(officer, 'POST', code, '/supplement-requests', {
    items: [
      {
        subject: papersNeeded[0].kind,
        subjectKind: 'paper',
        reason: 'paper-unreadable',
        message: 'Ảnh mờ, hãy chụp lại.',
      },
    ],
  })
  await step(other.officer, 'PUT', other.code, '/proposal', { outcome: 'grant' })
  await step(commander, 'PUT', other.code, '/decision', { outcome: 'grant' })
  desk.clock.set('2026-12-10T08:00:00+07:00')
  await scanWarnings(desk.deps)

  expect(await warned(code)).toEqual(['due_soon officer'])
  expect(await warned(other.code)).toEqual(['due_soon officer'])
  expect(await listed(commander, code)).toBeUndefined()
  expect(await listed(commander, other.code)).toBeUndefined()
})

test('what nobody has accepted is warned of by its deadline to accept', async () => {
  desk.clock.set('2026-11-20T09:00:00+07:00')
  const { code } = await fileExample(desk.visitor())
  await desk.deliver()
  const [{ unit_code: unit }] = (await desk.owner.query('select unit_code from dossiers where code = $1', [code])).rows
  const commander = await desk.signIn(`chihuy-${unit}`)

  desk.clock.set('2026-11-23T09:00:00+07:00')
  await scanWarnings(desk.deps)

  expect(await warned(code)).toEqual(['due commander'])
  expect(await listed(commander, code)).toMatchObject({
    kind: 'due',
    isAccepted: false,
    dueAt: '2026-11-23T02:00:00.000Z',
  })
})

test('seen is one’s own, handled is for all, and neither marks another commune’s', async () => {
  const { code, officer, commander } = await accepted()
  const stranger = await desk.signIn(`chihuy-${thanhSen}`)
  desk.clock.set('2026-11-26T17:30:00+07:00')
  await scanWarnings(desk.deps)
  const { id } = (await listed(officer, code)) ?? { id: '' }
  const unseen = async (someone: Caller) => (await someone.request('GET', '/api/warnings/counts')).json().unseen
  const [officers, commanders] = [await unseen(officer), await unseen(commander)]

  const seen = await officer.request('PUT', `/api/warnings/${id}/marks/seen`)
  expect(seen.statusCode).toBe(204)
  expect(await unseen(officer)).toBe(officers - 1)
  expect(await unseen(commander)).toBe(commanders)
  await officer.request('PUT', `/api/warnings/${id}/marks/handled`)
  await officer.request('PUT', `/api/warnings/${id}/marks/handled`)
  expect(await unseen(commander)).toBe(commanders - 1)
  expect(await listed(commander, code)).toMatchObject({
    isSeen: false,
    handled: { by: expect.stringContaining('Cán bộ') },
  })
  expect((await stranger.request('PUT', `/api/warnings/${id}/marks/handled`)).statusCode).toBe(404)
})

test('a letter of apology is proposed on the day before the date, and no more once it was sent', async () => {
  const { code, officer, commander } = await accepted()
  const proposed = async (someone: Caller) =>
    (await someone.request('GET', '/api/warnings'))
      .json()
      .letters.find((letter: { code: string }) => letter.code === code)

  desk.clock.set('2026-11-25T10:59:00+07:00')
  expect(await proposed(officer)).toBeUndefined()
  desk.clock.set('2026-11-25T11:00:00+07:00')
  expect(await proposed(officer)).toMatchObject({
    sendBy: '2026-11-25T10:00:00.000Z',
    dueAt: '2026-11-26T10:00:00.000Z',
  })
  expect(await proposed(commander)).toBeDefined()
  await step(officer, 'POST', code, '/extensions', { newDueOn: '2026-12-01', reason: 'Phải xác minh thêm.' })
  expect(await proposed(officer)).toBeUndefined()
})

test('the list of the head of a unit pages through thousands without losing or repeating one', {
  timeout: 120_000,
}, async () => {
  const { code, commander } = await accepted()
  // Copies of one dossier, as many as a desk that was left alone; their logs are not what this is about.
  await desk.owner.query(
    `insert into dossiers (id, code, procedure, procedure_version, variant, channel, unit_code, state, version, delivered_at, last_seq, last_hash,
       last_at, applicant_name, routing, fee, tracking_hash, filed_at, accepted_at, reception_due_at, due_at, next_due_at, is_ended, supplements)
     select gen_random_uuid(), code || '-' || n, procedure, procedure_version, variant, channel, unit_code, state, version, delivered_at, last_seq,
       last_hash, last_at, applicant_name, routing, fee, tracking_hash, filed_at, accepted_at, reception_due_at, due_at, next_due_at, is_ended, supplements
     from dossiers, generate_series(1, 3000) n where code = $1`,
    [code],
  )
  await desk.owner.query(
    `insert into warnings (id, dossier_id, kind, level, due_at, at)
     select gen_random_uuid(), id, 'due', 'commander', next_due_at, next_due_at from dossiers where code like $1`,
    [`${code}-%`],
  )

  const codes: string[] = []
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const page: WarningsView = (await commander.request('GET', `/api/warnings${cursor && `?cursor=${cursor}`}`)).json()
    codes.push(...page.items.map((item: WarningItem) => item.code))
    cursor = page.nextCursor
  }
  const copies = codes.filter((each) => each.startsWith(`${code}-`))

  expect(copies).toHaveLength(3000)
  expect(new Set(copies).size).toBe(3000)
})
