import { describe, expect, test } from 'vitest'
import { controlSlip } from '#server/documents/control-slip.ts'
import type { ApologyFacts, ControlSlipFacts, LogbookFacts } from '#server/documents/desk-book-facts.ts'
import { letterOfApology } from '#server/documents/letter-of-apology.ts'
import { logbook } from '#server/documents/logbook.ts'
import { renderPdf } from '#server/documents/render-pdf.ts'
import { hasPoppler, pagesOf, rightEdgeOf, textOf } from './read-pdf.ts'
import { base } from './sample-facts.ts'

const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+07:00`)

const apology: ApologyFacts = {
  ...base,
  number: '3/2026/TXL',
  requestText: 'Đăng ký tạm trú tại thôn Vĩnh Sơn, xã Toàn Lưu',
  acceptedAt: at('2026-11-20 16:40'),
  dueAt: at('2026-11-26 17:00'),
  newDueAt: at('2026-12-01 17:00'),
  reason: 'Phải xác minh thêm nơi ở trước đây tại phường Thành Sen, cơ quan được hỏi chưa trả lời.',
  sentLate: true,
  signedBy: { commander: { name: 'Phạm Quốc Khánh', rank: 'Trung tá' } },
}

const slip: ControlSlipFacts = {
  ...base,
  filedAt: at('2026-11-20 09:00'),
  requestText: apology.requestText,
  acceptedAt: apology.acceptedAt,
  dueAt: apology.dueAt,
  others: ['Công an phường Thành Sen'],
  rows: [
    ['2026-11-20 09:00', 'Ông (bà) Nguyễn Thị Hường', 'Công an xã Toàn Lưu', '', 'Nộp trực tuyến'],
    ['2026-11-20 16:40', 'Bộ phận tiếp nhận', 'Trần Đức Thắng', 'Đúng hạn', 'Tiếp nhận, hẹn trả kết quả'],
    ['2026-11-23 08:00', 'Trần Đức Thắng', 'Công an phường Thành Sen', 'Trong hạn', 'Xác minh: nơi ở trước đây'],
    ['2026-11-27 09:00', 'Công an phường Thành Sen', 'Trần Đức Thắng', 'Quá hạn', 'Trả lời xác minh: đúng như khai'],
    ['2026-11-27 10:00', 'Phạm Quốc Khánh', 'Bộ phận trả kết quả', 'Quá hạn', 'Đã giải quyết'],
  ].map(([when = '', giver = '', receiver = '', result = '', note = '']) => ({
    unit: 'Công an xã Toàn Lưu',
    at: at(when),
    giver,
    receiver,
    result,
    note,
  })),
}

const book: LogbookFacts = {
  unit: base.unit,
  province: base.province,
  from: '2026-11-15',
  to: '2026-11-21',
  madeAt: at('2026-11-30 08:00'),
  isDemo: true,
  rows: Array.from({ length: 40 }, (_, index) => ({
    code: `QUAY.42-261120-${100_001 + index}`,
    procedureName: index % 2 ? 'Đăng ký tạm trú' : 'Xác nhận thông tin về cư trú',
    applicantName: 'Nguyễn Thị Quỳnh Như',
    contact: 'Phòng 5, nhà trọ bà Hoa, thôn Vĩnh Tiến, xã Toàn Lưu\n0912345678',
    unit: 'Công an xã Toàn Lưu',
    filedAt: at('2026-11-20 09:00'),
    acceptedAt: at('2026-11-20 16:40'),
    dueAt: at('2026-11-26 17:00'),
    returnedAt: index % 3 ? at('2026-11-27 09:00') : null,
    method: index % 3 ? 'Tại quầy' : '',
    note: index % 3 ? 'Đã trả kết quả; quá hạn; hẹn lại 01/12/2026' : 'Đang xử lý',
  })),
}

describe.runIf(hasPoppler)('the office’s own papers', () => {
  test('the letter of apology says what was promised, why it cannot be kept, the new date and that it came late', async () => {
    const text = textOf(await renderPdf(letterOfApology(apology)))

    for (const expected of [
      'Mẫu số 04',
      'Số: 3/2026/TXL',
      'VĂN BẢN XIN LỖI',
      'Kính gửi: Ông (bà) Nguyễn Thị Hường',
      'Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 26 tháng 11 năm 2026',
      'Lý do: Phải xác minh thêm nơi ở trước đây',
      'Thời gian hẹn lại: 17 giờ 00 phút, ngày 01 tháng 12 năm 2026',
      'lẽ ra phải gửi chậm nhất vào ngày làm việc trước ngày hẹn',
      'TRƯỞNG CÔNG AN XÃ',
      'Trung tá Phạm Quốc Khánh',
    ])
      expect(text).toContain(expected)
  })

  test('a letter in time does not excuse itself for being late, and an officer signs for the head', async () => {
    const facts = { ...apology, sentLate: false, signedBy: { officer: { name: 'Trần Đức Thắng' } } }
    const text = textOf(await renderPdf(letterOfApology(facts)))

    expect(text).not.toContain('lẽ ra phải gửi')
    expect(text).toContain('TL. TRƯỞNG CÔNG AN XÃ')
  })

  test('the control slip has a row for each hand-over', async () => {
    const text = textOf(await renderPdf(controlSlip(slip)))

    expect(text).toContain('Cơ quan phối hợp: Công an phường Thành Sen')
    expect(text).toContain('Trả lời xác minh: đúng như khai')
  })

  test('the logbook keeps its head on every page, whole codes, and stays on the paper', async () => {
    const pdf = await renderPdf(logbook(book))
    const pages = pagesOf(pdf)

    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages.slice(0, -1)) expect(page).toContain('Tên thủ tục hành chính')
    expect(pages.join(' ')).toContain('QUAY.42-261120-100040')
    expect(rightEdgeOf(pdf)).toBeLessThan(842 - 30)
  })
})
