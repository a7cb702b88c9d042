import { expect, test } from 'vitest'
import { normalizeAnswers } from './normalize-answers.ts'
import { stayNotice } from './procedures/stay-notice.ts'
import { temporaryResidence } from './procedures/temporary-residence.ts'

test('texts are composed, trimmed and freed of what cannot be seen; numbers lose their spaces', () => {
  expect(
    normalizeAnswers(temporaryResidence, {
      applicantName: '  Nguyễn  Thị\u200b Minh Anh '.normalize('NFD'),
      applicantIdentity: '000.195-000 001',
      phone: '+84 912.345.678',
      email: ' ',
      note: ' dòng một \r\n dòng hai ',
      dwelling: { unit: { edition: '2023', code: '18634' }, detail: ' Phòng  5 ', now: '' },
      hasMembers: false,
      period: { from: '', to: '' },
      members: [{ name: ' ', identity: '' }, { name: 'A  B', identity: '000 219 000 002' }, 'x'],
      unknown: { kept: ' as is ' },
    }),
  ).toEqual({
    applicantName: 'Nguyễn Thị Minh Anh',
    applicantIdentity: '000195000001',
    phone: '0912345678',
    note: 'dòng một \n dòng hai',
    dwelling: { unit: { edition: '2023', code: '18634' }, detail: 'Phòng 5' },
    hasMembers: false,
    members: [{ name: 'A B', identity: '000219000002' }, 'x'],
    unknown: { kept: 'as is' },
  })
})

test('a passport is written in capitals', () => {
  expect(normalizeAnswers(stayNotice, { guests: [{ identity: 'c01 x00-t47' }] })).toEqual({
    guests: [{ identity: 'C01X00T47' }],
  })
})

test.each([null, 'text', 7, [1]])('%j is no set of answers and comes back as it is', (answers) => {
  expect(normalizeAnswers(temporaryResidence, answers)).toBe(answers)
})
