import { expect, test } from 'vitest'
import type { Field } from '#shared/catalogue/types.ts'
import { readAnswers } from './read-answers.ts'

const label = { vi: 'Mục', en: 'Item' }
const field = (kind: Field['kind'], more: object = {}) => ({ name: 'it', label, kind, ...more }) as Field

test.each([
  ['a date in three boxes', field('date'), { day: '5', month: '3', year: '1990' }, '1990-03-05'],
  ['digits with dots and spaces', field('date'), { day: ' 05.', month: '/3', year: '1990 ' }, '1990-03-05'],
  ['half a date, to be refused by the check', field('date'), { day: '5', month: '', year: '1990' }, '1990-00-05'],
  ['a date that nobody typed', field('date'), { day: '', month: '', year: '' }, undefined],
  ['yes', field('yesNo'), 'yes', true],
  ['no', field('yesNo'), 'no', false],
  ['neither', field('yesNo'), '', undefined],
  ['a text of spaces', field('text', { maxLength: 9 }), '   ', undefined],
  [
    'a period with one end',
    field('period'),
    { from: { day: '1', month: '2', year: '2027' }, to: {} },
    { from: '2027-02-01' },
  ],
  [
    'a unit from the list, without what the screen shows of it',
    field('address'),
    { unit: { edition: '2023', code: '18082', name: 'Đại Nài', now: [] }, now: '18073', detail: 'Số 5', unknown: '' },
    { unit: { edition: '2023', code: '18082' }, now: '18073', detail: 'Số 5' },
  ],
  [
    'a unit that is in no list',
    field('address'),
    { unknown: 'xã X, Nghệ An', detail: 'Thôn 3' },
    { unknown: 'xã X, Nghệ An', detail: 'Thôn 3' },
  ],
  ['only the house', field('address'), { detail: 'Thôn 3' }, { detail: 'Thôn 3' }],
  [
    'the list before the free text',
    field('address'),
    { unit: { edition: '2025-07', code: '18073' }, unknown: 'x' },
    { unit: { edition: '2025-07', code: '18073' } },
  ],
  ['a commune police unit', field('unit'), { code: '18073', name: 'Thành Sen' }, '18073'],
  [
    'people',
    field('people', {
      fields: [
        { name: 'born', label, kind: 'date' },
        { name: 'isHead', label, kind: 'yesNo' },
      ],
    }),
    [{ born: { day: '1', month: '1', year: '2020' }, isHead: 'no' }],
    [{ born: '2020-01-01', isHead: false }],
  ],
])('reads %s', (_, asked, typed, expected) => {
  expect(readAnswers([asked], { it: typed })).toEqual(expected === undefined ? {} : { it: expected })
})
