import { expect, test } from 'vitest'
import { itemsOf, messageFor, startingRow, subjectsOf } from './supplement-subjects.ts'

const name = (vi: string) => ({ vi, en: vi })
const paper = (kind: string) => ({
  id: crypto.randomUUID(),
  kind,
  name: name(kind),
  sha256: '',
  bytes: 1,
  type: 'image/jpeg' as const,
  status: 'clean' as const,
})

const dossier = {
  papersNeeded: [
    { kind: 'lease', name: name('Hợp đồng thuê nhà'), received: true },
    { kind: 'consent', name: name('Văn bản đồng ý'), received: false },
  ],
  papers: [paper('lease'), paper('lease'), paper('photo')],
  sections: [
    {
      title: name('Người đăng ký'),
      rows: [{ path: 'members/1/identity', label: name('Số định danh'), value: name('000…') }],
    },
  ],
}

test('the checklist walks over every needed paper, every other paper once, and every answer', () => {
  expect(subjectsOf(dossier).map(({ subject }) => subject)).toEqual(['lease', 'consent', 'photo', 'members/1/identity'])
})

test('a missing paper is ticked with its sentence from the start', () => {
  const [lease, consent] = subjectsOf(dossier)

  expect(lease && startingRow(lease).ticked).toBe(false)
  expect(consent && startingRow(consent)).toMatchObject({ ticked: true, reason: 'paper-missing' })
  expect(consent && startingRow(consent).message).toContain('Văn bản đồng ý')
})

test('the ready sentence of a reason that is unknown is empty, and is not sent by mistake', () => {
  const [lease] = subjectsOf(dossier)

  expect(lease && messageFor('no-such-reason', lease)).toBe('')
})

test('only what is ticked is asked for', () => {
  const subjects = subjectsOf(dossier)
  const rows = subjects.map(startingRow)

  expect(itemsOf(subjects, rows)).toEqual([
    { subject: 'consent', subjectKind: 'paper', reason: 'paper-missing', message: rows[1]?.message },
  ])
})
