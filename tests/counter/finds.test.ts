import { afterAll, beforeAll, expect, test } from 'vitest'
import { rebuildIndex } from '#server/counter/rebuild-index.ts'
import { workOnDossier } from '#server/counter/worker.ts'
import { type Caller, type TestDesk, testDesk, thanhSen, toanLuu } from '../support/desk.ts'
import { fileExample, newKey } from '../support/filings.ts'

let desk: TestDesk
let officer: Caller
beforeAll(async () => {
  desk = await testDesk()
  officer = await desk.signIn(`canbo-${toanLuu}`)
})
afterAll(() => desk[Symbol.asyncDispose]())

const at = (detail: string) => ({ dwelling: { unit: { edition: '2025-07', code: toanLuu }, detail } })

async function found(q: string, who = officer): Promise<string[]> {
  const { items } = (await who.request('GET', `/api/desk/queue?q=${encodeURIComponent(q)}`)).json()

  return items.map(({ code }: { code: string }) => code)
}

/** Filed, on the desk, and asked to say `subjects` again; returns what sends the resident's answer. */
async function asked(answers: Record<string, unknown>, subjects: readonly string[]) {
  const resident = desk.visitor()
  const { code, trackingKey } = await fileExample(resident, '1.004194', answers)
  await desk.deliver()
  const { version } = (await officer.request('GET', `/api/dossiers/${code}`)).json()
  const request = await officer.request(
    'POST',
    `/api/dossiers/${code}/supplement-requests`,
    {
      items: subjects.map((subject) => ({
        subject,
        subjectKind: 'answer',
        reason: 'answer-wrong',
        message: 'Mục này không khớp giấy tờ.',
      })),
    },
    { 'if-match': `"${version}"`, ...newKey() },
  )
  expect(request.statusCode, request.body).toBe(201)

  return {
    code,
    async answer(mended: Record<string, unknown>) {
      const key = { 'x-tracking-key': trackingKey }
      const tracked = (await resident.request('GET', `/api/dossiers/${code}/tracking`, undefined, key)).json()
      const sent = await resident.request(
        'POST',
        `/api/dossiers/${code}/supplements`,
        { answers: mended, papers: [] },
        { ...key, 'if-match': `"${tracked.version}"`, ...newKey() },
      )
      expect(sent.statusCode, sent.body).toBe(201)
    },
  }
}

test('after a supplement a dossier is found by what it says now, and no longer by what it said', async () => {
  const { code, answer } = await asked(
    { ...at('Ngõ Cau Già'), applicantName: 'Lâm Quỳnh Cũ', applicantIdentity: '000188000401' },
    ['applicantName', 'applicantIdentity', 'dwelling'],
  )
  expect(await found('lqc')).toEqual([code])
  expect(await found('cau gia')).toEqual([code])

  await answer({ ...at('Ngõ Dừa Non'), applicantName: 'Lâm Quỳnh Sửa', applicantIdentity: '000188000402' })
  await desk.deliver()

  expect(await found('lqs')).toEqual([code])
  expect(await found('dua non')).toEqual([code])
  expect(await found('000188000402')).toEqual([code])
  expect(await found('lqc')).toEqual([])
  expect(await found('cau gia')).toEqual([])
  expect(await found('000188000401')).toEqual([])
})

test('the job that indexes anew is promised with the answer, done once, and of no effect in another commune', async () => {
  const { code, answer } = await asked(
    { ...at('Ngõ Mít'), applicantName: 'Thạch Thị Hai', applicantIdentity: '000188000411' },
    ['dwelling'],
  )
  await answer(at('Ngõ Ổi'))
  const { rows } = await desk.owner.query(
    `select o.id, o.dossier_id from outbox o join dossiers d on d.id = o.dossier_id
     where d.code = $1 and o.topic = 'index' and o.done_at is null`,
    [code],
  )
  expect(rows).toHaveLength(1)
  const job = { outboxId: rows[0].id, dossierId: rows[0].dossier_id }
  const finds = async () =>
    (await desk.owner.query('select * from dossier_finds where dossier_id = $1', [job.dossierId])).rows

  const before = await finds()
  await workOnDossier(desk.deps, thanhSen, 'index', { ...job, outboxId: '999999999' })
  expect(await finds()).toEqual(before)

  await workOnDossier(desk.deps, toanLuu, 'index', job)
  const after = await finds()
  await workOnDossier(desk.deps, toanLuu, 'index', job)
  expect(after[0].words).toContain('ngo oi')
  expect(await finds()).toEqual(after)
  const { rows: undone } = await desk.owner.query('select 1 from outbox where id = $1 and done_at is null', [
    job.outboxId,
  ])
  expect(undone).toEqual([])
})

test('an index that meets a step on its way waits for it, and reads what the step left', async () => {
  const { code } = await fileExample(desk.visitor(), '1.004194', {
    ...at('Ngõ Lê'),
    applicantName: 'Viên Thị Trước',
    applicantIdentity: '000188000421',
  })
  await desk.deliver()
  const step = await desk.owner.connect()
  try {
    await step.query('begin')
    const { rows } = await step.query('select id from dossiers where code = $1 for update', [code])
    const dossierId: string = rows[0].id
    const indexing = workOnDossier(desk.deps, toanLuu, 'index', { outboxId: '999999998', dossierId })
    await expect.poll(() => waitersForDossiers(), { timeout: 10_000 }).toBe(1)
    await step.query(`update dossier_people set name = 'Viên Thị Sau' where dossier_id = $1 and place = 'applicant'`, [
      dossierId,
    ])
    await step.query('commit')
    await indexing
  } finally {
    // Whatever went wrong, its locks go with the connection.
    step.release(true)
  }

  const { rows: finds } = await desk.owner.query(
    'select f.words from dossier_finds f join dossiers d on d.id = f.dossier_id where d.code = $1',
    [code],
  )
  expect(finds[0].words).toContain('vien thi sau')
})

/** How many wait for a row of `dossiers` that somebody else has locked. */
async function waitersForDossiers(): Promise<number | null> {
  const { rowCount } = await desk.owner.query(
    `select 1 from pg_locks where locktype = 'tuple' and relation = 'dossiers'::regclass
     and database = (select oid from pg_database where datname = current_database())`,
  )

  return rowCount
}

test('the rebuilt index finds what was stored before there was one, and a second run changes nothing', async () => {
  const { code } = await fileExample(desk.visitor(), '1.004194', {
    ...at('Ngõ Khế Ngọt'),
    applicantName: 'Ông Văn Xưa',
    applicantIdentity: '000188000431',
  })
  await desk.deliver()
  await desk.owner.query('delete from dossier_finds')
  expect(await found('khe ngot')).toEqual([])
  expect(await found('0912345678')).toEqual([])
  const { rows } = await desk.owner.query('select count(*)::integer as count from dossiers')
  const all = async () => (await desk.owner.query('select * from dossier_finds order by dossier_id')).rows
  const looked: number[] = []
  const rebuild = () =>
    rebuildIndex({ ownerPool: desk.owner, keys: desk.deps.keys }, (count) => void looked.push(count))

  expect(await rebuild()).toBe(rows[0].count)
  const first = await all()
  expect(await rebuild()).toBe(rows[0].count)

  expect(await all()).toEqual(first)
  expect(looked.at(-1)).toBe(rows[0].count)
  expect(await found('khe ngot')).toEqual([code])
  expect(await found('0912345678')).toContain(code)
  expect(await found('khe ngot', await desk.signIn(`canbo-${thanhSen}`))).toEqual([])
})

test('what the archive disposed of stays out of the rebuilt index', async () => {
  const { code } = await fileExample(desk.visitor(), '1.004194', {
    ...at('Ngõ Sấu'),
    applicantName: 'Khúc Thị Hủy',
    applicantIdentity: '000188000441',
  })
  await desk.deliver()
  await desk.owner.query(
    `with gone as (select id from dossiers where code = $1), people as (
       delete from dossier_people where dossier_id in (select id from gone))
     delete from dossier_finds where dossier_id in (select id from gone)`,
    [code],
  )

  await rebuildIndex({ ownerPool: desk.owner, keys: desk.deps.keys })

  const { rows } = await desk.owner.query(
    'select 1 from dossier_finds f join dossiers d on d.id = f.dossier_id where d.code = $1',
    [code],
  )
  expect(rows).toEqual([])
})
