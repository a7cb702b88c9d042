/**
 * Text as people look for it: without diacritics, case or punctuation, words apart by one space.
 *
 * `Hòa` and `Hoà` (two spellings of one word, both valid NFC) fold alike, and so do NFC and NFD. `Đ` is a
 * letter of its own in Unicode and does not decompose, so it is named here; so are `Ð` (eth, which some
 * keyboards give for `Đ` and which looks the same) and `ƀ` of the Ê Đê and Gia Rai alphabets.
 * Letters of other scripts become spaces.
 *
 * The generated columns of the database use `desk_fold` (db/migrations/0000_fold.sql), which must stay equal
 * to this function: tests/db/fold.test.ts compares the two.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐðÐƀɃ]/g, (letter) => barredLetters[letter] ?? letter)
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .toLowerCase()
    .trim()
}

const barredLetters: Record<string, string> = { đ: 'd', Đ: 'd', ð: 'd', Ð: 'd', ƀ: 'b', Ƀ: 'b' }

/**
 * Like `fold`, but keeps every mark: a tone mark moves to the end of its word.
 *
 * Tells `Thạch Hạ` from `Thạch Hà`, and still takes `Hòa` and `Hoà` for one word. For ranking those who
 * typed the marks; never for storing.
 */
export function toneKey(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.replace(toneMarks, '') + [...word].filter((mark) => isToneMark.test(mark)).join(''))
    .join(' ')
    .normalize('NFC')
}

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g
const isToneMark = /^[\u0300\u0301\u0303\u0309\u0323]$/
