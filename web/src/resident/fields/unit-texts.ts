import { formTexts as texts } from '#shared/i18n/form.ts'
import type { UnitSearchItem } from '#shared/units/schemas.ts'
import { say } from '../reader.ts'

/** `Xã Lưu Vĩnh Sơn (Huyện Thạch Hà cũ)`: the district tells namesakes apart. */
export function placeTitle({ type, name, district }: UnitSearchItem): string {
  return `${type} ${name}${district ? ` (${say(texts.formerDistrict(district))})` : ''}`
}

/** `nay thuộc Xã Toàn Lưu`; nothing for a unit of today. */
export function nowText({ edition, code, now }: UnitSearchItem): string {
  const names = now.map(({ type, name }) => `${type} ${name}`)
  if (now.length > 1) return say(texts.communeDivided(names.join(', ')))
  const [only] = now

  return only && (edition !== newestEdition || only.code !== code) ? say(texts.communeNow(names.join(', '))) : ''
}

const newestEdition = '2025-07'
