import { fold, toneKey } from '../text/fold.ts'
import type { UnitType } from './types.ts'

/** What somebody typed, taken apart: a commune's name, perhaps its type, and the places said around it. */
export interface UnitQuery {
  /** Ways to read the commune's name, the likeliest first. */
  names: readonly QueryName[]
  /** Places said beside the name: a former district, mostly. */
  around: readonly DistrictHint[]
}

export interface QueryName {
  folded: string
  tone: string
  type?: UnitType
}

/** A district by its bare folded name; `kind` only when it was said ("thị xã Kỳ Anh" is not "huyện Kỳ Anh"). */
export interface DistrictHint {
  name: string
  kind?: DistrictKind
}

export type DistrictKind = 'huyen' | 'thi xa' | 'thanh pho'

/**
 * Reads "xã Lưu Vĩnh Sơn, Thạch Hà", "p. Trần Phú", "Số 5, xã Toàn Lưu, tỉnh Hà Tĩnh".
 *
 * The first part is taken for the commune's name, and any later part that says its type. A prefix that may
 * belong to the name ("Phương Mỹ" folds to begin like "phường") is read both ways. The bare words "Hà Tĩnh"
 * are the province and tell nothing; "thành phố Hà Tĩnh" is the former city.
 */
export function readUnitQuery(text: string): UnitQuery {
  const parts = text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => fold(part) !== '')
  const names: QueryName[] = []
  const around: DistrictHint[] = []

  parts.forEach((part, position) => {
    const district = readDistrict(fold(part))
    const readings = readNames(part)
    const saysType = readings.some(({ type }) => type !== undefined)

    if (district?.kind !== undefined) around.push(district)
    else if (position === 0 || saysType) names.push(...readings)
    else if (district !== undefined) around.push(district)
  })

  return { names, around }
}

/** A district as said in a folded text, or `undefined` when the text names the province or nothing. */
export function readDistrict(folded: string): DistrictHint | undefined {
  for (const [prefix, kind] of districtPrefixes) {
    if (folded.startsWith(`${prefix} `)) return { name: folded.slice(prefix.length + 1), kind }
  }
  if (folded === '' || provinceWords.includes(folded)) return undefined

  return { name: folded }
}

function readNames(part: string): QueryName[] {
  const whole: QueryName = { folded: fold(part), tone: toneKey(part) }
  const prefix = unitPrefixes.find(({ folded }) => whole.folded.startsWith(`${folded} `))
  if (prefix === undefined) return [whole]

  const stripped: QueryName = {
    folded: whole.folded.slice(prefix.folded.length + 1),
    tone: whole.tone.split(' ').slice(prefix.folded.split(' ').length).join(' '),
    type: prefix.type,
  }

  return [stripped, whole]
}

const districtPrefixes: readonly [string, DistrictKind][] = [
  ['huyen', 'huyen'],
  ['h', 'huyen'],
  ['thi xa', 'thi xa'],
  ['tx', 'thi xa'],
  ['thanh pho', 'thanh pho'],
  ['tp', 'thanh pho'],
]

const unitPrefixes: readonly { folded: string; type: UnitType }[] = [
  { folded: 'cong an xa', type: 'Xã' },
  { folded: 'cong an phuong', type: 'Phường' },
  { folded: 'thi tran', type: 'Thị trấn' },
  { folded: 'dac khu', type: 'Đặc khu' },
  { folded: 'phuong', type: 'Phường' },
  { folded: 'xa', type: 'Xã' },
  { folded: 'tt', type: 'Thị trấn' },
  { folded: 'p', type: 'Phường' },
  { folded: 'x', type: 'Xã' },
]

const provinceWords = ['ha tinh', 'tinh ha tinh', 'viet nam', 'vn']
