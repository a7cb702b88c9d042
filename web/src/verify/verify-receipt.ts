import { judgeReceiptFile } from '#shared/certificates/receipt-file.ts'
import type { ReceiptContent } from '#shared/certificates/schemas.ts'
import { CannotVerify } from '#shared/certificates/signed-text.ts'
import { verifyTexts as texts } from '#shared/i18n/verify.ts'
import { formatInstant } from '#shared/text/format.ts'
import { keepOffline } from './keep-offline.ts'
import { language, say, show, unitName } from './show.ts'
import { readTrusted } from './trusted.ts'

/** The page `/kt/bien-nhan`: reads a receipt's file on this device and says whether it is the desk's, to the letter. */
const chooser = document.getElementById('tep')

if (chooser instanceof HTMLInputElement) {
  chooser.addEventListener('change', () => {
    const [file] = chooser.files ?? []
    if (file) void answer(file)
  })
  void keepOffline()
}

async function answer(file: File): Promise<void> {
  const trusted = await readTrusted().catch(() => undefined)
  if (!trusted) return show({ verdict: 'none', tone: 'plain', title: texts.keysMissing, advice: [] })
  try {
    const judged = await judgeReceiptFile(new Uint8Array(await file.arrayBuffer()), trusted.keys)
    switch (judged.is) {
      case 'genuine':
        return show({
          verdict: 'genuine',
          tone: judged.isOldKey ? 'yours' : 'good',
          title: texts.receiptGenuine,
          advice: [texts.receiptAdvice, ...(judged.isOldKey ? [texts.oldKey] : [])],
          rows: rowsOf(judged.receipt),
        })
      case 'genuine_pdf':
        return show({
          verdict: 'genuine',
          tone: judged.isOldKey ? 'yours' : 'good',
          title: texts.receiptGenuine,
          advice: [texts.receiptPdfAdvice, ...(judged.isOldKey ? [texts.oldKey] : [])],
          rows: [
            [say(texts.dossier), judged.code],
            [say(texts.unit), unitName(judged.unitCode)],
            [say(texts.filedAt), formatInstant(new Date(judged.filedAt), language)],
          ],
        })
      case 'altered':
        return show({
          verdict: 'altered',
          tone: 'bad',
          title: texts.receiptAltered,
          advice: [texts.receiptAlteredAdvice],
        })
      case 'unknown_key':
        return show({ verdict: 'forged', tone: 'bad', title: texts.receiptForged, advice: [texts.receiptForgedAdvice] })
      case 'unreadable':
        return show({
          verdict: 'unreadable',
          tone: 'plain',
          title: texts.receiptUnreadable,
          advice: [texts.receiptUnreadableAdvice],
        })
    }
  } catch (error) {
    if (!(error instanceof CannotVerify)) throw error
    show({ verdict: 'none', tone: 'plain', title: texts.cannot, advice: [] })
  }
}

const rowsOf = (receipt: ReceiptContent): [string, string][] => [
  [say(texts.dossier), receipt.code],
  [say(texts.unit), receipt.unit.name],
  [say(texts.filedAt), formatInstant(new Date(receipt.filedAt), language)],
  [say(texts.applicant), receipt.applicantName],
  ...(receipt.assisted ? [[say(texts.assisted), receipt.assisted] satisfies [string, string]] : []),
  ...receipt.sections.flatMap(({ rows }) => rows),
  ...receipt.papers.map(({ name, sha256 }): [string, string] => [`${say(texts.papers)}: ${name}`, sha256]),
]
