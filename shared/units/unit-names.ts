import type { Bilingual } from '../text/bilingual.ts'
import type { EditionFacts, PlaceType, Unit } from './types.ts'

type Named = Pick<Unit, 'name' | 'district'> & { type: PlaceType }

const englishTypes: Record<PlaceType, string> = {
  Xã: 'commune',
  Phường: 'ward',
  'Thị trấn': 'township',
  'Đặc khu': 'special zone',
  Tỉnh: 'province',
}

/** "Xã Toàn Lưu", to stand alone or begin a sentence. */
export const unitTitle = ({ type, name }: Named): Bilingual => ({
  vi: `${type} ${name}`,
  en: `${name} ${englishTypes[type]}`,
})

/** "xã Toàn Lưu", inside a sentence. */
export const unitInSentence = (unit: Named): Bilingual => ({
  vi: lowerFirst(unitTitle(unit).vi),
  en: unitTitle(unit).en,
})

/** "Xã Lưu Vĩnh Sơn (huyện Thạch Hà cũ)": all districts ended on 1 July 2025, so each is a former one. */
export function unitTitleOfPast(unit: Named): Bilingual {
  const { vi, en } = unitTitle(unit)
  if (unit.district === undefined) return { vi, en }

  return { vi: `${vi} (${lowerFirst(unit.district)} cũ)`, en: `${en} (former ${districtInEnglish(unit.district)})` }
}

/** "xã Lưu Vĩnh Sơn (huyện Thạch Hà cũ)", inside a sentence. */
export const unitInSentenceOfPast = (unit: Named): Bilingual => ({
  vi: lowerFirst(unitTitleOfPast(unit).vi),
  en: unitTitleOfPast(unit).en,
})

/** "Công an xã Toàn Lưu": the police unit of a commune, or of the province. That each commune has exactly one is assumed, not confirmed. */
export const policeOf = (unit: Named): Bilingual => ({
  vi: `Công an ${lowerFirst(unit.type)} ${unit.name}`,
  en: `Police of ${unitTitle(unit).en}`,
})

/** "2020–2024", "từ 7/2025": tells two units of one name apart in a list. Months only when an edition is not whole years. */
export function editionSpan({ from, until }: EditionFacts): Bilingual {
  if (until === undefined) return { vi: `từ ${monthOf(from)}`, en: `since ${monthOf(from)}` }
  const isWholeYears = (from === undefined || from.endsWith('-01-01')) && until.endsWith('-12-31')
  const lastText = isWholeYears ? until.slice(0, 4) : monthOf(until)
  if (from === undefined) return { vi: `đến ${lastText}`, en: `until ${lastText}` }

  const firstText = isWholeYears ? from.slice(0, 4) : monthOf(from)

  return { vi: `${firstText}–${lastText}`, en: `${firstText}–${lastText}` }
}

const monthOf = (day = '') => `${Number(day.slice(5, 7))}/${day.slice(0, 4)}`

function districtInEnglish(district: string): string {
  const [, kind = '', name = ''] = /^(Huyện|Thị xã|Thành phố|Quận) (.+)$/.exec(district) ?? []
  const kinds: Record<string, string> = {
    Huyện: 'district',
    'Thị xã': 'town',
    'Thành phố': 'city',
    Quận: 'urban district',
  }

  return kind === '' ? district : `${name} ${kinds[kind]}`
}

const lowerFirst = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1)
