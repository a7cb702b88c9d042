import type { DividedPart, DividedUnit, Edition } from './types.ts'

const partsOfDaiNai: readonly DividedPart[] = [
  {
    code: '18073',
    isLand: false,
    hint: {
      vi: 'Phần của phường Đại Nài cũ đã nhập vào phường Thành Sen',
      en: 'The part of former Đại Nài that joined Thành Sen',
    },
  },
  {
    code: '18652',
    isLand: false,
    hint: { vi: 'Phần còn lại của phường Đại Nài cũ', en: 'The rest of former Đại Nài' },
  },
]

const partsOfKyLoi: readonly DividedPart[] = [
  {
    code: '18754',
    isLand: false,
    hint: { vi: 'Nhà ở khu tái định cư thuộc phường Sông Trí', en: 'A home in the resettlement area in Sông Trí' },
  },
  {
    code: '18823',
    isLand: true,
    hint: { vi: 'Nơi nằm trên đất của xã Kỳ Lợi cũ', en: 'A place on the land of former Kỳ Lợi' },
  },
  {
    code: '18832',
    isLand: false,
    hint: {
      vi: 'Nhà ở khu tái định cư thuộc phường Hoành Sơn (các xã Kỳ Phương, Kỳ Nam cũ)',
      en: 'A home in the resettlement area in Hoành Sơn (former Kỳ Phương and Kỳ Nam)',
    },
  },
]

/**
 * The two communes that Resolution 1665/NQ-UBTVQH15 divided, in both editions in which they existed.
 *
 * The resolution lists no street and no hamlet for either, so nobody but the resident can tell. Of Kỳ Lợi it
 * says more: the whole land went to Vũng Áng, the people to Sông Trí and Hoành Sơn, where they had been
 * resettled. That those of Hoành Sơn live in former Kỳ Phương and Kỳ Nam is from the press.
 */
export const dividedUnits: readonly DividedUnit[] = (['2023', '2025-01'] satisfies Edition[]).flatMap((edition) => [
  {
    ref: { edition, code: '18082' },
    question: {
      vi: 'Phường Đại Nài cũ được chia cho hai phường, và nghị quyết không kê tên đường hay tổ dân phố. Nơi này nay thuộc phường nào?',
      en: 'The former Đại Nài ward was divided between two wards, and the resolution lists no streets. Which ward is this place in now?',
    },
    source: 'Nghị quyết 1665/NQ-UBTVQH15 Điều 1',
    parts: partsOfDaiNai,
  },
  {
    ref: { edition, code: '18796' },
    question: {
      vi: 'Đất của xã Kỳ Lợi cũ nay thuộc phường Vũng Áng; người dân đã tái định cư thì thuộc phường Sông Trí hoặc phường Hoành Sơn. Nơi này nay thuộc phường nào?',
      en: 'The land of the former Kỳ Lợi commune is in Vũng Áng ward now; people who were resettled belong to Sông Trí or Hoành Sơn ward. Which ward is this place in now?',
    },
    source: 'Nghị quyết 1665/NQ-UBTVQH15 Điều 1',
    parts: partsOfKyLoi,
  },
])
