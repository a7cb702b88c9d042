import type { Content } from 'pdfmake/interfaces'
import { formatDay } from '#shared/text/format.ts'
import { closing, fitsOnPage, paragraph, qrCode, type Signature, subtitle } from './blocks.ts'
import type { Commander, DocumentFacts, PoliceUnit } from './inputs.ts'
import { capitals, officialTime, policeName, signedName } from './words.ts'

/**
 * The head of the unit, or a deputy who signs for him ("KT.", NĐ 30/2020/NĐ-CP Phụ lục I mục II.7). A document that is
 * signed digitally says by whom, for which unit and when (NĐ 30/2020/NĐ-CP, Phụ lục I mục II.8).
 */
export function commanderSignature(unit: PoliceUnit, commander: Commander, isDemo = false): Signature {
  const head = `TRƯỞNG CÔNG AN ${capitals(unit.type)}`
  const office = commander.isDeputy ? [`KT. ${head}`, 'PHÓ TRƯỞNG CÔNG AN'] : [head]
  const name = signedName(commander)
  const { signedAt } = commander
  if (!signedAt) return { office, how: '(Ký, ghi rõ họ tên, đóng dấu)', name }
  const lines = [
    `Ký số bởi: ${commander.name}`,
    policeName(unit),
    `Lúc ${officialTime(signedAt)}, ${formatDay(signedAt)}`,
    ...(isDemo ? ['Chứng thư thử nghiệm'] : []),
  ]

  return { office, how: '(Đã ký số)', name, instead: lines.join('\n') }
}

interface SignedFacts extends DocumentFacts {
  commander: Commander
  verifyUrl?: string
}

/**
 * The end of a result: its last sentences, and with the last of them the signature. Beside the signature, a code by
 * which whoever is shown this paper finds out whether the desk made it.
 */
export function withSignature(
  texts: readonly string[],
  { applicant, code, unit, commander, verifyUrl, isDemo }: SignedFacts,
  title?: string,
): Content[] {
  const last = texts.slice(-1).filter((text) => fitsOnPage(text))
  const before = last.length > 0 ? texts.slice(0, -1) : texts
  const heading = title ? [subtitle(title)] : []

  return [
    ...(before.length > 0 ? heading : []),
    ...before.map((text) => paragraph(text)),
    closing(
      {
        last: [...(before.length > 0 ? [] : heading), ...last.map((text) => paragraph(text))],
        to: [`Ông (bà) ${applicant.name}`, `Lưu: hồ sơ ${code}`],
        beside: verifyUrl ? verification(verifyUrl) : [],
      },
      commanderSignature(unit, commander, isDemo),
    ),
  ]
}

/** 40 mm: the signed code is long, and half a millimetre to a module is what old cameras still tell apart. */
const codeWidth = 114

export const verification = (url: string): Content[] => [
  { stack: [qrCode(url, codeWidth)], margin: [0, 6, 0, 0] },
  { text: 'Quét mã để kiểm tra giấy này', fontSize: 10, italics: true },
]
