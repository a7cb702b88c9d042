import type { Bilingual, Language } from '../text/bilingual.ts'
import { formatDay, formatInstant, formatMoney, formatTime } from '../text/format.ts'
import { type FactKind, type MessageTemplate, type MessageText, messageTemplates } from './templates.ts'

/** What every template may say besides its own facts. */
export interface MessageFrame {
  code: string
  /** "Công an xã Toàn Lưu". */
  unit: Bilingual
  /** The page where a dossier is followed, without any key in it. */
  link: string
}

/** A message ready to be sent. `text` has both languages, `sms` is one short message of at most 160 letters. */
export interface FilledMessage {
  subject: Bilingual
  text: string
  /** The Vietnamese text alone, to be said on the telephone. */
  spoken: string
  sms: string
}

const smsLetters = 160

const whereFollowed: Bilingual = {
  vi: 'Theo dõi hồ sơ: {link} (cần mã hồ sơ và mã tra cứu trên giấy biên nhận).',
  en: 'Follow the dossier: {link} (both codes of the receipt are needed).',
}

/**
 * Puts the facts into a template. A fact that the template does not know, or that is missing, is a bug and throws:
 * a resident must never read `{dueAt}`.
 *
 * A short message that would grow over 160 letters loses its last sentences, never the middle of a word or an address.
 */
export function fillTemplate(
  template: MessageTemplate,
  facts: Readonly<Record<string, string>>,
  frame: MessageFrame,
): FilledMessage {
  const text: MessageText = messageTemplates[template]
  const say = (words: string, language: Language) =>
    words.replace(/\{(\w+)\}/g, (_whole, name: string) => factText(text, name, facts, frame, language))
  const inBoth = ({ vi, en }: Bilingual): Bilingual => ({ vi: say(vi, 'vi'), en: say(en, 'en') })
  const body = inBoth(text.body)
  const closing = inBoth(text.closing ?? whereFollowed)
  const sms = withoutMarks(
    text.sms.replace(/\{(\w+)\}/g, (_whole, name: string) => shortFactText(text, name, facts, frame)),
  )

  return {
    subject: inBoth(text.subject),
    text: ['Kính gửi ông/bà,', body.vi, closing.vi, '– – –', body.en, closing.en].join('\n\n'),
    spoken: body.vi,
    sms: shortened(sms),
  }
}

function factText(
  { facts: kinds }: MessageText,
  name: string,
  facts: Readonly<Record<string, string>>,
  frame: MessageFrame,
  language: Language,
): string {
  if (name === 'code') return frame.code
  if (name === 'link') return frame.link
  if (name === 'unit') return frame.unit[language]
  const { kind, value } = factOf(kinds, name, facts)
  if (kind === 'instant') return formatInstant(new Date(value), language)
  if (kind === 'money') return formatMoney(Number(value), language)

  return value
}

/** In a short message a date has no weekday, and an address no scheme. */
function shortFactText(
  { facts: kinds }: MessageText,
  name: string,
  facts: Readonly<Record<string, string>>,
  frame: MessageFrame,
): string {
  if (name === 'code') return frame.code
  if (name === 'link') return frame.link.replace(/^https?:\/\//, '')
  if (name === 'unit') return frame.unit.vi
  const { kind, value } = factOf(kinds, name, facts)
  if (kind === 'instant') return `${formatTime(new Date(value))} ${formatDay(new Date(value))}`
  if (kind === 'money') return formatMoney(Number(value))

  return value
}

function factOf(kinds: MessageText['facts'], name: string, facts: Readonly<Record<string, string>>) {
  const kind: FactKind | undefined = kinds[name]
  const value = facts[name]
  if (!kind || value === undefined) throw new Error(`a message lacks its fact “${name}”`)

  return { kind, value }
}

/** Vietnamese without its marks, letter for letter: what every telephone shows and every network counts as one. */
export const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')

function shortened(text: string): string {
  let kept = text
  while (kept.length > smsLetters) {
    const end = kept.replace(/\s+$/, '').lastIndexOf('. ', kept.length - 2)
    if (end < 0) return kept.slice(0, smsLetters)
    kept = kept.slice(0, end + 1)
  }

  return kept
}
