import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildDirectory } from '../units/directory.ts'
import { dividedUnits } from '../units/divided-units.ts'
import { knownEditions } from '../units/editions.ts'
import { parseSuccessors, parseUnits } from '../units/units-csv.ts'
import { answerSections } from './answer-rows.ts'
import { procedureVersions } from './catalogue.ts'
import { permanentResidence } from './procedures/permanent-residence.ts'
import { residenceConfirmation } from './procedures/residence-confirmation.ts'
import { stayNotice } from './procedures/stay-notice.ts'
import { temporaryResidence } from './procedures/temporary-residence.ts'
import { requestText } from './request-text.ts'
import { visiblePages } from './visible-pages.ts'

const reference = (file: string) => readFileSync(new URL(`../../db/reference/${file}`, import.meta.url), 'utf8')
const directory = buildDirectory({
  editions: knownEditions,
  units: parseUnits(reference('units.csv')),
  successors: parseSuccessors(reference('successors.csv')),
  divided: dividedUnits,
})
const on = '2026-11-25'

test('answers read as a person would say them, grouped by page, each member apart', () => {
  const sections = answerSections(temporaryResidence, temporaryResidence.example, { on, directory })

  expect(sections.map(({ title, rows }) => [title.vi, ...rows.map(({ value }) => value.vi)])).toEqual([
    ['Đăng ký cho ai?', 'Một người hoặc một hộ gia đình'],
    ['Ai là người đăng ký?', 'Nguyễn Thị Minh Anh', '20/08/1995', 'Nữ'],
    ['Số định danh cá nhân của người đăng ký', '000 195 000 001'],
    ['Liên hệ bằng cách nào?', '0912345678'],
    [
      'Tạm trú ở đâu?',
      'Phòng 5, nhà trọ bà Hoa, thôn Vĩnh Tiến, Xã Toàn Lưu, trước là xã Lưu Vĩnh Sơn (huyện Thạch Hà cũ)',
    ],
    ['Chỗ ở này là của ai?', 'Nhà thuê, phòng trọ'],
    ['Tạm trú trong thời gian nào?', 'từ 01/12/2026 đến 30/11/2028'],
    ['Ai là chủ hộ ở nơi mới?', 'Người đăng ký là chủ hộ'],
    ['Có ai cùng chuyển không?', 'Có'],
    ['Thành viên 1', 'Trần Gia Bảo', '12/03/2019', 'Nam', '000 219 000 002', 'Con đẻ'],
    ['Người dưới 18 tuổi cùng chuyển', 'Cha, mẹ hoặc người giám hộ có tên trong hồ sơ này'],
    ['Có thuộc diện miễn lệ phí không?', 'Không thuộc diện nào'],
  ])
  expect(sections.find(({ title }) => title.vi === 'Thành viên 1')).toMatchObject({
    page: 'members',
    rows: [{ path: 'members/0/name' }, {}, {}, {}, {}],
  })
})

test('a doubt stands beside the number it concerns', () => {
  const sections = answerSections(
    temporaryResidence,
    { ...temporaryResidence.example, applicantGender: 'male' },
    { on, directory },
  )
  const doubtful = sections.flatMap(({ rows }) => rows).filter(({ warning }) => warning)

  expect(doubtful.map(({ path }) => path)).toEqual(['applicantIdentity'])
})

test('every answer of every example is shown once', () => {
  for (const version of procedureVersions) {
    const shown = answerSections(version, version.example, { on, directory }).flatMap(({ rows }) =>
      rows.map(({ path }) => path.split('/')[0]),
    )
    expect(new Set(shown), version.code).toEqual(new Set(Object.keys(version.example)))
  }
})

test('places read as they are now and as they were; a divided one by the part that was chosen; without a list by code', () => {
  const placeOf = (dwelling: unknown, known = true) =>
    answerSections(temporaryResidence, { ...temporaryResidence.example, dwelling }, { on, ...(known && { directory }) })
      .flatMap(({ rows }) => rows)
      .find(({ path }) => path === 'dwelling')?.value.vi
  const kyLoi = { edition: '2023', code: '18796' }

  expect(placeOf({ unit: { edition: '2025-07', code: '18634' }, detail: 'Thôn 1' })).toBe('Thôn 1, Xã Toàn Lưu')
  expect(placeOf({ unit: kyLoi, detail: 'Thôn 1', now: '18754' })).toBe(
    'Thôn 1, Phường Sông Trí, trước là xã Kỳ Lợi (thị xã Kỳ Anh cũ)',
  )
  expect(placeOf({ unit: kyLoi, detail: 'Thôn 1' })).toBe('Thôn 1, Xã Kỳ Lợi (thị xã Kỳ Anh cũ)')
  expect(placeOf({ unknown: 'Làng Mới', detail: 'Thôn 1' })).toBe('Thôn 1, Làng Mới')
  expect(placeOf({ unit: kyLoi, detail: 'Thôn 1' }, false)).toBe('Thôn 1, mã 18796 (2023)')
})

test.each([
  [
    temporaryResidence,
    'Đăng ký tạm trú tại Phòng 5, nhà trọ bà Hoa, thôn Vĩnh Tiến, Xã Toàn Lưu, trước là xã Lưu Vĩnh Sơn (huyện Thạch Hà cũ), từ 01/12/2026 đến 30/11/2028. Chỗ ở: nhà thuê, phòng trọ.',
  ],
  [
    permanentResidence,
    'Đăng ký thường trú tại Số 12, thôn Bình Tiến, Xã Đức Thịnh. Trường hợp: về ở với người thân (vợ, chồng, cha, mẹ hoặc con).',
  ],
  [
    residenceConfirmation,
    'Xác nhận thông tin về cư trú: nơi thường trú, tạm trú hoặc nơi ở hiện tại. Mục đích: nhập học cho con.',
  ],
] as const)('field 10 of CT01 is made of the answers: %#', (version, text) => {
  expect(requestText(version, version.example, { on, directory })).toBe(text)
})

test('a note and a list are part of the request; a notice has none', () => {
  expect(
    requestText(temporaryResidence, { ...temporaryResidence.example, note: 'Xin gọi buổi chiều.' }, { on, directory }),
  ).toContain('Nội dung khác: Xin gọi buổi chiều.')
  expect(
    requestText(
      temporaryResidence,
      {
        ...temporaryResidence.example,
        registrationMode: 'list',
        organisation: 'Công ty May Hồng Lĩnh',
        listPeople: [{ name: 'A B' }, { name: 'C D' }],
      },
      { on, directory },
    ),
  ).toContain('Đăng ký tạm trú theo danh sách 2 người của Công ty May Hồng Lĩnh tại')
  expect(requestText(stayNotice, stayNotice.example, { on, directory })).toBeNull()
})

test('every procedure with a form says what is asked, without holes', () => {
  for (const version of procedureVersions.filter(({ form }) => form === 'CT01')) {
    expect(requestText(version, version.example, { on, directory }), version.code).not.toMatch(/undefined|: \.|, \./)
  }
})

test('a question that an earlier answer closes is not asked, and its old answer opens nothing', () => {
  const asked = (answers: Record<string, unknown>) =>
    visiblePages(temporaryResidence, answers, on).map(({ page }) => page.id)
  const stale = { ...temporaryResidence.example, registrationMode: 'list' }

  expect(asked(temporaryResidence.example)).toContain('minor-members')
  expect(asked(stale)).not.toContain('members')
  expect(asked(stale)).not.toContain('minor-members')
})
