const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

const onset = 'ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx]'
const nucleus = [
  'oai|oay|oao|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|iêu|yêu',
  'ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê',
  '[aăâeêioôơuưy]',
].join('|')
const whole = new RegExp(`^(?:${onset})?(?:${nucleus})(?:ch|ng|nh|[cmnpt])?$`)

/**
 * Whether letters can be one syllable of Vietnamese as it is written: `Nguyễn` and `Anh` can, and what an input method
 * or a keyboard makes of them cannot: `Nguyeenx`, `Nguye64n`, `Nguyen`.
 *
 * It knows the shape and not the words: `Bụt` and `Bứt` are both syllables.
 */
export function isVietnameseSyllable(letters: string): boolean {
  const apart = letters.toLowerCase().normalize('NFD')
  if ((apart.match(tones)?.length ?? 0) > 1) return false

  return whole.test(apart.replace(tones, '').normalize('NFC'))
}
