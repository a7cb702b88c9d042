import decodeQR from 'qr/decode.js'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { ct01 } from '#server/documents/ct01.ts'
import { ct03 } from '#server/documents/ct03.ts'
import { ct04 } from '#server/documents/ct04.ts'
import { ct05 } from '#server/documents/ct05.ts'
import { ct06 } from '#server/documents/ct06.ts'
import { ct07 } from '#server/documents/ct07.ts'
import { ct08 } from '#server/documents/ct08.ts'
import { receipt } from '#server/documents/receipt.ts'
import { type DocumentDefinition, renderPdf } from '#server/documents/render-pdf.ts'
import { inspectPdf } from '#server/papers/inspect-pdf.ts'
import { hasPoppler, pagesOf, pictureOf, rightEdgeOf, textOf } from './read-pdf.ts'
import {
  absence,
  acceptance,
  base,
  confirmation,
  declaration,
  receiptOf,
  refusal,
  result,
  supplement,
} from './sample-facts.ts'

const samples: [string, () => DocumentDefinition, string[]][] = [
  [
    'CT01',
    () => ct01(declaration),
    [
      'Mẫu CT01 ban hành kèm theo Thông tư số 116/2026/TT-BCA',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ',
      'Công an xã Toàn Lưu',
      '1. Họ, chữ đệm và tên khai sinh: NGUYỄN THỊ HƯỜNG',
      '8. Mối quan hệ với chủ hộ: ở thuê',
      '0 0 0 1 6 1 0 1 2 3 4 5',
      '11. Những thành viên trong hộ gia đình cùng thay đổi:',
      'Nguyễn Thị Quỳnh Như',
      'Số ĐDCN: 000070000333',
    ],
  ],
  [
    'CT03',
    () => ct03(absence),
    [
      'PHIẾU KHAI BÁO TẠM VẮNG',
      '8. Tạm vắng: từ ngày 01 tháng 12 năm 2026 đến ngày 05 tháng 02 năm 2027',
      '9. Lý do tạm vắng: Đi làm ăn xa',
      '10. Địa chỉ nơi đến: số 8, đường Nguyễn Huệ, phường Thuận Hóa, thành phố Huế',
      'NGƯỜI KHAI BÁO',
      'NGƯỜI TIẾP NHẬN',
      'TRƯỞNG CÔNG AN XÃ',
    ],
  ],
  [
    'CT04',
    () => ct04(acceptance),
    [
      'CÔNG AN TỈNH HÀ TĨNH',
      'CÔNG AN XÃ TOÀN LƯU',
      'Số: 15/PTN',
      'Toàn Lưu, ngày 25 tháng 11 năm 2026',
      'PHIẾU TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      'Mã hồ sơ: QUAY.42-261124-100001',
      'Công an xã Toàn Lưu đã tiếp nhận hồ sơ của ông (bà): Nguyễn Thị Hường',
      'Thời gian nhận hồ sơ: 14 giờ 05 phút, ngày 25 tháng 11 năm 2026',
      'Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 30 tháng 11 năm 2026',
      'Hợp đồng thuê nhà',
      'Thiếu tá Trần Đức Thắng',
    ],
  ],
  [
    'CT05',
    () => ct05(supplement),
    [
      'PHIẾU HƯỚNG DẪN BỔ SUNG, HOÀN THIỆN HỒ SƠ',
      'Ảnh mờ, tối hoặc bị cắt',
      'được hướng dẫn đầy đủ, cụ thể một lần',
      'Thời hạn giải quyết được tính từ khi hồ sơ đầy đủ, hợp lệ và được tiếp nhận.',
      'điện thoại 0239 3845 113',
    ],
  ],
  [
    'CT06',
    () => ct06(refusal),
    [
      'PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ',
      'Công an xã Toàn Lưu từ chối giải quyết hồ sơ nêu trên.',
      'Căn cứ: Luật Cư trú số 68/2020/QH14, Điều 23 khoản 1',
      'có quyền khiếu nại',
      'Nơi nhận:',
      'Trung tá Phạm Quốc Khánh',
    ],
  ],
  [
    'CT07',
    () => ct07(confirmation),
    [
      'XÁC NHẬN THÔNG TIN VỀ CƯ TRÚ',
      'Số: 31/XN',
      '5. Dân tộc: Kinh',
      '6. Tôn giáo: Không',
      'II. Thông tin các thành viên trong hộ gia đình',
      'Nguyễn Văn Được',
      'III. Nội dung xác nhận khác',
      'Từ ngày 15/06/2010 đến ngày 20/11/2026 thường trú tại thôn Bắc Quỳnh',
    ],
  ],
  [
    'CT08',
    () => ct08(result),
    [
      'THÔNG BÁO Về kết quả giải quyết, hủy bỏ đăng ký cư trú',
      'Kính gửi: Ông (bà) Nguyễn Thị Hường',
      '5. Nội dung thông báo:',
      'Đã đăng ký tạm trú cho bà Nguyễn Thị Hường',
      'KT. TRƯỞNG CÔNG AN XÃ PHÓ TRƯỞNG CÔNG AN',
    ],
  ],
  [
    'the receipt',
    () => receipt(receiptOf),
    [
      'GIẤY BIÊN NHẬN NỘP HỒ SƠ TRỰC TUYẾN',
      'QUAY.42-261124-100001',
      'ABCD-EFGH-JKLM',
      'Đã ghi nhận lúc: 09 giờ 40 phút, thứ Hai, 23/11/2026',
      'Lệ phí: 7.000 đồng',
      'Chậm nhất 09 giờ 40 phút, thứ Tư, 25/11/2026',
      'Dự kiến có kết quả: 17 giờ 00 phút, thứ Hai, 30/11/2026',
      '000 161 012 345',
      'Giấy tờ đã gửi (2 tệp)',
      'ảnh JPEG',
      '1,4 MB',
    ],
  ],
]

describe.skipIf(!hasPoppler)('a document says in Vietnamese what it must say', () => {
  test.each(samples)('%s', async (_, make, words) => {
    const text = textOf(await renderPdf(make()))

    for (const each of words) expect(text).toContain(each)
    expect(text).toContain('BẢN MÔ PHỎNG – không có giá trị pháp lý')
  })

  test('every Vietnamese letter, upright and bold, in both cases', async () => {
    const letters = [...'aăâeêioôơuưy']
      .flatMap((vowel) =>
        ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((mark) => (vowel + mark).normalize('NFC')),
      )
      .join('')
    const all = `${letters}đ`
    const text = textOf(
      await renderPdf(
        ct08({ ...result, applicant: { ...base.applicant, name: all }, content: [all.toLocaleUpperCase('vi')] }),
      ),
    )

    expect(text.replace(/ /g, '')).toContain(all)
    expect(text.replace(/ /g, '')).toContain(all.toLocaleUpperCase('vi'))
  })

  test('outside a demonstration nothing says that it is one', async () => {
    expect(textOf(await renderPdf(ct04({ ...acceptance, isDemo: false })))).not.toContain('MÔ PHỎNG')
  })

  test('a second request for a supplement says that it is one, and why', async () => {
    const text = textOf(
      await renderPdf(
        ct05({ ...supplement, round: 2, supervisorReason: 'Giấy nộp lần trước hết hạn.', isAccepted: true }),
      ),
    )

    expect(text).toContain('(yêu cầu bổ sung lần 2)')
    expect(text).toContain('Giấy nộp lần trước hết hạn.')
    expect(text).toContain('Thời gian chờ bổ sung không tính vào thời hạn giải quyết.')
    expect(text).not.toContain('một lần.')
  })

  test('the receipt of a notice promises nothing that will not come', async () => {
    const text = textOf(
      await renderPdf(
        receipt({ ...receiptOf, expected: { ...receiptOf.expected, receptionDueAt: null }, fee: 0, papers: [] }),
      ),
    )

    expect(text).toContain('hoàn tất ngay khi gửi')
    expect(text).toContain('Không thu phí')
    expect(text).toContain('Giấy tờ đã gửi: không có')
    expect(text).not.toContain('Dự kiến có kết quả')
  })

  test('the whole hash of each file can be read off the receipt', async () => {
    const text = textOf(await renderPdf(receipt(receiptOf))).replace(/ /g, '')

    for (const { sha256 } of receiptOf.papers) expect(text).toContain(sha256)
    expect(text).toContain(receiptOf.answersSha256)
  })

  test('the code on the receipt leads to the dossier, key included', async () => {
    const { data, info } = await sharp(pictureOf(await renderPdf(receipt(receiptOf))))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })

    expect(
      decodeQR(
        { width: info.width, height: info.height, data },
        { effort: Number.POSITIVE_INFINITY, timeLimit: Number.POSITIVE_INFINITY },
      ),
    ).toBe(receiptOf.trackingUrl)
  })
})

describe.skipIf(!hasPoppler)('nothing that people write breaks a page', () => {
  const longName = 'Công Tằng Tôn Nữ Nguyễn Phúc Hoàng Thị Quỳnh Trang Thanh Thảo Phương Nghi Ngọc Diệu Huyền Trân Châu'
  const oneWord = 'x'.repeat(180)
  const people = Array.from({ length: 60 }, (_, i) => ({
    name: i % 7 === 0 ? `${longName} ${i}` : `Nguyễn Văn Số ${i}`,
    relationship: 'anh, chị, em cùng cha khác mẹ',
  }))
  /** 15 mm are left free at the right; italics lean out a little. */
  const paperEdge = 595.3 - 42.5 + 2

  test('sixty members of a household: all are there, and each page has the head of the table, its number and the footer', async () => {
    for (const pdf of [
      await renderPdf(ct01({ ...declaration, members: people })),
      await renderPdf(ct07({ ...confirmation, household: people })),
    ]) {
      const pages = pagesOf(pdf)
      const text = pages.join(' ')

      expect(pages.length).toBeGreaterThan(2)
      for (const { name } of people.slice(1, 7)) expect(text).toContain(name)
      expect(text).toContain('Nguyễn Văn Số 59')
      for (const [i, page] of pages.entries()) {
        expect(page).toContain('không có giá trị pháp lý')
        expect(page).toContain(`Trang ${i + 1}/${pages.length}`)
      }
      expect(pages[1]).toContain('Họ, chữ đệm và tên')
    }
  })

  test('twenty files with long names, and long answers', async () => {
    const papers = Array.from({ length: 20 }, (_, i) => ({
      name: `Giấy thứ ${i + 1} ${longName}`,
      type: 'image/png',
      bytes: 1,
      sha256: String(i % 10).repeat(64),
    }))
    const rows = Array.from({ length: 30 }, (_, i) => ({
      label: `Câu hỏi ${i}`,
      value: i % 5 ? 'Trả lời dài '.repeat(i) : oneWord,
    }))
    const pdf = await renderPdf(receipt({ ...receiptOf, papers, sections: [{ title: 'Mục', rows }] }))
    const text = textOf(pdf)

    for (let i = 1; i <= 20; i++) expect(text).toContain(`Giấy thứ ${i} `)
    expect(text).toContain('Câu hỏi 29')
    expect(rightEdgeOf(pdf)).toBeLessThan(paperEdge)
  })

  test('words without spaces stay on the paper', async () => {
    const applicant = { ...base.applicant, name: longName, email: `${oneWord}@example.vn`, permanentAddress: oneWord }
    for (const definition of [
      ct01({ ...declaration, applicant, consents: { head: { name: oneWord, text: oneWord } } }),
      ct04({ ...acceptance, applicant, papers: [{ name: oneWord, form: 'bản chụp', note: oneWord }] }),
      ct05({ ...supplement, applicant, items: [{ subject: oneWord, reason: oneWord, message: oneWord }] }),
    ]) {
      expect(rightEdgeOf(await renderPdf(definition))).toBeLessThan(paperEdge)
    }
  })

  test('the longest text that an officer may write is printed to its last word', async () => {
    const sentences = `${'Hãy gửi đủ các trang. '.repeat(89)}HẾT`
    const lines = `${'dòng\n'.repeat(390)}HẾT`
    for (const definition of [sentences, lines].flatMap((long) => [
      ct05({
        ...supplement,
        items: [
          { subject: 'Hợp đồng', reason: 'Thiếu trang', message: long },
          { subject: 'Giấy khác', reason: 'Mờ', message: 'Chụp lại.' },
        ],
      }),
      ct06({ ...refusal, reason: long }),
      ct07({ ...confirmation, other: [long, long] }),
      ct08({ ...result, content: [long] }),
      receipt({ ...receiptOf, sections: [{ title: 'Mục', rows: [{ label: 'Nội dung khác', value: long }] }] }),
      ct01({ ...declaration, consents: { owner: { name: 'Lê Văn Đỗ', text: long } } }),
    ])) {
      expect(textOf(await renderPdf(definition))).toContain('HẾT')
    }
  })

  test('markup, code and turned letters are printed as they are, or not at all', async () => {
    const hostile = '<b>đậm</b> &amp; {"text":"x"} $y \\u0041 %PDF /JS (a) =1+1 \u202Egpj.exe'
    const text = textOf(
      await renderPdf(ct04({ ...acceptance, requestText: hostile, applicant: { ...base.applicant, name: hostile } })),
    )

    expect(text).toContain('<b>đậm</b> &amp; {"text":"x"} $y \\u0041 %PDF /JS (a) =1+1 gpj.exe')
  })
})

test.each(samples)('%s has the same bytes whenever it is made from the same facts', async (_, make) => {
  const first = await renderPdf(make())

  expect((await renderPdf(make())).equals(first)).toBe(true)
})

test('the desk takes its own documents as papers', async () => {
  expect(inspectPdf(await renderPdf(receipt(receiptOf)))).toBeUndefined()
})

test.each([
  ['an address of the web', 'https://example.com/a.png'],
  ['a file of this machine', '/etc/passwd'],
  ['a file by address', 'file:///etc/passwd'],
])('%s is never opened, even if a definition names it', async (_, src) => {
  const real = globalThis.fetch
  let fetched = 0
  globalThis.fetch = async () => {
    fetched += 1
    throw new Error('fetched')
  }
  try {
    const definition = ct08(result)
    await expect(renderPdf({ ...definition, images: { x: src }, content: [{ image: 'x' }] })).rejects.toThrow(
      /denied by resource access policy/,
    )
    expect(fetched).toBe(0)
  } finally {
    globalThis.fetch = real
  }
})
