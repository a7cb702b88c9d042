import type { Content } from 'pdfmake/interfaces'
import { formatTime, localDayOf } from '#shared/text/format.ts'
import { columnWidths, digitBoxes, field, fieldPair, fitsOnPage, grid } from './blocks.ts'
import type { ConsentFacts, DeclarationFacts } from './inputs.ts'
import { memberColumns, memberRow } from './member-table.ts'
import { motto, onPaper, titleLines } from './page.ts'
import type { DocumentDefinition } from './render-pdf.ts'
import { capitals, dayOr, officialDay, plain, policeName } from './words.ts'

/** The printed form has nine rows for members of the household; more people get more rows. */
const memberRows = 9

/**
 * Tờ khai thay đổi thông tin cư trú, filled from the answers: the paper that the dossier holds and that a person may
 * be asked to sign at the counter (TT 116/2026/TT-BCA, mẫu CT01).
 */
export function ct01(facts: DeclarationFacts): DocumentDefinition {
  const { applicant, head = {}, unit } = facts

  return onPaper({ ...facts, title: 'Tờ khai thay đổi thông tin cư trú', fontSize: 12 }, [
    {
      text: 'Mẫu CT01 ban hành kèm theo Thông tư số 116/2026/TT-BCA\nngày 29/6/2026 của Bộ trưởng Bộ Công an',
      alignment: 'right',
      fontSize: 10,
      italics: true,
      margin: [0, 0, 0, 4],
    },
    ...motto(),
    ...titleLines('TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ'),
    {
      text: ['Kính gửi', note(1), ': ', { text: policeName(unit), bold: true }],
      alignment: 'center',
      margin: [0, 0, 0, 8],
    },
    field('1. Họ, chữ đệm và tên khai sinh', capitals(applicant.name), true),
    fieldPair(['2. Ngày, tháng, năm sinh', dayOr(applicant.birthDate)], ['3. Giới tính', applicant.gender]),
    numbered('4. Số định danh cá nhân', applicant.identity),
    fieldPair(['5. Số điện thoại liên hệ', applicant.phone], ['6. Email', applicant.email]),
    withNote('7. Họ, chữ đệm và tên chủ hộ', 2, head.name && capitals(head.name)),
    field('8. Mối quan hệ với chủ hộ', head.relationship),
    numbered('9. Số định danh cá nhân của chủ hộ', head.identity),
    withNote('10. Nội dung đề nghị', 3, facts.requestText),
    members(facts),
    consents(facts),
  ])
}

const note = (number: number) => ({ text: ` (${number})`, fontSize: 8 })

const withNote = (label: string, number: number, value: string | undefined): Content => ({
  text: [label, note(number), ': ', plain(value ?? '') || '…………………………'],
  margin: [0, 0, 0, 4],
})

const numbered = (label: string, digits: string | undefined): Content => ({
  columns: [
    { width: 'auto', text: `${label}:`, margin: [0, 1, 0, 0] },
    { width: '*', stack: [digitBoxes(digits)] },
  ],
  columnGap: 8,
  margin: [0, 0, 0, 4],
})

function members({ members: people }: DeclarationFacts): Content {
  const empty = Array.from({ length: Math.max(0, memberRows - people.length) }, () => ['', '', '', '', '', ''])

  return grid(memberColumns('Mối quan hệ với chủ hộ'), [...people.map(memberRow), ...empty], {
    title: '11. Những thành viên trong hộ gia đình cùng thay đổi:',
    isTitleBold: false,
  })
}

/** Fields (4) to (7), side by side as on the form: date, whose, what was said or the place to write it, and the name. */
function consents({ consents: said, applicant, isOnline, filedAt, unit }: DeclarationFacts): Content {
  const columns = [
    consent('Ý KIẾN CỦA CHỦ HỘ', 4, said.head, unit.name),
    consent('Ý KIẾN CỦA CHỦ SỞ HỮU CHỖ Ở HỢP PHÁP', 5, said.owner, unit.name),
    consent('Ý KIẾN CỦA CHA, MẸ HOẶC NGƯỜI GIÁM HỘ', 6, said.guardian, unit.name),
    [
      dated(unit.name, localDayOf(filedAt)),
      title('NGƯỜI KÊ KHAI', 7),
      {
        text: isOnline ? `Nộp trực tuyến lúc ${formatTime(filedAt)}, không phải ký` : '(Ký, ghi rõ họ tên)',
        italics: true,
      },
      { text: plain(applicant.name), bold: true },
    ],
  ]

  return {
    table: {
      widths: columnWidths(
        columns.map(() => undefined),
        3,
      ),
      heights: (row) => (row === 2 ? 46 : 'auto'),
      body: [0, 1, 2, 3].map((row) => columns.map((column) => column[row] ?? {})),
    },
    layout: {
      defaultBorder: false,
      paddingLeft: () => 3,
      paddingRight: () => 3,
      paddingTop: () => 0,
      paddingBottom: () => 3,
    },
    unbreakable: fitsOnPage(...[said.head, said.owner, said.guardian].map((each) => each?.text ?? '')),
    fontSize: 10,
    alignment: 'center',
  }
}

const consent = (whose: string, number: number, said: ConsentFacts | undefined, place: string): Content[] => [
  dated(place, said?.day),
  title(whose, number),
  { text: plain(said?.text ?? ''), italics: true },
  {
    text: [
      { text: plain(said?.name ?? ''), bold: true },
      ...(said?.vneidIdentity ? [`\nSố ĐDCN: ${plain(said.vneidIdentity)}`] : []),
    ],
  },
]

const title = (text: string, number: number): Content => ({ text: [text, note(number)], bold: true })

const dated = (place: string, day: string | undefined): Content => ({
  text: day ? `${plain(place)},\n${officialDay(day)}` : '……………,\nngày…tháng…năm………',
  italics: true,
})
