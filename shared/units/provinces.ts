import type { Bilingual } from '../text/bilingual.ts'
import { fold } from '../text/fold.ts'

/** A province of today, or one that went into one of today's. */
export interface Province {
  name: string
  isCity: boolean
  /** The province of today that it went into. */
  now?: string
}

/** Centrally run cities, before and after the mergers. */
const cities = ['Hà Nội', 'Huế', 'Hải Phòng', 'Đà Nẵng', 'Hồ Chí Minh', 'Cần Thơ']

/** The 34 provinces since 12 June 2025 (Nghị quyết 202/2025/QH15 Điều 1; from memory, not compared with the text). */
const provincesOfToday = [
  'Hà Nội',
  'Huế',
  'Lai Châu',
  'Điện Biên',
  'Sơn La',
  'Lạng Sơn',
  'Quảng Ninh',
  'Thanh Hóa',
  'Nghệ An',
  'Hà Tĩnh',
  'Cao Bằng',
  'Tuyên Quang',
  'Lào Cai',
  'Thái Nguyên',
  'Phú Thọ',
  'Bắc Ninh',
  'Hưng Yên',
  'Hải Phòng',
  'Ninh Bình',
  'Quảng Trị',
  'Đà Nẵng',
  'Quảng Ngãi',
  'Gia Lai',
  'Khánh Hòa',
  'Lâm Đồng',
  'Đắk Lắk',
  'Hồ Chí Minh',
  'Đồng Nai',
  'Tây Ninh',
  'Cần Thơ',
  'Vĩnh Long',
  'Đồng Tháp',
  'Cà Mau',
  'An Giang',
]

/** Former provinces, by the one of today that each went into (the same resolution). */
const wentInto: Record<string, readonly string[]> = {
  Huế: ['Thừa Thiên Huế'],
  'Tuyên Quang': ['Hà Giang'],
  'Lào Cai': ['Yên Bái'],
  'Thái Nguyên': ['Bắc Kạn'],
  'Phú Thọ': ['Vĩnh Phúc', 'Hòa Bình'],
  'Bắc Ninh': ['Bắc Giang'],
  'Hưng Yên': ['Thái Bình'],
  'Hải Phòng': ['Hải Dương'],
  'Ninh Bình': ['Hà Nam', 'Nam Định'],
  'Quảng Trị': ['Quảng Bình'],
  'Đà Nẵng': ['Quảng Nam'],
  'Quảng Ngãi': ['Kon Tum'],
  'Gia Lai': ['Bình Định'],
  'Khánh Hòa': ['Ninh Thuận'],
  'Lâm Đồng': ['Đắk Nông', 'Bình Thuận'],
  'Đắk Lắk': ['Phú Yên'],
  'Hồ Chí Minh': ['Bà Rịa - Vũng Tàu', 'Bình Dương'],
  'Đồng Nai': ['Bình Phước'],
  'Tây Ninh': ['Long An'],
  'Cần Thơ': ['Sóc Trăng', 'Hậu Giang'],
  'Vĩnh Long': ['Bến Tre', 'Trà Vinh'],
  'Đồng Tháp': ['Tiền Giang'],
  'Cà Mau': ['Bạc Liêu'],
  'An Giang': ['Kiên Giang'],
}

const provinces = new Map<string, Province>([
  ...provincesOfToday.map((name): [string, Province] => [fold(name), { name, isCity: cities.includes(name) }]),
  ...Object.entries(wentInto).flatMap(([now, names]) =>
    names.map((name): [string, Province] => [fold(name), { name, isCity: false, now }]),
  ),
])

const own = fold('Hà Tĩnh')

/**
 * Another province that a written address certainly names, or `undefined` in any doubt.
 *
 * Certain is only a province said as one: behind "tỉnh", "thành phố" or "TP", or alone in a part after the first
 * ("xã Nghi Lâm, Nghệ An"). Communes may be called like provinces, so a bare first part is no province; and a text
 * that names Hà Tĩnh anywhere is never outside it.
 */
export function otherProvinceIn(text: string): Province | undefined {
  if (` ${fold(text)} `.includes(` ${own} `)) return undefined
  const parts = text.split(/[,;\n–]|\s-\s/).map(fold)

  return parts.flatMap((part, position) => {
    const said = /(?:^| )(?:tinh|thanh pho|tp) (.+)$/.exec(part)?.[1]
    const province = provinces.get(said ?? (position > 0 ? part : ''))

    return province ? [province] : []
  })[0]
}

/** "tỉnh Nghệ An", "thành phố Đà Nẵng", "tỉnh Thái Bình (nay thuộc tỉnh Hưng Yên)". */
export function provinceInSentence({ name, isCity, now }: Province): Bilingual {
  const before = { vi: `${isCity ? 'thành phố' : 'tỉnh'} ${name}`, en: isCity ? `${name} city` : `${name} province` }
  if (now === undefined) return before
  const after = { vi: `${cities.includes(now) ? 'thành phố' : 'tỉnh'} ${now}`, en: now }

  return { vi: `${before.vi} (nay thuộc ${after.vi})`, en: `${before.en} (now ${after.en})` }
}
