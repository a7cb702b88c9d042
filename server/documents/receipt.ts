import type { Content, TableCell } from 'pdfmake/interfaces'
import { formatLongDay, formatMoney } from '#shared/text/format.ts'
import { columnWidths, gridLayout, keptTogether, qrCode, subtitle, titledLayout, titleRow } from './blocks.ts'
import type { ReceiptFacts } from './inputs.ts'
import { heading, onPaper, titleLines } from './page.ts'
import type { DocumentDefinition } from './render-pdf.ts'
import { fileSize, hashGroups, officialTime, plain, policeName } from './words.ts'

/**
 * Giấy biên nhận nộp hồ sơ: proof of what was filed and when, for the one who filed it.
 *
 * Anyone who kept the files can compare their hashes with it. Large letters and whole sentences: it is read by
 * people of sixty, on paper, without their phone.
 */
export function receipt(facts: ReceiptFacts): DocumentDefinition {
  const isOnline = facts.channel === 'online'

  return onPaper({ ...facts, madeAt: facts.filedAt, title: 'Giấy biên nhận nộp hồ sơ', fontSize: 14 }, [
    ...heading({ ...facts, madeAt: facts.filedAt }),
    ...titleLines(isOnline ? 'GIẤY BIÊN NHẬN NỘP HỒ SƠ TRỰC TUYẾN' : 'GIẤY BIÊN NHẬN HỒ SƠ'),
    keys(facts),
    line('Người nộp', facts.applicantName, true),
    ...(facts.assisted ? [line('Giúp nhập', facts.assisted)] : []),
    line('Thủ tục', facts.procedureName, true),
    line('Nơi nhận hồ sơ', policeName(facts.unit)),
    line('Đã ghi nhận lúc', `${officialTime(facts.filedAt)}, ${formatLongDay(facts.filedAt)}`),
    line('Lệ phí', formatMoney(facts.fee)),
    subtitle('Ngày hẹn'),
    ...appointments(facts),
    subtitle('Việc tiếp theo'),
    nextSteps(facts),
    ...facts.sections.map(answers),
    facts.papers.length > 0 ? papers(facts) : subtitle('Giấy tờ đã gửi: không có'),
    {
      text: ['Mã kiểm tra (SHA-256) của phần kê khai: ', { text: hashGroups(facts.answersSha256) }],
      fontSize: 10,
      margin: [0, 4, 0, 4],
    },
    proof(facts),
  ])
}

const line = (label: string, value: string, bold = false): Content => ({
  text: [`${label}: `, { text: plain(value), bold }],
  margin: [0, 0, 0, 4],
})

/** Both codes and their QR code in one frame: what must not be lost. */
const keys = ({ code, trackingKey, trackingUrl }: ReceiptFacts): Content => ({
  table: {
    widths: columnWidths([undefined, 112]),
    body: [
      [
        {
          margin: [6, 8, 0, 6],
          stack: [
            { text: 'Mã hồ sơ', fontSize: 12 },
            { text: plain(code), bold: true, fontSize: 18, margin: [0, 0, 0, 6] },
            { text: 'Mã tra cứu', fontSize: 12 },
            { text: plain(trackingKey), bold: true, fontSize: 18, margin: [0, 0, 0, 6] },
            {
              text: 'Cần cả hai mã để xem hồ sơ. Hãy giữ kín mã tra cứu: ai có cả hai mã thì xem được hồ sơ này.',
              fontSize: 12,
            },
          ],
        },
        {
          stack: [qrCode(trackingUrl, 112), { text: 'Quét để xem hồ sơ', fontSize: 11, alignment: 'center' }],
          verticalAlignment: 'middle',
        },
      ],
    ],
  },
  layout: gridLayout,
  margin: [0, 2, 0, 10],
})

function appointments({ expected, unit }: ReceiptFacts): Content[] {
  const { receptionDueAt, dueAt, provisional } = expected
  if (!receptionDueAt)
    return [{ text: 'Đã được tiếp nhận và hoàn tất ngay khi gửi. Không phải chờ kết quả.', margin: [0, 0, 0, 4] }]

  return [
    {
      text: [
        'Chậm nhất ',
        { text: when(receptionDueAt), bold: true },
        `: ${policeName(unit)} tiếp nhận hồ sơ, hoặc báo còn thiếu gì, hoặc từ chối và nói rõ lý do.`,
      ],
      margin: [0, 0, 0, 4],
    },
    {
      text: [
        'Dự kiến có kết quả: ',
        { text: when(dueAt), bold: true },
        '. Ngày hẹn chính thức ghi trên phiếu tiếp nhận.',
      ],
      margin: [0, 0, 0, 4],
    },
    ...(provisional
      ? [
          {
            text: 'Ngày này là tạm tính vì lịch nghỉ năm sau chưa được công bố đầy đủ.',
            italics: true,
            margin: [0, 0, 0, 4],
          } satisfies Content,
        ]
      : []),
  ]
}

const when = (at: Date) => `${officialTime(at)}, ${formatLongDay(at)}`

function nextSteps({ expected, fee, unit, trackingPage }: ReceiptFacts): Content {
  const place = plain(trackingPage)
  const contact = [unit.address, unit.phone && `điện thoại ${unit.phone}`].filter(Boolean).join(', ')
  const steps = expected.receptionDueAt
    ? [
        'Không phải đến hỏi. Khi hồ sơ sang bước mới hoặc còn thiếu giấy tờ, quầy sẽ báo qua số điện thoại hoặc email đã ghi.',
        `Xem hồ sơ đang ở bước nào: quét mã ở trên, hoặc vào ${place} và nhập hai mã.`,
        ...(fee > 0
          ? [
              `Lệ phí ${formatMoney(fee)} nộp khi có thông báo. Chưa phải nộp lúc này, và không nộp cho ai qua điện thoại.`,
            ]
          : []),
        `Nếu cần giúp, hãy mang giấy này đến ${policeName(unit)}${contact ? ` (${plain(contact)})` : ''}.`,
      ]
    : [`Xem lại thông báo đã gửi: quét mã ở trên, hoặc vào ${place} và nhập hai mã.`]

  return { ol: steps.map((text): Content => ({ text, margin: [0, 0, 0, 3] })), margin: [0, 0, 0, 4] }
}

const answers = ({ title, rows }: ReceiptFacts['sections'][number]): Content => ({
  table: {
    widths: columnWidths([170, undefined]),
    headerRows: 1,
    ...keptTogether(...rows.flatMap(({ label, value }) => [label, value])),
    body: [
      titleRow(title, 2),
      ...rows.map(({ label, value }): TableCell[] => [
        { text: plain(label), color: '#333333', border: [false, false, false, true] },
        { text: plain(value), border: [false, false, false, true] },
      ]),
    ],
  },
  layout: titledLayout,
  fontSize: 13,
  margin: [0, 0, 0, 4],
})

const fileNote =
  'Mã kiểm tra cho biết tệp có còn nguyên như lúc gửi hay không. Giấy biên nhận này do hệ thống tự lập khi hồ sơ được ghi nhận.'
const signedNote =
  'Quầy đã ký điện tử giấy này. Ai cũng kiểm tra được: quét mã bên cạnh, hoặc mở tệp ở trang /kt/bien-nhan; tệp không bị gửi đi đâu.'

/** How anybody finds out that the desk made this receipt, and that nothing in it was changed since. */
function proof({ verifyUrl }: ReceiptFacts): Content {
  const text = { text: verifyUrl ? `${fileNote} ${signedNote}` : fileNote, italics: true, fontSize: 12 } as const
  if (!verifyUrl) return text

  return {
    unbreakable: true,
    columns: [
      { ...text, width: '*' },
      { width: proofCodeWidth, stack: [qrCode(verifyUrl, proofCodeWidth)] },
    ],
    columnGap: 12,
  }
}

/** 40 mm: half a millimetre to a module, which old cameras still tell apart. */
const proofCodeWidth = 114

const kinds: Readonly<Record<string, string>> = {
  'image/jpeg': 'ảnh JPEG',
  'image/png': 'ảnh PNG',
  'image/webp': 'ảnh WebP',
  'application/pdf': 'PDF',
}

const papers = ({ papers: received }: ReceiptFacts): Content => ({
  table: {
    headerRows: 2,
    ...keptTogether(...received.map(({ name }) => name)),
    widths: columnWidths([24, undefined, 70, 170]),
    body: [
      titleRow(`Giấy tờ đã gửi (${received.length} tệp)`, 4),
      ['TT', 'Giấy tờ', 'Loại, cỡ', 'Mã kiểm tra (SHA-256)'].map(
        (text): TableCell => ({ text, bold: true, alignment: 'center' }),
      ),
      ...received.map(({ name, type, bytes, sha256 }, i): TableCell[] => [
        { text: String(i + 1), alignment: 'center' },
        { text: plain(name) },
        { text: `${kinds[type] ?? plain(type)}\n${fileSize(bytes)}`, alignment: 'center' },
        { text: hashGroups(sha256), fontSize: 9.5 },
      ]),
    ],
  },
  layout: titledLayout,
  fontSize: 12,
  margin: [0, 2, 0, 6],
})
