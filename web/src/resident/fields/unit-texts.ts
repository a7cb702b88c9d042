import { formTexts as texts } from '#shared/i18n/form.ts'
import type { UnitSearchItem } from '#shared/units/schemas.ts'
import { unitInSentence, unitTitleOfPast } from '#shared/units/unit-names.ts'
import { say } from '../reader.ts'

/** `Xã Lưu Vĩnh Sơn (huyện Thạch Hà cũ)`: the district tells namesakes apart. */
export const placeTitle = (unit: UnitSearchItem): string => say(unitTitleOfPast(unit))

/** `nay thuộc xã Toàn Lưu`; nothing for a unit of today. */
export function nowText({ edition, code, now }: UnitSearchItem): string {
  const names = now.map((unit) => say(unitInSentence(unit)))
  if (now.length > 1) return say(texts.communeDivided(names.join(', ')))
  const [only] = now

  return only && (edition !== newestEdition || only.code !== code) ? say(texts.communeNow(names.join(', '))) : ''
}

const newestEdition = '2025-07'
