import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, test } from 'vitest'
import { sealEnded } from '#server/archive/seal-ended.ts'
import { publicKeys } from '#server/certificates/signing-key.ts'
import { verify } from '#server/cli/verify/verify.ts'
import { storedPapersLock } from '#server/papers/clean-paper.ts'
import { lookAt, peopleOf, proposed, resolved, sign, step, view } from '../signing/support.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { exampleFiling, type Filed, fileExample, newKey } from '../support/filings.ts'

interface Offer {
  kind: string
  dossier: string
  paper: string
  sha256: string
  until: string
}

/** Somebody who opened these dossiers with their two codes a moment ago. */
async function whoProved(desk: TestDesk, ...filed: Filed[]): Promise<Caller> {
  const resident = desk.visitor()
  for (const { code, trackingKey } of filed) {
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    await resident.request('POST', '/tra-cuu', `code=${code}&key=${trackingKey}`, form)
  }

  return resident
}

const offered = async (someone: Caller, procedure = '1.004194'): Promise<Offer[]> =>
  (await someone.request('GET', `/api/reusable-papers?procedure=${procedure}`)).json().papers

const again = ({ kind, dossier, paper }: Offer) => ({ kind, reuse: { dossier, paper }, consent: true })

async function fileWith(someone: Caller, papers: unknown[], changes: Record<string, unknown> = {}) {
  const filing = await exampleFiling(someone, '1.004194', changes)

  return someone.request('POST', '/api/dossiers', { ...filing, papers }, newKey())
}

/** An officer checks a dossier that was filed, and the head of the unit grants it. */
async function resolve(desk: TestDesk, code: string) {
  const { officer, commander } = await peopleOf(desk)
  await desk.deliver()
  await step(officer, 'PUT', code, 'acceptance', {})
  await step(officer, 'PUT', code, 'proposal', { outcome: 'grant' })
  const { version } = await lookAt(commander, code)
  expect((await sign(commander, code, version)).statusCode).toBe(200)
}

const paperOf = async (desk: TestDesk, code: string): Promise<Offer> => {
  const { rows } = await desk.owner.query(
    `select p.kind, d.code as dossier, p.id as paper from papers p join dossiers d on d.id = p.dossier_id where d.code = $1`,
    [code],
  )

  return rows[0]
}

const detailOf = (answer: { json(): { errors: { pointer: string; detail: string }[] } }) => answer.json().errors[0]

const verified = async (desk: TestDesk) => {
  const client = new pg.Client({ connectionString: desk.database.ownerUrl })
  await client.connect()
  const { keys, reference, store, config } = desk.deps
  try {
    return await verify(client, { keys, reference, store, publicKeys: publicKeys(keys, config) })
  } finally {
    await client.end()
  }
}

test('a paper that was checked before stands in a new dossier, with who checked it, for officer, receipt and indicator', async () => {
  await using desk = await testDesk()
  const { officer, commander, unit } = await peopleOf(desk)
  const first = await resolved(desk, { officer, commander })
  const resident = await whoProved(desk, first)
  const offers = await offered(resident)
  expect(offers).toMatchObject([
    { kind: 'lease', dossier: first.code, verifiedBy: { unit: { code: unit } }, until: '2027-11-20' },
  ])

  const key = newKey()
  const filing = { ...(await exampleFiling(resident, '1.004194')), papers: offers.map(again) }
  const filed = await resident.request('POST', '/api/dossiers', filing, key)
  expect(filed.statusCode, filed.body).toBe(201)
  const { code, receipt } = filed.json()
  expect(receipt.papers).toMatchObject([
    { sha256: offers[0]?.sha256, name: { vi: expect.stringContaining(`(dùng lại từ hồ sơ ${first.code})`) } },
  ])

  // Sent again after a lost answer, and by a browser that has proved nothing any more, it is the same dossier.
  await resident.request('POST', '/tra-cuu/dong')
  expect((await resident.request('POST', '/api/dossiers', filing, key)).json().code).toBe(code)

  await desk.deliver()
  const seen = await view(officer, code)
  const [paper] = seen.papers
  expect(paper.reused.vi).toMatch(
    new RegExp(`^Dùng lại từ hồ sơ ${first.code}: .+, Công an xã .+ đã đối chiếu ngày 20/11/2026, còn giá trị đến`),
  )
  expect(paper.status).toBe('clean')
  expect(paper.id).not.toBe(offers[0]?.paper)
  const served = await officer.request('GET', paper.href)
  expect(served.statusCode).toBe(200)
  const { rows } = await desk.owner.query(
    `select e.data #> '{papers,0,reusedFrom}' as from from dossier_events e join dossiers d on d.id = e.dossier_id
     where d.code = $1 and e.action = 'submit'`,
    [code],
  )
  expect(rows).toEqual([
    {
      from: {
        dossier: first.code,
        paper: offers[0]?.paper,
        verifiedBy: { accountId: expect.any(String), name: expect.any(String), unit },
        verifiedAt: '2026-11-20T02:00:00.000Z',
        until: '2027-11-20',
        consent: true,
      },
    },
  ])
  await verified(desk)

  await step(officer, 'PUT', code, 'acceptance', {})
  const supervisor = await desk.signIn('giamsat-hatinh')
  const quality = await supervisor.request('GET', '/api/reports/service-quality?period=2026-12')
  expect(quality.statusCode, quality.body).toBe(200)
  const indicator = quality.json().indicators.find(({ id }: { id: string }) => id === '4.3')
  expect(indicator).toMatchObject({ numerator: 1, denominator: 2 })
})

test('nothing of a dossier is offered or taken before its two codes were given in this browser', async () => {
  await using desk = await testDesk()
  const first = await resolved(desk, await peopleOf(desk))
  const paper = await paperOf(desk, first.code)
  const stranger = desk.visitor()

  expect(await offered(stranger)).toEqual([])
  const refused = await fileWith(stranger, [again(paper)])
  expect(refused.statusCode).toBe(422)
  expect(detailOf(refused)).toMatchObject({
    pointer: '#/papers/0/reuse',
    detail: expect.stringContaining('Hãy mở lại hồ sơ đó bằng mã hồ sơ và mã tra cứu'),
  })
  // Whoever proved a dossier of their own gets no other one's paper by naming it.
  const own = await whoProved(desk, await fileExample(desk.visitor()))
  expect(detailOf(await fileWith(own, [again(paper)]))?.detail).toContain('Chưa mở hồ sơ cũ')
})

test('consent is given for each paper, and an officer’s screen cannot give it', async () => {
  await using desk = await testDesk()
  const { officer, commander } = await peopleOf(desk)
  const first = await resolved(desk, { officer, commander })
  const resident = await whoProved(desk, first)
  const [offer] = await offered(resident)
  if (!offer) throw new Error('nothing is offered')

  const silent = await fileWith(resident, [{ ...again(offer), consent: false }])
  expect(silent.statusCode).toBe(400)
  expect(detailOf(silent)).toMatchObject({ pointer: '#/papers/0', detail: expect.stringContaining('consent: true') })
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  await officer.request('POST', '/tra-cuu', `code=${first.code}&key=${first.trackingKey}`, form)
  expect(await offered(officer)).toEqual([])
  expect((await fileWith(officer, [again(offer)])).statusCode).toBe(422)
})

test('a paper of another kind, one named twice, and one that nobody has checked yet are refused', async () => {
  await using desk = await testDesk()
  const { officer, commander } = await peopleOf(desk)
  const checked = await resolved(desk, { officer, commander })
  const waiting = await proposed(desk, officer)
  const resident = await whoProved(desk, checked, waiting)
  const [offer, ...others] = await offered(resident)
  if (!offer) throw new Error('nothing is offered')
  expect(others).toEqual([])

  expect(detailOf(await fileWith(resident, [{ ...again(offer), kind: 'loan' }]))?.detail).toContain('loại khác')
  expect(detailOf(await fileWith(resident, [again(offer), again(offer)]))?.detail).toContain('hai lần')
  expect(detailOf(await fileWith(resident, [again({ ...offer, paper: randomUUID() })]))?.detail).toContain(
    'không có giấy',
  )
  const early = again(await paperOf(desk, waiting.code))
  expect(detailOf(await fileWith(resident, [early]))?.detail).toContain('chưa được cán bộ đối chiếu')
})

test('a year after its check a paper is used again for the last time, and never made younger by it', async () => {
  await using desk = await testDesk()
  const people = await peopleOf(desk)
  const first = await resolved(desk, people)
  desk.clock.set('2027-11-19T09:00:00+07:00')
  const lastDays = await whoProved(desk, first)
  const second = await fileWith(lastDays, (await offered(lastDays)).map(again))
  expect(second.statusCode, second.body).toBe(201)
  await resolve(desk, second.json().code)
  desk.clock.set('2027-11-20T23:59:00+07:00')
  const both = await whoProved(desk, first, second.json())
  expect((await offered(both)).map(({ until }) => until)).toEqual(['2027-11-20', '2027-11-20'])

  desk.clock.set('2027-11-21T00:00:00+07:00')
  const late = await whoProved(desk, first, second.json())
  expect(await offered(late)).toEqual([])
  const refused = await fileWith(late, [again(await paperOf(desk, first.code))])
  expect(detailOf(refused)?.detail).toContain('đến hết ngày 20/11/2027')
})

test('a paper that is disposed of at the very moment of filing is not used again, and nothing is filed', async () => {
  await using desk = await testDesk()
  const first = await resolved(desk, await peopleOf(desk))
  const resident = await whoProved(desk, first)
  const [offer] = await offered(resident)
  if (!offer) throw new Error('nothing is offered')
  const filing = { ...(await exampleFiling(resident, '1.004194')), papers: [again(offer)] }
  const disposing = await desk.owner.connect()
  try {
    await disposing.query('begin')
    await disposing.query('select pg_advisory_xact_lock($1)', [storedPapersLock])
    await disposing.query(`update uploads set status = 'refused', stored_sha256 = null where id = $1`, [offer.paper])
    const filed = resident.request('POST', '/api/dossiers', filing, newKey())
    const waits = `select 1 from pg_locks l join pg_database d on d.oid = l.database
      where l.locktype = 'advisory' and not l.granted and d.datname = current_database()`
    while ((await desk.owner.query(waits)).rows.length === 0) {
      /* until the filing stands before the lock */
    }
    await disposing.query('commit')

    expect((await filed).statusCode).toBe(422)
    expect((await filed).json().detail).toContain('Hãy chụp lại')
    expect((await desk.owner.query('select code from dossiers')).rows).toEqual([{ code: first.code }])
  } finally {
    disposing.release()
  }
})

test('disposal of the earlier dossier leaves the newer one its paper, and lets nobody use what is gone', async () => {
  await using desk = await testDesk()
  const people = await peopleOf(desk)
  const first = await resolved(desk, people)
  const resident = await whoProved(desk, first)
  const filed = await fileWith(resident, (await offered(resident)).map(again))
  expect(filed.statusCode, filed.body).toBe(201)
  await desk.deliver()
  await step(people.officer, 'PUT', first.code, 'handover', { method: 'electronic' })
  desk.clock.set('2026-12-21T09:00:00+07:00')
  await sealEnded(desk.deps)
  desk.clock.set('2047-01-03T09:00:00+07:00')
  const { officer, commander } = await peopleOf(desk)
  const list = await officer.request('POST', '/api/archive/disposals', { codes: [first.code], reason: 'Hết thời hạn.' })
  expect(list.statusCode, list.body).toBe(201)
  const signed = await commander.request('PUT', `/api/archive/disposals/${list.json().id}/decision`, {
    outcome: 'confirm',
  })
  expect(signed.statusCode, signed.body).toBe(200)

  const [kept] = (await view(officer, filed.json().code)).papers
  expect(kept.status).toBe('clean')
  expect((await officer.request('GET', kept.href)).statusCode).toBe(200)
  const late = await whoProved(desk, first)
  const in2047 = {
    period: { from: '2047-02-01', to: '2048-01-31' },
    hasMembers: false,
    members: undefined,
    minorConsentBy: undefined,
  }
  expect(detailOf(await fileWith(late, [again(await paperOf(desk, first.code))], in2047))?.detail).toContain(
    'Hãy chụp lại',
  )
  await verified(desk)
})
