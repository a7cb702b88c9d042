const families =
  'Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Hà Trịnh Mai Đoàn Lương Tô Cao'.split(
    ' ',
  )
const middles =
  'Văn Văn Thị Thị Thị Hữu Đức Minh Ngọc Thanh Quang Xuân Đình Thu Kim Gia Bảo Hoài Anh Công Trọng Tuấn Khánh Phương Mỹ Diệu'.split(
    ' ',
  )
const givens =
  'An Ân Anh Ánh Bình Châu Chi Chiến Cường Dung Dũng Dương Đạt Đức Giang Hà Hạ Hải Hạnh Hằng Hân Hiền Hiếu Hoa Hòa Hóa Hoàng Hồng Huệ Hùng Hưng Huy Huyền Hương Khánh Khoa Lan Loan Linh Long Lộc Lợi Mai Minh My Mỹ Nam Nga Ngân Ngọc Nguyên Nhân Nhung Oanh Phong Phúc Phương Quân Quang Quý Quyên Sơn Tài Tâm Tân Thái Thành Thanh Thảo Thắng Thịnh Thu Thủy Thúy Tiến Toàn Trang Trinh Trung Tú Tuấn Tùng Uyên Vân Việt Vinh Vy Xuân Yến'.split(
    ' ',
  )

/** How names come to be written otherwise at a counter, on a telephone or by a scanner. */
export const mangles = [
  'no marks',
  'old tone place',
  'turned round',
  'swapped letters',
  'missing letter',
  'double letter',
  'no middle',
  'by ear',
] as const
export type Mangle = (typeof mangles)[number]

/** A stream of numbers from 0 to 1 that is the same for the same seed. */
export function numbers(seed: number): () => number {
  let state = seed

  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296

    return state / 4_294_967_296
  }
}

const pick = (random: () => number, from: readonly string[]) => from[Math.floor(random() * from.length)] ?? ''

/** So many different names, as common and as close to each other as those of a commune are. */
export function namesOf(random: () => number, count: number): string[] {
  const names = new Set<string>()
  while (names.size < count) {
    const middle = random() < 0.35 ? `${pick(random, middles)} ${pick(random, middles)}` : pick(random, middles)
    names.add(`${pick(random, families)} ${middle} ${pick(random, givens)}`)
  }

  return [...names]
}

/** The same person's name, written otherwise. */
export function mangle(random: () => number, kind: Mangle, name: string): string {
  const words = name.split(' ')
  switch (kind) {
    case 'no marks':
      return plain(name)
    case 'old tone place':
      return oldTonePlace(name).toUpperCase()
    case 'turned round':
      return [...words.slice(-1), ...words.slice(0, -1)].join(' ')
    case 'no middle':
      return words.length < 3 ? plain(name) : [words[0], ...words.slice(2)].join(' ')
    case 'by ear':
      return byEar(name)
    default:
      return slip(random, kind, words)
  }
}

/** Without any mark, in small letters. */
export const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()

const oldTonePlace = (name: string) =>
  name.replace(/òa/g, 'oà').replace(/óa/g, 'oá').replace(/ủy/g, 'uỷ').replace(/úy/g, 'uý').replace(/ỹ\b/g, 'ỹ')

const byEar = (name: string) => {
  const heard = name
    .replace(/ỹ$/, 'ĩ')
    .replace(/ý$/, 'í')
    .replace(/Tr(?=\S*$)/, 'Ch')
    .replace(/S(?=\S*$)/, 'X')

  return heard === name ? plain(name) : heard
}

/** One slip of the finger in the longest word. */
function slip(random: () => number, kind: Mangle, words: readonly string[]): string {
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best))
  const at = 1 + Math.floor(random() * (longest.length - 2))
  const [before, letter, next, after] = [
    longest.slice(0, at),
    longest[at],
    longest[at + 1] ?? '',
    longest.slice(at + 2),
  ]
  const slipped =
    kind === 'swapped letters'
      ? before + next + letter + after
      : kind === 'missing letter'
        ? before + next + after
        : before + letter + letter + next + after

  return words.map((word) => (word === longest ? slipped : word)).join(' ')
}
