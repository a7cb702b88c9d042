import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersSchema } from './answers-schema.ts'
import { procedureVersions } from './catalogue.ts'
import { checkAnswers } from './check-answers.ts'
import { permanentResidence } from './procedures/permanent-residence.ts'
import { residenceDeclaration } from './procedures/residence-declaration.ts'
import { stayNotice } from './procedures/stay-notice.ts'
import { temporaryResidence } from './procedures/temporary-residence.ts'
import type { ProcedureVersion } from './types.ts'

const options = { on: '2026-11-25', allowDemoIdentities: true }

/** The faults of an example changed a little, as `path code`. */
function faults(version: ProcedureVersion, change: Record<string, unknown>): string[] {
  const checked = checkAnswers(version, { ...version.example, ...change }, options)

  return checked.ok ? [] : checked.errors.map(({ path, code }) => `${path.join('/')} ${code}`)
}

const tamTru = (change: Record<string, unknown>) => faults(temporaryResidence, change)
const member = {
  name: 'Trần Gia Bảo',
  birthDate: '2019-03-12',
  gender: 'male',
  identity: '000219000002',
  relationship: 'con-de',
}

test.each([
  ['a name with a digit', { applicantName: 'Nguyễn Văn 4' }, ['applicantName name_invalid']],
  ['a name of one letter', { applicantName: 'N' }, ['applicantName name_invalid']],
  ['a name with an apostrophe and a dash', { applicantName: 'H’Hen Niê - Êban' }, []],
  ['a day that is none', { applicantBirthDate: '1995-02-29' }, ['applicantBirthDate date_invalid']],
  ['a leap day', { applicantBirthDate: '1996-02-29' }, []],
  [
    'a birth tomorrow',
    { applicantBirthDate: '2026-11-26', hasMembers: false, members: undefined, minorConsentBy: undefined },
    ['applicantBirthDate date_in_future'],
  ],
  ['a birth in another century', { applicantBirthDate: '1895-08-20' }, ['applicantBirthDate date_too_old']],
  ['a day in another order', { applicantBirthDate: '20/08/1995' }, ['applicantBirthDate date_invalid']],
  ['a gender of nobody', { applicantGender: 'x' }, ['applicantGender choice_invalid']],
  ['nine digits of an old card', { applicantIdentity: '184123456' }, ['applicantIdentity identity_format']],
  ['a place that is none', { applicantIdentity: '003195000001' }, ['applicantIdentity identity_place']],
  ['a birth registered abroad', { applicantIdentity: '101195000001' }, []],
  ['spaces in a number', { applicantIdentity: '000 195 000 001' }, []],
  ['a phone with +84 and dots', { phone: '+84 912.345.678' }, []],
  ['a landline', { phone: '0239 3855 555' }, []],
  ['a phone of nine digits', { phone: '091234567' }, ['phone phone_invalid']],
  ['an e-mail without a domain', { email: 'an@vidu' }, ['email email_invalid']],
  ['no e-mail', { email: '' }, []],
  ['no phone', { phone: ' ' }, ['phone required']],
  [
    'an unknown relationship',
    { members: [{ ...member, relationship: 'ban-be' }] },
    ['members/0/relationship relationship_unknown'],
  ],
  [
    'an address without the place inside',
    { dwelling: { unit: { edition: '2023', code: '18634' } } },
    ['dwelling/detail address_invalid'],
  ],
  ['an address with nothing', { dwelling: {} }, ['dwelling required']],
  [
    'an address with unit and free text',
    { dwelling: { unit: { edition: '2023', code: '18634' }, unknown: 'x', detail: 'y' } },
    ['dwelling address_invalid'],
  ],
  ['an address nobody could place', { dwelling: { unknown: 'Làng Mới', detail: 'Số 1' } }, []],
  [
    'a unit of no edition',
    { dwelling: { unit: { edition: '1999', code: '18634' }, detail: 'Số 1' } },
    ['dwelling/unit/edition wrong_type'],
  ],
  [
    'a unit code of four digits',
    { dwelling: { unit: { edition: '2023', code: '1863' }, detail: 'Số 1' } },
    ['dwelling/unit/code unit_invalid'],
  ],
  [
    'an extra word in an address',
    { dwelling: { unit: { edition: '2023', code: '18634' }, detail: 'Số 1', huyện: 'x' } },
    ['dwelling/huyện unknown_key'],
  ],
  ['exactly 24 months', { period: { from: '2026-12-01', to: '2028-12-01' } }, []],
  ['24 months and a day', { period: { from: '2026-12-01', to: '2028-12-02' } }, ['period/to period_months']],
  [
    'a period that ends before it begins',
    { period: { from: '2026-12-01', to: '2026-11-30' } },
    ['period/to period_order'],
  ],
  ['a period of last year', { period: { from: '2025-01-01', to: '2025-12-31' } }, ['period/to period_over']],
  ['half a period', { period: { from: '2026-12-01' } }, ['period/to required']],
  ['yes as a word', { hasMembers: 'yes' }, ['hasMembers wrong_type', 'members hidden', 'minorConsentBy hidden']],
  ['a number as text', { applicantName: 7 }, ['applicantName wrong_type']],
  ['nobody in the list', { members: [], minorConsentBy: undefined }, ['members too_few']],
  ['a child twice', { members: [member, { ...member, name: 'Trần Gia Huy' }] }, ['members/1/identity same_person']],
  [
    'the applicant moves along too',
    { members: [{ ...member, identity: '000195000001' }] },
    ['members/0/identity same_person'],
  ],
  ['an unknown question', { role: 'admin' }, ['role unknown_key']],
  ['an unknown question about a person', { members: [{ ...member, role: 'admin' }] }, ['members/0/role unknown_key']],
  ['a control character', { note: 'a\u0000b' }, ['note text_invalid']],
  ['half a character', { note: 'a\ud800b' }, ['note text_invalid']],
  ['a note of two lines', { note: 'dòng một\ndòng hai' }, []],
  ['a long note', { note: 'a'.repeat(501) }, ['note too_long']],
])('%s: %j', (_, change, expected) => {
  expect(tamTru(change)).toEqual(expected)
})

test('all faults are told at once, in the order of the questions, with the sentence in both languages', () => {
  const checked = checkAnswers(
    temporaryResidence,
    {
      ...temporaryResidence.example,
      applicantName: undefined,
      applicantIdentity: '12',
      members: [{ ...member, identity: 'x' }],
      feeExemption: 'rich',
      role: 1,
    },
    options,
  )

  expect(checked).toMatchObject({
    ok: false,
    errors: [
      {
        path: ['applicantName'],
        code: 'required',
        message: { vi: '“Họ, chữ đệm và tên khai sinh” chưa có câu trả lời. Hãy điền hoặc chọn.' },
      },
      { path: ['applicantIdentity'], code: 'identity_format' },
      { path: ['members', 0, 'identity'], code: 'identity_format' },
      { path: ['feeExemption'], code: 'choice_invalid', message: { en: 'The answer is not in the list. Choose one.' } },
      { path: ['role'], code: 'unknown_key' },
    ],
  })
})

test('the issues of zod carry the same path and the Vietnamese sentence', () => {
  const parsed = answersSchema(temporaryResidence, options).safeParse({
    ...temporaryResidence.example,
    members: [{ ...member, identity: '1' }],
  })

  expect(parsed.error?.issues).toMatchObject([
    {
      path: ['members', 0, 'identity'],
      message: 'Số định danh cá nhân có đúng 12 chữ số. Hãy xem số trên thẻ căn cước.',
    },
  ])
})

test('an answer that the others do not lead to is refused, one that they lead to is demanded', () => {
  expect(tamTru({ ownershipProof: 'upload' })).toEqual(['ownershipProof hidden'])
  expect(tamTru({ dwellingKind: 'own' })).toEqual(['ownershipProof required'])
  expect(tamTru({ dwellingKind: 'relative' })).toEqual(['ownerName required', 'ownerConsentBy required'])
  expect(tamTru({ dwellingKind: 'relative', ownerName: 'Lê Văn Tám', ownerConsentBy: 'vneid' })).toEqual([
    'ownerIdentity required',
  ])
  expect(tamTru({ hasMembers: false })).toEqual(['members hidden', 'minorConsentBy hidden'])
  expect(tamTru({ headIs: 'other' })).toEqual([
    'headName required',
    'headIdentity required',
    'relationshipToHead required',
  ])
  expect(tamTru({ minorConsentBy: undefined })).toEqual(['minorConsentBy required'])
})

test('a list asks for its people instead of a household', () => {
  const { headIs: _, hasMembers: __, members: ___, minorConsentBy: ____, ...rest } = temporaryResidence.example
  const list = {
    ...rest,
    registrationMode: 'list',
    organisation: 'Công ty May Hồng Lĩnh',
    listPeople: [{ ...member, relationship: undefined }],
  }

  expect(checkAnswers(temporaryResidence, list, options).ok).toBe(true)
  expect(tamTru({ registrationMode: 'list' })).toEqual([
    'headIs hidden',
    'hasMembers hidden',
    'members hidden',
    'minorConsentBy hidden',
    'organisation required',
    'listPeople required',
  ])
})

test('a parent or guardian takes part until the eighteenth birthday, and no longer', () => {
  const guardian = {
    guardianRole: 'mother',
    guardianName: 'Lê Thị Mai',
    guardianIdentity: '000180000020',
    guardianConsentBy: 'paper',
  }

  expect(tamTru({ applicantBirthDate: '2008-11-26' })).toEqual([
    'guardianRole required',
    'guardianName required',
    'guardianIdentity required',
    'guardianConsentBy required',
  ])
  expect(tamTru({ applicantBirthDate: '2008-11-26', ...guardian })).toEqual([])
  expect(tamTru({ applicantBirthDate: '2008-11-25' })).toEqual([])
  expect(tamTru({ applicantBirthDate: '2008-11-25', ...guardian })).toEqual([
    'guardianRole hidden',
    'guardianName hidden',
    'guardianIdentity hidden',
    'guardianConsentBy hidden',
  ])
})

test('a child under six who joins a parent needs neither head nor owner; at six both are asked', () => {
  const thuongTru = (change: Record<string, unknown>) => faults(permanentResidence, change)

  expect(thuongTru({})).toEqual([])
  expect(thuongTru({ applicantBirthDate: '2020-11-26' })).toEqual([])
  expect(thuongTru({ applicantBirthDate: '2020-11-25' })).toEqual([
    'joinsParentOrGuardian hidden',
    'headConsentBy required',
    'ownerName required',
    'ownerConsentBy required',
  ])
  expect(thuongTru({ joinsParentOrGuardian: false })).toEqual([
    'headConsentBy required',
    'ownerName required',
    'ownerConsentBy required',
  ])
})

test('a stay lasts thirty days at most; guests show a number or a passport', () => {
  const luuTru = (change: Record<string, unknown>) => faults(stayNotice, change)
  const guest = { name: 'Đặng Quốc Việt', birthDate: '1988-01-15' }

  expect(luuTru({ period: { from: '2026-11-24', to: '2026-12-24' } })).toEqual([])
  expect(luuTru({ period: { from: '2026-11-24', to: '2026-12-25' } })).toEqual(['period/to period_days'])
  expect(luuTru({ guests: [] })).toEqual(['guests too_few'])
  expect(
    luuTru({
      guests: Array.from({ length: 51 }, (_, n) => ({ ...guest, identity: `P${String(n).padStart(7, '0')}` })),
    }),
  ).toEqual(['guests too_many'])
  expect(
    luuTru({
      guests: [
        { ...guest, identity: '000088000007' },
        { ...guest, identity: 'c01x00t47' },
      ],
    }),
  ).toEqual([])
  expect(luuTru({ guests: [{ ...guest, identity: '0000880000' }] })).toEqual(['guests/0/identity identity_or_passport'])
  expect(luuTru({ guests: [{ ...guest, identity: '003088000007' }] })).toEqual(['guests/0/identity identity_place'])
  expect(luuTru({ guests: [{ ...guest, identity: '000182000008' }] })).toEqual([])
  expect(luuTru({ guests: [{ ...guest, birthDate: undefined, identity: 'B1234567' }] })).toEqual([
    'guests/0/birthDate required',
  ])
  expect(luuTru({ reason: 'other' })).toEqual(['reasonDetail required'])
  expect(luuTru({ placeKind: 'household' })).toEqual(['placeName hidden'])
})

test('who has no identification number may still declare where they live', () => {
  expect(faults(residenceDeclaration, {})).toEqual([])
  expect(faults(residenceDeclaration, { hasIdentityNumber: true })).toEqual([
    'applicantIdentity required',
    'birthplace hidden',
  ])
})

test('demonstration numbers pass only where they are allowed', () => {
  const checked = checkAnswers(stayNotice, stayNotice.example, { on: '2026-11-25' })

  expect(checked.ok ? [] : checked.errors.map(({ path }) => path.join('/'))).toEqual([
    'guests/0/identity',
    'applicantIdentity',
  ])
})

test('no input breaks the check, and what passes once passes again unchanged', () => {
  const versions = fc.constantFrom(...procedureVersions)
  const anyAnswers = fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...names), fc.anything({ maxDepth: 3 })))
  fc.assert(
    fc.property(versions, anyAnswers, (version, answers) => {
      const checked = checkAnswers(version, answers, options)
      if (checked.ok) expect(checkAnswers(version, checked.answers, options)).toEqual(checked)
      else expect(checked.errors.length).toBeGreaterThan(0)
    }),
  )
})

const names = [
  ...new Set(procedureVersions.flatMap(({ pages }) => pages.flatMap(({ fields }) => fields.map(({ name }) => name)))),
]
