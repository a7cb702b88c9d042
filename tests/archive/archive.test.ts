import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkPackage } from '#server/archive/check-package.ts'
import { sealEnded } from '#server/archive/seal-ended.ts'
import { readZip, writeZip } from '#server/archive/zip-file.ts'
import { publicKeys } from '#server/certificates/signing-key.ts'
import { runVerifyArchive } from '#server/cli/archive.ts'
import { verify } from '#server/cli/verify/verify.ts'
import type { ArchiveItem } from '#shared/archive/schemas.ts'
import { textOf } from '../documents/read-pdf.ts'
import { hasPdfsig, pdfsig } from '../signing/pdfsig.ts'
import { peopleOf, resolved, step } from '../signing/support.ts'
import { type Caller, type TestDesk, testDesk, thanhSen } from '../support/desk.ts'
import { fileExample, newKey } from '../support/filings.ts'
import { multipartOf } from '../support/multipart.ts'
import { noisyPhoto } from '../support/noisy-photo.ts'

let desk: TestDesk
let officer: Caller
let commander: Caller
beforeAll(async () => {
  desk = await testDesk()
  ;({ officer, commander } = await peopleOf(desk))
})
afterAll(() => desk[Symbol.asyncDispose]())

const dayOf = (iso: string) => desk.clock.set(iso)
const keys = () => publicKeys(desk.deps.keys, desk.deps.config)

/** Handed over on 20 November 2026 and sealed a month later. */
async function sealed() {
  dayOf('2026-11-20T09:00:00+07:00')
  const filed = await resolved(desk, { officer, commander })
  await step(officer, 'PUT', filed.code, 'handover', { method: 'counter', receivedBy: 'Nguyễn Văn Lành' })
  dayOf('2026-12-21T09:00:00+07:00')
  await sealEnded(desk.deps)

  return filed
}

const find = async (someone: Caller, query: string): Promise<ArchiveItem[]> =>
  (await someone.request('GET', `/api/archive?${query}`)).json().items

const packageOf = async (code: string) => {
  const answer = await officer.request('GET', `/api/archive/dossiers/${code}/package.zip`)
  if (answer.statusCode !== 200) throw new Error(answer.body)

  return answer.rawPayload
}

test('a dossier is sealed a month after its end, once, and not while its result waits to be fetched', async () => {
  dayOf('2026-11-20T09:00:00+07:00')
  const waiting = await resolved(desk, { officer, commander })
  const ended = await resolved(desk, { officer, commander })
  await step(officer, 'PUT', ended.code, 'handover', { method: 'electronic' })

  dayOf('2026-12-20T08:00:00+07:00')
  expect(await sealEnded(desk.deps)).toBe(0)
  dayOf('2026-12-20T09:00:01+07:00')
  expect(await Promise.all([sealEnded(desk.deps), sealEnded(desk.deps)]).then(([a, b]) => a + b)).toBe(1)
  expect(await sealEnded(desk.deps)).toBe(0)
  expect(await find(officer, `q=${ended.code}`)).toMatchObject([{ code: ended.code, keepUntil: '2046-12-31' }])
  expect(await find(officer, `q=${waiting.code}`)).toEqual([])
})

test('sealed dossiers are found by code, by name without marks and by year; other communes find nothing', async () => {
  const { code } = await sealed()
  const [item] = await find(officer, `q=${code.slice(-6)}`)
  const name = encodeURIComponent(item?.personName.split(' ').slice(-2).join(' ').toUpperCase() ?? '')

  expect(item).toMatchObject({ kind: 'dossier', code, year: 2026 })
  expect((await find(officer, `q=${name}&year=2026`)).map((found) => found.code)).toContain(code)
  expect(await find(officer, `q=${name}&year=2025`)).toEqual([])
  const stranger = await desk.signIn(`canbo-${thanhSen}`)
  expect(await find(stranger, `q=${code}`)).toEqual([])
  expect((await stranger.request('GET', `/api/archive/dossiers/${code}/package.zip`)).statusCode).toBe(404)
})

test('a package holds log, answers, papers and signed results, and checks whole without the desk', async () => {
  const { code } = await sealed()
  const zip = await packageOf(code)

  const paths = readZip(zip).map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['manifest.json', 'manifest.sig', 'log.jsonl', 'answers/1.sealed']))
  expect(paths.some((path) => /^documents\/\d\d-CT08-\d+-2026\.pdf$/.test(path))).toBe(true)
  expect(paths.some((path) => path.startsWith('papers/'))).toBe(true)
  expect(await checkPackage(zip, keys())).toMatchObject({ isSigned: true, faults: [], manifest: { dossier: { code } } })
  // The names of people stand in the files, and not in what stays when those are gone.
  expect(readZip(zip)[0]?.bytes.toString()).not.toContain('Nguyễn')
})

test('a package with anything changed is not whole, whatever it is', async () => {
  const zip = await packageOf((await sealed()).code)
  const files = readZip(zip)
  const at = new Date('2026-12-21T02:00:00Z')
  const faultsOf = async (altered: typeof files) => (await checkPackage(writeZip(altered, at), keys())).faults
  const change = (path: string, edit: (bytes: Buffer) => Buffer) =>
    files.map((file) => (file.path === path ? { path, bytes: edit(Buffer.from(file.bytes)) } : file))
  const flip = (bytes: Buffer) => {
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1

    return bytes
  }

  expect(await faultsOf(files)).toEqual([])
  for (const { path } of files) {
    expect(await faultsOf(change(path, flip)), `${path} changed`).not.toEqual([])
    expect(await faultsOf(files.filter((file) => file.path !== path)), `${path} left out`).not.toEqual([])
  }
  expect(await faultsOf([...files, { path: 'papers/99-more.pdf', bytes: Buffer.from('x') }])).not.toEqual([])
  const manifest = JSON.parse(files.find(({ path }) => path === 'manifest.json')?.bytes.toString() ?? '{}')
  const forged = { ...manifest, retention: { ...manifest.retention, keepUntil: '2027-12-31' } }
  expect(await faultsOf(change('manifest.json', () => Buffer.from(JSON.stringify(forged))))).toContain(
    'bản kê không khớp với chữ ký của quầy',
  )
})

test('a byte changed anywhere in the file is noticed', async () => {
  const zip = await packageOf((await sealed()).code)
  for (let place = 0; place < zip.length; place += Math.floor(zip.length / 60)) {
    const altered = Buffer.from(zip)
    altered[place] = (altered[place] ?? 0) ^ 0x40

    expect((await checkPackage(altered, keys())).faults, `byte ${place}`).not.toEqual([])
  }
})

test('the command tells a whole package from an altered one, and one whose signature it could not judge', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'quay-archive-'))
  try {
    const file = join(folder, 'package.zip')
    const known = join(folder, 'keys.json')
    await writeFile(file, await packageOf((await sealed()).code))
    await writeFile(known, (await officer.request('GET', '/api/keys')).body)
    let said = ''
    const run = (options: { keys?: string; url: string }) => {
      said = ''

      return runVerifyArchive(file, options, { write: (text: string) => (said += text) })
    }

    expect(await run({ keys: known, url: '' })).toBe(0)
    expect(said).toContain('Gói còn nguyên')
    expect(await run({ url: 'http://127.0.0.1:9' })).toBe(2)
    expect(said).toContain('CHƯA kiểm tra chữ ký')
    const zip = await readFile(file)
    zip[zip.length >> 1] = (zip[zip.length >> 1] ?? 0) ^ 1
    await writeFile(file, zip)
    expect(await run({ keys: known, url: '' })).toBe(1)
    expect(said).toContain('KHÔNG HỢP LỆ')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('what must still be kept cannot be put on a list; what may go needs a second person', async () => {
  const { code } = await sealed()
  const propose = (someone: Caller) =>
    someone.request('POST', '/api/archive/disposals', { codes: [code], reason: 'Hết thời hạn lưu trữ.' })

  const early = await propose(officer)
  expect(early.statusCode).toBe(400)
  expect(early.json().errors[0].detail).toContain('phải lưu đến hết ngày 31/12/2046')

  dayOf('2047-01-02T09:00:00+07:00')
  ;({ officer, commander } = await peopleOf(desk))
  const own = await propose(commander)
  expect(own.statusCode).toBe(201)
  const decide = (someone: Caller, id: string, outcome: string) =>
    someone.request('PUT', `/api/archive/disposals/${id}/decision`, {
      outcome,
      ...(outcome === 'reject' && { note: 'Để năm sau.' }),
    })
  // Whoever put it up does not sign it, nor does an officer.
  expect((await decide(commander, own.json().id, 'confirm')).statusCode).toBe(403)
  expect((await decide(officer, own.json().id, 'confirm')).statusCode).toBe(403)
  expect((await propose(officer)).json().errors[0].detail).toContain('chờ ký')
})

test('a signed list erases what the dossier held; its log, its manifest and the list stay and still check', async () => {
  dayOf('2026-11-20T09:00:00+07:00')
  ;({ officer, commander } = await peopleOf(desk))
  const { code } = await sealed()
  const before = readZip(await packageOf(code))
  const [item] = await find(officer, `q=${code}`)
  dayOf('2047-01-03T09:00:00+07:00')
  ;({ officer, commander } = await peopleOf(desk))
  const list = (
    await officer.request('POST', '/api/archive/disposals', { codes: [code], reason: 'Hết thời hạn lưu trữ.' })
  ).json()

  const decided = await commander.request('PUT', `/api/archive/disposals/${list.id}/decision`, { outcome: 'confirm' })
  expect(decided.statusCode).toBe(200)
  expect(decided.json()).toMatchObject({ state: 'confirmed', mayDecide: false })

  // Nothing of the person is left: not in tables, not in the search, not in the store.
  const [after] = await find(officer, `q=${code}`)
  expect(after).toMatchObject({ personName: '(đã hủy)', disposedAt: expect.any(String) })
  const view = (await officer.request('GET', `/api/dossiers/${code}`)).json()
  expect(JSON.stringify(view.sections)).not.toContain(item?.personName)
  expect(view.contact).toEqual({})
  const { rows } = await desk.owner.query(
    `select (select count(*) from dossier_people p where p.dossier_id = d.id)::integer as people from dossiers d where code = $1`,
    [code],
  )
  expect(rows).toEqual([{ people: 0 }])
  const manifest = JSON.parse(before[0]?.bytes.toString() ?? '{}')
  for (const { role, sha256 } of manifest.files as { role: string; sha256: string }[])
    expect(await desk.deps.store.read(sha256).then(Boolean), role).toBe(role === 'log')

  // What is left proves what was there, and by whose word it went.
  const zip = await packageOf(code)
  expect(readZip(zip).map(({ path }) => path)).toEqual([
    'manifest.json',
    'manifest.sig',
    'log.jsonl',
    'disposal.json',
    'disposal.pdf',
  ])
  expect(await checkPackage(zip, keys())).toMatchObject({
    faults: [],
    isSigned: true,
    disposal: { number: list.number },
  })
  const pdf = (await officer.request('GET', decided.json().href)).rawPayload
  expect(textOf(pdf)).toContain(code)
  if (hasPdfsig) expect(pdfsig(pdf)).toContain('Signature is Valid')
})

test('a desk that disposed of dossiers verifies: what is gone went by a signed list, and that list is there', async () => {
  const client = new pg.Client({ connectionString: desk.database.ownerUrl })
  await client.connect()
  const { keys: own, reference, store } = desk.deps
  const check = () => verify(client, { keys: own, reference, store, publicKeys: keys() })
  try {
    const { others } = await check()
    expect(others['archived dossiers']).toBeGreaterThan(1)

    await desk.owner.query(`update archive_disposals set decided_by_id = proposed_by_id where state = 'confirmed'`)
    await expect(check()).rejects.toThrow('the list that disposed of it was signed by nobody else')
  } finally {
    await client.end()
  }
})

test('nothing but a list signed by two people erases anything', async () => {
  dayOf('2026-11-20T09:00:00+07:00')
  ;({ officer, commander } = await peopleOf(desk))
  const { code } = await sealed()
  dayOf('2047-01-04T09:00:00+07:00')
  ;({ officer, commander } = await peopleOf(desk))
  const list = (
    await officer.request('POST', '/api/archive/disposals', { codes: [code], reason: 'Hết thời hạn lưu trữ.' })
  ).json()
  const { rows } = await desk.owner.query('select id from dossiers where code = $1', [code])

  await expect(
    desk.owner.query(
      `select set_config('app.units', '${list.unit}', false), (select count(*) from desk_erase_disposed($1, $2, '{}', '{}', '', $3))`,
      [list.id, rows[0].id, desk.deps.now()],
    ),
  ).rejects.toThrow(/no signed list/)
})

test('an old paper file is entered, scanned, found by its title, and read again', async () => {
  const entered = await officer.request(
    'POST',
    '/api/archive/records',
    { title: 'Hồ sơ đăng ký thường trú', personName: 'Trần Thị Lụa', year: 1998, reference: '12/ĐKTT', place: 'Kệ 3' },
    newKey(),
  )
  expect(entered.statusCode).toBe(201)
  const { id } = entered.json()

  for (const number of [1, 2]) {
    const scanned = await scan(officer, id)
    expect(scanned.statusCode).toBe(201)
    expect(scanned.json().files).toHaveLength(number)
  }
  const found = await find(officer, 'q=tran+thi+lua&kind=record&year=1998')
  expect(found).toMatchObject([{ id, title: 'Hồ sơ đăng ký thường trú', files: 2, code: null }])
  const picture = await officer.request('GET', `/api/archive/records/${id}/files/1?inline=1`)
  expect(picture.headers['content-type']).toBe('image/jpeg')
  const stranger = await desk.signIn(`canbo-${thanhSen}`)
  expect((await stranger.request('GET', `/api/archive/records/${id}`)).statusCode).toBe(404)
  expect((await scan(stranger, id)).statusCode).toBe(404)
})

test('papers are added to an ended dossier, and not past the desk to one that is open', async () => {
  dayOf('2026-11-20T09:00:00+07:00')
  ;({ officer, commander } = await peopleOf(desk))
  const ended = await sealed()
  const open = await fileExample(desk.visitor())
  const add = (dossier: string) =>
    officer.request(
      'POST',
      '/api/archive/records',
      { title: 'Bản gốc hợp đồng', personName: 'Lê Văn Tám', year: 2026, dossier },
      newKey(),
    )

  expect((await add(ended.code)).json()).toMatchObject({ code: ended.code })
  expect((await add(open.code)).statusCode).toBe(400)
})

/** One page of noise, sent as a scanner's JPEG. */
async function scan(someone: Caller, id: string) {
  const { body, headers } = multipartOf([{ fileName: 'scan.jpg', type: 'image/jpeg', content: await noisyPhoto() }])

  return someone.request('POST', `/api/archive/records/${id}/files`, body, headers)
}
