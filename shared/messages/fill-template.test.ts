import { expect, test } from 'vitest'
import { fillTemplate, withoutMarks } from './fill-template.ts'
import { type MessageText, messageTemplateNames, messageTemplates } from './templates.ts'

/** The longest of what a province's desk says: a unit's name, a code, the address. */
const frame = {
  code: 'QUAY.42-261124-100023',
  unit: { vi: 'Công an phường Nam Hồng Lĩnh', en: 'Police of Nam Hồng Lĩnh ward' },
  link: 'https://quay.hatinh.gov.vn/tra-cuu',
}
const facts: Record<string, string> = {
  answerBy: '2026-11-24T10:00:00.000Z',
  dueAt: '2026-11-27T10:00:00.000Z',
  from: '2026-11-27T10:00:00.000Z',
  to: '2026-11-30T10:00:00.000Z',
  until: '2026-12-27T10:00:00.000Z',
  reason: 'Nghỉ bù Quốc khánh (Quyết định 123/QĐ-TTg)',
  amount: '15000',
  password: '048213',
  consentLink: 'https://quay.hatinh.gov.vn/y-kien#AB12CD34EF56',
  trackingKey: '7GQ2-M4XK-09TR',
  at: '2026-11-27T00:30:00.000Z',
}

/** What must never fall out of a message: the dossier's code, or what confirms a filing that is no dossier yet. */
const kept = (template: string): string => (template === 'confirmation_code' ? '048213' : frame.code)

test.each(messageTemplateNames)('“%s” is complete in both languages, with every fact written out', (template) => {
  const { subject, text, sms } = fillTemplate(template, facts, frame)

  for (const words of [subject.vi, subject.en, text, sms]) {
    expect(words).not.toBe('')
    expect(words).not.toMatch(/[{}]|undefined|NaN|Invalid/)
  }
  expect(text).toContain(kept(template))
})

test.each(messageTemplateNames)('“%s” is one short message of plain letters that keeps its code', (template) => {
  const { sms } = fillTemplate(template, facts, frame)

  expect(sms.length).toBeLessThanOrEqual(160)
  expect(sms).toMatch(/^[\x20-\x7e]+$/)
  expect(sms).toContain(kept(template))
})

test('no template asks for more than it says it needs', () => {
  for (const template of messageTemplateNames) {
    const { facts: kinds, subject, body, sms, closing }: MessageText = messageTemplates[template]
    const used = [subject.vi, subject.en, body.vi, body.en, sms, closing?.vi ?? '', closing?.en ?? ''].flatMap(
      (words) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
    )
    const known = [...Object.keys(kinds), 'code', 'unit', 'link']
    for (const name of used) expect(known).toContain(name)
    for (const name of Object.keys(kinds)) expect(used).toContain(name)
  }
})

test('a message that lacks a fact is never sent with a hole in it', () => {
  expect(() => fillTemplate('accepted', {}, frame)).toThrow('dueAt')
})

test('marks are taken off letter for letter', () => {
  expect(withoutMarks('Đã nhận hồ sơ ở phường Hà Huy Tập')).toBe('Da nhan ho so o phuong Ha Huy Tap')
})
