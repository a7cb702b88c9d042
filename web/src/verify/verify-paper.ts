import { codeIn } from '#shared/certificates/certificate-code.ts'
import { type Judged, judgeCertificate } from '#shared/certificates/judge-certificate.ts'
import type { Verdict } from '#shared/certificates/schemas.ts'
import { CannotVerify, openSigned } from '#shared/certificates/signed-text.ts'
import { verdictWords } from '#shared/certificates/verdict-words.ts'
import { verifyTexts as texts } from '#shared/i18n/verify.ts'
import { formatInstant, formatIsoDay, localDayOf } from '#shared/text/format.ts'
import { keepOffline } from './keep-offline.ts'
import { language, say, show, type Tone, unitName } from './show.ts'
import { readTrusted, type Trusted } from './trusted.ts'

/**
 * The page `/kt`: answers on this device what the code of a paper is worth. A scanned QR opens it with the code behind
 * `#`, which no server ever sees.
 */
const form = document.getElementById('verify-form')
const field = document.getElementById('ma')

if (form instanceof HTMLFormElement && field instanceof HTMLTextAreaElement) {
  form.addEventListener('submit', (event) => {
    // The other button asks the desk: that is the form's own way.
    if (event.submitter instanceof HTMLButtonElement && event.submitter.name === 'ask') return
    event.preventDefault()
    void answer(codeIn(field.value))
  })
  addEventListener('hashchange', () => takeScanned(field))
  takeScanned(field)
  void keepOffline()
}

function takeScanned(into: HTMLTextAreaElement) {
  if (location.hash.length < 2) return
  into.value = location.hash.slice(1)
  void answer(codeIn(into.value))
}

async function answer(code: string): Promise<void> {
  if (code === '') return show({ verdict: 'none', tone: 'plain', title: texts.needCode, advice: [] })
  const trusted = await readTrusted().catch(() => undefined)
  if (!trusted) return show({ verdict: 'none', tone: 'plain', title: texts.keysMissing, advice: [] })
  try {
    if (await showReceipt(code, trusted)) return
    const today = localDayOf(new Date())
    showJudged(
      await judgeCertificate(code, { keys: trusted.keys, revoked: trusted.revoked ?? { ids: [] }, today }),
      trusted,
    )
  } catch (error) {
    if (!(error instanceof CannotVerify)) throw error
    show({ verdict: 'none', tone: 'plain', title: texts.cannot, advice: [] })
  }
}

const tones: Readonly<Record<Verdict, Tone>> = {
  valid: 'good',
  expired: 'yours',
  old_key: 'yours',
  revoked: 'bad',
  altered: 'bad',
  forged: 'bad',
  unreadable: 'plain',
}

function showJudged({ verdict, certificate }: Judged, { revoked }: Trusted) {
  const { title, advice } = verdictWords[verdict]
  const list = revoked ? texts.listFrom(formatInstant(new Date(revoked.at), language)) : texts.listMissing
  show({
    verdict,
    tone: verdict === 'valid' && !revoked ? 'yours' : tones[verdict],
    title,
    advice: certificate ? [advice, list] : [advice],
    rows: certificate
      ? [
          [say(texts.form), certificate.form],
          [say(texts.number), certificate.number],
          [say(texts.unit), unitName(certificate.unitCode)],
          [say(texts.dossier), certificate.code],
          [say(texts.issuedOn), formatIsoDay(certificate.issuedOn)],
          [say(texts.expiresOn), certificate.expiresOn ? formatIsoDay(certificate.expiresOn) : say(texts.noEnd)],
          [say(texts.holder), certificate.holder],
        ]
      : [],
  })
}

/** The code of a printed receipt: tells of one filing. False when it is none. */
async function showReceipt(code: string, { keys }: Trusted): Promise<boolean> {
  const opened = await openSigned(code, 'quay-qr', keys)
  if (opened.is !== 'genuine' || !Array.isArray(opened.payload)) return false
  const [dossier, unit, filedAt, hash] = opened.payload.map(String)
  if (!dossier || !unit || !filedAt || !hash) return false
  show({
    verdict: 'receipt',
    tone: opened.key.isRetired ? 'yours' : 'good',
    title: texts.receiptGenuine,
    advice: [texts.receiptQrAdvice, ...(opened.key.isRetired ? [texts.oldKey] : [])],
    rows: [
      [say(texts.dossier), dossier],
      [say(texts.unit), unitName(unit)],
      [say(texts.filedAt), formatInstant(new Date(filedAt), language)],
      [say(texts.receiptHash), hash],
    ],
  })

  return true
}
