import { readFile } from 'node:fs/promises'
import * as z from 'zod/mini'
import { judgeReceiptFile } from '#shared/certificates/receipt-file.ts'
import { publicKeysView, type ReceiptContent } from '#shared/certificates/schemas.ts'
import type { PublicKey } from '#shared/certificates/signed-text.ts'
import { formatInstant } from '#shared/text/format.ts'

export interface VerifyReceiptOptions {
  /** A saved answer of `GET /api/keys`: then nothing is asked of anybody. */
  keys?: string | undefined
  /** The desk whose keys are asked for; the file itself is not sent. */
  url: string
}

/**
 * `desk verify-receipt FILE`: whether a receipt (JSON or PDF) is the desk's and unchanged, and what it says. Exit code
 * 0 for a genuine one, 1 for any other, 2 when it could not be judged.
 */
export async function runVerifyReceipt(
  file: string | undefined,
  { keys, url }: VerifyReceiptOptions,
  out: { write(text: string): unknown } = process.stdout,
): Promise<number> {
  if (!file) {
    out.write('Cách dùng: npm run desk -- verify-receipt TỆP [--keys keys.json] [--url http://localhost:3000]\n')

    return 2
  }
  const judged = await judgeReceiptFile(await readFile(file), await readKeys(keys, url))
  out.write(`${sentences(judged).join('\n')}\n`)

  return judged.is === 'genuine' || judged.is === 'genuine_pdf' ? 0 : 1
}

/** The desk's public keys, from a saved file or from the desk itself. */
export async function readKeys(path: string | undefined, url: string): Promise<PublicKey[]> {
  const { keys } = z.parse(publicKeysView, path ? JSON.parse(await readFile(path, 'utf8')) : await fetchKeys(url))

  return keys.map(({ kid, x, retired }) => ({ kid, x, isRetired: retired }))
}

async function fetchKeys(url: string): Promise<unknown> {
  const answer = await fetch(new URL('/api/keys', url)).catch(() => undefined)
  if (!answer?.ok)
    throw new Error(`Không lấy được khóa của quầy ở ${url}. Mở quầy (npm start), hoặc đưa tệp khóa: --keys keys.json`)

  return answer.json()
}

function sentences(judged: Awaited<ReturnType<typeof judgeReceiptFile>>): string[] {
  switch (judged.is) {
    case 'genuine':
      return [
        'Biên nhận thật, đúng từng chữ như quầy đã cấp.',
        ...oldKey(judged.isOldKey),
        ...contentOf(judged.receipt),
      ]
    case 'genuine_pdf':
      return [
        'Biên nhận thật: tệp PDF còn nguyên từng byte như quầy đã cấp.',
        ...oldKey(judged.isOldKey),
        `Mã hồ sơ: ${judged.code}`,
        `Nộp lúc: ${formatInstant(new Date(judged.filedAt))}`,
      ]
    case 'altered':
      return ['KHÔNG HỢP LỆ: tệp đã bị sửa, không khớp với chữ ký của quầy.']
    case 'unknown_key':
      return ['KHÔNG HỢP LỆ: tệp được ký bằng khóa mà quầy này chưa từng có.']
    case 'unreadable':
      return ['KHÔNG HỢP LỆ: đây không phải tệp biên nhận của quầy.']
  }
}

const oldKey = (isOld: boolean) => (isOld ? ['Ký bằng khóa cũ của quầy.'] : [])

const contentOf = (receipt: ReceiptContent): string[] => [
  `Mã hồ sơ: ${receipt.code}`,
  `Thủ tục: ${receipt.procedure.name}`,
  `Nơi nhận: ${receipt.unit.name}`,
  `Nộp lúc: ${formatInstant(new Date(receipt.filedAt))}`,
  `Người nộp: ${receipt.applicantName}`,
  ...receipt.sections.flatMap(({ title, rows }) => [
    '',
    title,
    ...rows.map(([label, value]) => `  ${label}: ${value}`),
  ]),
  ...(receipt.papers.length > 0 ? ['', 'Giấy tờ đã gửi'] : []),
  ...receipt.papers.map(({ name, bytes, sha256 }) => `  ${name} (${bytes} byte) SHA-256 ${sha256}`),
]
