import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readStored } from '#server/archive/read-stored.ts'
import { publicKeys } from '#server/certificates/signing-key.ts'
import type { AtHand } from '#server/cli/verify/batch.ts'
import { verify } from '#server/cli/verify/verify.ts'
import { type TestDesk, testDesk } from '../support/desk.ts'
import { planting } from './planting.ts'
import { workMonth } from './worked-desk.ts'

let desk: TestDesk
let client: pg.Client
let withChange: ReturnType<typeof planting>['withChange']
let without: ReturnType<typeof planting>['without']

beforeAll(async () => {
  desk = await testDesk()
  await workMonth(desk)
  ;({ withChange, without } = planting(desk.owner))
  client = new pg.Client({ connectionString: desk.database.ownerUrl })
  await client.connect()
}, 240_000)
afterAll(async () => {
  await client?.end()
  await desk?.[Symbol.asyncDispose]()
})

const atHand = (changes: Partial<AtHand> = {}): AtHand => ({
  reference: desk.deps.reference,
  keys: desk.deps.keys,
  publicKeys: publicKeys(desk.deps.keys, desk.deps.config),
  store: desk.deps.store,
  ...changes,
})
const check = (changes?: Partial<AtHand>, sample?: number) => verify(client, atHand(changes), sample)

type Fault = [table: string, change: string, named: string, where?: string]

const findsChange = ([table, change, named, where = 'true']: Fault) =>
  withChange(table, change, where, () => expect(check(), `${table}: ${change}`).rejects.toThrow(named))
const findsLoss = ([table, named, where = 'true']: [table: string, named: string, where?: string]) =>
  without(table, where, () => expect(check(), `${table} lost`).rejects.toThrow(named))

test('a month of work verifies, and every table was looked at', async () => {
  const { others, waiting } = await check()

  expect(waiting).toBe(0)
  for (const [name, rows] of Object.entries(others)) expect(rows, name).toBeGreaterThan(0)
  expect(Object.keys(others).sort()).toEqual(
    [
      'answers',
      'archived dossiers',
      'assisted filings',
      'bookings',
      'certificates',
      'complaints',
      'consents',
      'documents',
      'lines of numbers',
      'numbers',
      'outages',
      'papers',
      'payments',
      'search entries',
      'sealed reports and corrections',
      'visits',
      'warnings and ratings',
    ].sort(),
  )
})

test('a sample draws dossiers and numbers, and looks at all that stands for itself', async () => {
  const all = await check()
  const drawn = await check({}, 2)

  expect(drawn).toMatchObject({ dossiers: 2, stored: all.stored, others: { numbers: 2 } })
  expect(drawn.others.outages).toBe(all.others.outages)
  await withChange('outages', `body = body || ' '`, 'true', () => expect(check({}, 1)).rejects.toThrow('the hash'))
  await withChange('report_seals', `body = body || ' '`, 'true', () => expect(check({}, 1)).rejects.toThrow('its hash'))
})

describe('a fault is found and named', () => {
  const filed = 'filed_code is not null'
  test.each<Fault>([
    ['dossier_answers', `sha256 = repeat('0', 64)`, 'answersSha256 should be'],
    ['dossier_answers', `sealed = sealed || '\\x00'::bytea`, 'do not open with the desk'],
    ['dossiers', `applicant_name = 'Ai Đó'`, 'applicantName should be'],
    ['dossiers', 'fee = fee + 1', 'fee should be'],
    ['dossiers', `tracking_hash = '\\x00'`, 'trackingHash should be'],
    ['dossier_people', `name = 'Ai Đó'`, 'people should be'],
    ['dossier_people', `identity_index = '\\x00'`, 'people should be'],
    ['uploads', `sha256 = repeat('0', 64)`, 'papers should be'],
    ['uploads', 'bytes = bytes + 1', 'papers should be'],
    ['uploads', `stored_sha256 = repeat('0', 64)`, 'is missing'],
    ['papers', `kind = 'khac'`, 'papers should be'],
    ['assisted_filings', `filed_code = 'QUAY.42-0'`, 'there is no such dossier', filed],
    ['assisted_filings', `sealed = '\\x00'`, 'its content is still beside it', filed],
    [
      'assisted_filings',
      `account_id = (select id from accounts where username = 'quantri')`,
      'accountId should be',
      filed,
    ],
  ])('in what was filed: %s, %s', (...fault) => findsChange(fault))

  test('in what was filed: a person or a paper that is gone', async () => {
    await findsLoss(['dossier_people', 'people should be'])
    await findsLoss(['papers', 'papers should be'])
    await findsLoss(['dossier_finds', 'by what it is found is not stored'])
  })

  test.each<Fault>([
    ['outages', `body = body || ' '`, 'the hash does not fit'],
    ['outages', `hash = '\\x00'`, 'the hash does not fit'],
    ['outages', `recorded_at = recorded_at + interval '1 minute'`, 'recordedAt should be'],
    ['outages', 'id = gen_random_uuid()', 'id should be'],
  ])('in the chain of outages: %s, %s', (...fault) => findsChange(fault))

  test('in the chain of outages: a record that is gone', () => findsLoss(['outages', 'record 1 is missing', 'seq = 1']))

  const agreed = `state = 'counter'`
  test.each<Fault>([
    ['consent_requests', `state = 'agreed'`, 'state should be counter', agreed],
    ['consent_requests', `state = 'expired'`, 'state should be asked', `state = 'asked'`],
    ['consent_requests', `answers_sha256 = repeat('0', 64)`, 'answersSha256 should be'],
    ['consent_requests', `expires_at = expires_at + interval '1 day'`, 'expiresAt should be'],
    ['consent_requests', `role = 'owner'`, 'role should be head'],
    ['consent_requests', 'answered_at = null', 'and an answer at no time', agreed],
    ['consent_requests', `password_hash = '\\x00'`, 'a password still opens it', agreed],
    ['consent_requests', 'reminders = 2', '2 reminders'],
    ['consent_requests', `sealed = sealed || '\\x00'::bytea`, 'whom it asks does not open'],
  ])('in what others agree to: %s, %s', (...fault) => findsChange(fault))

  test('in what others agree to: a request that is gone', () =>
    findsLoss(['consent_requests', 'the consent of head that was asked for is not stored']))

  const [paid, waiting] = [`state = 'paid'`, `state = 'waiting_bank'`]
  test.each<Fault>([
    ['payments', `state = 'refunded'`, 'state should be paid', paid],
    ['payments', `state = 'failed'`, 'and an end of 2026', paid],
    ['payments', 'amount = amount + 1', 'the log never asked for'],
    ['payments', `reference = 'XX123'`, 'the reference is not one of the desk'],
    ['payments', 'settled_at = null', 'and an end of never', paid],
    ['payments', 'told_at = null', 'nobody said that it was sent', waiting],
    ['payments', `state = 'requested'`, 'it was said to be sent', waiting],
    ['payments', 'expires_at = requested_at', 'it expires before'],
    ['bank_entries', `bank_reference = 'FT26330009'`, 'the log has no such payment'],
    ['bank_entries', `outcome = 'doubled'`, 'state should be unpaid', `outcome = 'matched'`],
    ['bank_entries', `settled_as = 'noted'`, 'state should be unpaid', `settled_as = 'assigned'`],
    ['bank_entries', 'payment_id = null', 'state should be unpaid', `outcome = 'matched'`],
  ])('in the money: %s, %s', (...fault) => findsChange(fault))

  test.each<Fault>([
    ['documents', `sha256 = repeat('0', 64)`, 'is missing'],
    ['documents', 'bytes = bytes + 1', 'are written'],
    ['documents', `number = '99/2026'`, 'should be', `form = 'CT08'`],
    ['documents', `made_at = made_at + interval '1 minute'`, 'that was granted is not stored', `form = 'CT08'`],
    ['certificates', `token = overlay(token placing 'AAAA' from length(token) - 5)`, 'was not signed by the desk'],
    ['certificates', `number = '99/2026'`, 'number should be'],
    ['certificates', `unit_code = '18673'`, 'unitCode should be'],
    ['certificates', `code = 'QUAY.42-0'`, 'code should be'],
    ['certificates', `procedure = '9.999999'`, 'procedure should be'],
    ['certificates', `holder = 'XYZ·000'`, 'holder should be'],
    ['certificates', 'issued_on = issued_on + 1', 'issuedOn should be'],
    ['certificates', `document_sha256 = repeat('0', 64)`, 'no document with its hash'],
    ['certificates', 'revoked_at = issued_at', 'revoked by nothing'],
  ])('in results and certificates: %s, %s', (...fault) => findsChange(fault))

  test('in results: one that is gone', () =>
    findsLoss(['documents', 'that was granted is not stored', `form = 'CT08'`]))

  test('in what was signed on receipt: a slip that is gone', () =>
    findsLoss(['documents', 'the slip that was signed when it was handed over is not stored', `form = 'GN'`]))

  test.each<Fault>([
    ['warnings', `level = case level when 'officer' then 'commander' else 'officer' end`, 'warnings should be'],
    ['warnings', `due_at = due_at + interval '1 minute'`, 'warnings should be'],
    ['warnings', `kind = 'due_soon'`, 'warnings should be', `kind = 'due'`],
    ['ratings', 'score = 1', 'ratings should be'],
    ['ratings', `reasons = '[]'`, 'ratings should be'],
  ])('in what repeats the log: %s, %s', (...fault) => findsChange(fault))

  test('in what repeats the log: a warning or a rating that is gone', async () => {
    await findsLoss(['warnings', 'warnings should be'])
    await findsLoss(['ratings', 'ratings should be'])
  })

  const later = (column: string) => `${column} = ${column} + interval '1 minute'`
  test.each<Fault>([
    ['complaints', `state = 'taken'`, 'state should be'],
    ['complaints', 'version = version + 1', 'version should be'],
    ['complaints', later('received_at'), 'receivedAt should be'],
    ['complaints', later('reply_due_at'), 'replyDueAt should be'],
    ['complaints', later('answer_due_at'), 'answerDueAt should be'],
    ['complaints', later('replied_at'), 'repliedAt should be'],
    ['complaints', later('closed_at'), 'closedAt should be'],
    ['complaints', 'asked_at = received_at', 'askedAt should be'],
    ['complaints', 'is_extended = not is_extended', 'isExtended should be'],
    ['complaints', 'is_satisfied = null', 'isRated should be'],
    ['complaint_steps', `sealed = sealed || '\\x00'::bytea`, 'do not open'],
    ['complaint_steps', `action = 'extend'`, 'is not possible', `action = 'ask'`],
    ['complaint_steps', 'seq = 99', 'is missing', 'seq = 3'],
  ])('in complaints: %s, %s', (...fault) => findsChange(fault))

  test.each<Fault>([
    ['dossier_finds', `words = words || ' x'`, 'words should be'],
    ['dossier_finds', `initials = 'zz'`, 'initials should be'],
    ['dossier_finds', `place = 'x'`, 'place should be'],
    ['dossier_finds', `phone_index = '\\x00'::bytea`, 'phoneIndex should be'],
    ['dossier_finds', `unit_code = '18676'`, 'unitCode should be'],
  ])('of what a dossier is found by: %s, %s', (...fault) => findsChange(fault))

  test.each<Fault>([
    ['archive_seals', `manifest_sha256 = repeat('0', 64)`, 'was not signed by the desk'],
    ['archive_seals', `signature = overlay(signature placing 'AAAA' from length(signature) - 5)`, 'was not signed'],
    ['archive_seals', later('sealed_at'), 'was not signed by the desk'],
    ['archive_seals', `unit_code = '18673'`, 'unit should be'],
    ['archive_seals', later('ended_at'), 'endedAt should be'],
    ['archive_seals', 'files = files + 1', 'files should be'],
    ['archive_seals', 'bytes = bytes + 1', 'bytes should be'],
    ['archive_seals', 'keep_until = keep_until + 1', 'keepUntil should be'],
    ['archive_seals', `retention_class = 'khac'`, 'retentionClass should be'],
  ])('in the archive: %s, %s', (...fault) => findsChange(fault))

  test('in the archive: something marked as disposed of that no signed list disposes of', () =>
    withChange('archive_seals', 'disposed_at = sealed_at', 'true', () =>
      expect(check()).rejects.toThrow('it was disposed of by no signed list'),
    ))

  test('in the archive: a manifest that was changed, and a file of it that is gone', async () => {
    const { rows } = await desk.owner.query('select manifest_sha256 from archive_seals limit 1')
    const name: string = rows[0].manifest_sha256
    const bytes = await readStored(desk.deps.store, name)
    const { files } = JSON.parse(bytes.toString())
    const log: string = files.find(({ role }: { role: string }) => role === 'log').sha256
    const inPlaceOf = (sha256: string, file: Buffer | undefined) => ({
      store: {
        read: async (asked: string) =>
          asked === sha256
            ? file && { stream: Readable.from([file]), bytes: file.length }
            : desk.deps.store.read(asked),
      },
    })

    await expect(check(inPlaceOf(name, Buffer.from(`${bytes} `)))).rejects.toThrow(`manifest: the stored file ${name}`)
    await expect(check(inPlaceOf(log, undefined))).rejects.toThrow(`log.jsonl: the stored file ${log} is missing`)
  })

  test.each<Fault>([
    ['report_seals', `body = body || ' '`, 'the sealed bytes are not those of its hash'],
    ['report_seals', `sha256 = repeat('0', 64)`, 'the sealed bytes are not those of its hash'],
    ['report_seals', `unit_code = '18673'`, 'unitCode should be'],
    ['report_seals', `period = '2026-09'`, 'period should be'],
    ['report_seals', `from_day = '2026-09-01'`, 'fromDay should be'],
    ['report_seals', `to_day = '2026-11-30'`, 'toDay should be'],
    ['report_seals', later('sealed_at'), 'sealedAt should be'],
    ['report_seals', `sealed_by_name = 'Ai Đó'`, 'sealedByName should be'],
    ['report_corrections', 'number = 2', 'correction 1 is missing'],
    ['report_corrections', `cell = '7'`, 'there is no column 7 to correct'],
    ['report_corrections', `dossier_code = 'QUAY.42-0'`, 'there is no dossier'],
    ['report_corrections', 'before = before + 3', 'before should be 0'],
    ['report_corrections', 'after = before', 'changes nothing'],
  ])('in sealed reports: %s, %s', (...fault) => findsChange(fault))

  test('in sealed reports: a total that was made up, with the hash to fit it', async () => {
    const { rows } = await desk.owner.query('select body from report_seals limit 1')
    const forged = `'${rows[0].body.replace('"10":0', '"10":4').replaceAll("'", "''")}'`
    await withChange(
      'report_seals',
      `body = ${forged}, sha256 = encode(sha256(convert_to(${forged}, 'UTF8')), 'hex')`,
      'true',
      () => expect(check()).rejects.toThrow('should be'),
      ['body', 'sha256'],
    )
  })

  const byNumber = `dossier_id in (select dossier_id from dossier_events where body like '%"visit"%')`
  const [back, inService] = ['absent_at is not null', 'served_at is not null']
  test.each<Fault>([
    ['tickets', `state = 'held'`, 'state should be'],
    ['tickets', 'version = version + 1', 'version should be'],
    ['tickets', later('arrived_at'), 'arrivedAt should be'],
    ['tickets', later('call_by'), 'callBy should be'],
    ['tickets', later('called_at'), 'calledAt should be', back],
    ['tickets', later('served_at'), 'servedAt should be', inService],
    ['tickets', later('ended_at'), 'endedAt should be', inService],
    ['tickets', later('absent_at'), 'absentAt should be', back],
    ['tickets', later('last_at'), 'lastAt should be'],
    ['tickets', 'calls = calls + 1', 'calls should be'],
    ['tickets', 'counter = 9', 'counter should be', inService],
    ['tickets', 'for_counter = 2', 'forCounter should be'],
    ['tickets', 'officer_id = gen_random_uuid()', 'officerId should be', inService],
    ['tickets', `officer_name = 'Ai Đó'`, 'officerName should be', inService],
    ['tickets', `class = 'priority'`, 'letter should be', `class = 'walk_in'`],
    ['tickets', 'booked_at = null', 'its number: bookedAt should be', 'booked_at is not null'],
    ['tickets', 'booked_at = arrived_at', 'do not begin with the number', 'booked_at is null'],
    ['tickets', `secret_hash = '\\x00'`, 'secretHash should be'],
    ['tickets', 'number = 77', 'highest should be'],
    ['tickets', later('arrived_at'), 'visit should be', inService],
    ['ticket_events', `action = 'resume'`, 'its events have resume', `action = 'serve'`],
    ['ticket_events', later('at'), 'should be', `action = 'call'`],
    ['ticket_numbers', 'last = last + 1', 'last should be'],
    ['bookings', `state = 'booked'`, 'and a number was given for it'],
    ['bookings', later('slot_at'), 'its number: bookedAt should be'],
    ['bookings', `code = 'XXXXXX'`, 'code should be'],
    ['bookings', `secret_hash = '\\x00'`, 'secretHash should be'],
    ['bookings', 'day = day + 1', 'day should be'],
    ['bookings', `closed_reason = 'Nghỉ bão'`, 'the office cancelled it, and its state is checked_in'],
    ['bookings', `contact = '\\x00'`, 'an address is kept, and nothing is left to tell'],
  ])('in the line: %s, %s', (...fault) => findsChange(fault))

  test('in the line: an event or a dossier of a visit that is gone', async () => {
    await findsLoss(['ticket_events', 'its events have', `action = 'call'`])
    await findsLoss(['ticket_dossiers', 'that it came of is not bound to it', byNumber])
    await findsLoss(['ticket_dossiers', 'dossiers should be 2', `not ${byNumber}`])
  })
})

test('without keys and files chains, states and money are still judged; what is sealed or signed is passed over', async () => {
  const bare = { keys: undefined, publicKeys: [], store: undefined }
  expect(await check(bare)).toMatchObject({ waiting: 0 })
  await withChange('certificates', `holder = 'XYZ·000'`, 'true', () => check(bare))
  await withChange('payments', `state = 'refunded'`, `state = 'paid'`, () =>
    expect(check(bare)).rejects.toThrow('state should be paid'),
  )
})

test('what was signed with a key that is not in use any more is still the desk’s; a stranger’s is not', async () => {
  const [own] = publicKeys(desk.deps.keys, desk.deps.config)
  if (!own) throw new Error('the desk has a key')
  await check({ publicKeys: [{ ...own, isRetired: true }] })
  await expect(check({ publicKeys: [{ ...own, kid: 'stranger' }] })).rejects.toThrow('was not signed by the desk')
})

/** `npm run desk -- verify`, as somebody types it on a machine that has the database and, if they are given, the keys. */
function command(environment: Record<string, string> = {}, ...words: string[]) {
  const { appUrl, ownerUrl } = desk.database
  const ended = spawnSync(process.execPath, ['--import', 'tsx', 'server/cli/desk.ts', 'verify', ...words], {
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: appUrl,
      DATABASE_OWNER_URL: ownerUrl,
      DESK_DATA: join(tmpdir(), 'quay-no-such-desk'),
      ...environment,
    },
  })

  return { code: ended.status, said: `${ended.stdout}${ended.stderr}` }
}

test('the command says what it looked at and what it could not, and ends with 1 at the first difference', async () => {
  const { field, index, hmac, receipt } = desk.deps.keys
  const keys = {
    DESK_FIELD_KEY: field.toString('base64'),
    DESK_INDEX_KEY: index.toString('base64'),
    DESK_HMAC_KEY: hmac.toString('base64'),
    DESK_RECEIPT_KEY: receipt.toString('base64'),
  }

  const whole = command(keys)
  expect(whole.said).toMatch(/0 differences\.\nWith them \d+ outages, .*\d+ answers/)
  expect(whole.said).not.toContain('No keys are at hand')
  expect(whole.code).toBe(0)
  const withoutKeys = command({}, '--sample', '1')
  expect(withoutKeys.said).toContain('with 95 % confidence')
  expect(withoutKeys.said).toContain('No keys are at hand: what is sealed was not opened, and no signature was judged.')
  expect(withoutKeys.said).toContain('The stored files are not at hand')
  expect(withoutKeys.code).toBe(0)
  await withChange('certificates', `holder = 'XYZ·000'`, 'true', async () => {
    const faulty = command(keys)
    expect(faulty.said).toContain('certificate CT08: holder should be')
    expect(faulty.code).toBe(1)
  })
}, 120_000)
