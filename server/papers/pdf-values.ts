/** The values of a PDF that matter here. Strings are read over, never kept. */
export type PdfValue =
  | { kind: 'name'; name: string }
  | { kind: 'number'; number: number }
  | { kind: 'reference' }
  | { kind: 'array'; items: PdfValue[] }
  | { kind: 'dictionary'; entries: Map<string, PdfValue>; hasDuplicates: boolean }
  | { kind: 'other' }

/** Every name that stood anywhere inside the value, decoded; and where reading stopped. */
export interface ReadValue {
  value: PdfValue
  names: Set<string>
  end: number
}

/** How many bytes may still be looked at; hostile files are made to be read over and over. */
export interface ReadBudget {
  left: number
}

const maxDepth = 60
const isSpace = (c: string | undefined) => c !== undefined && '\0\t\n\f\r '.includes(c)
const isRegular = (c: string | undefined) => c !== undefined && !'\0\t\n\f\r ()<>[]{}/%'.includes(c)

/**
 * Reads one value (ISO 32000-1 §7.3) from latin1 text. Undefined when there is none: callers try places that may
 * hold anything, such as the inside of a photo.
 */
export function readPdfValue(text: string, from: number, budget: ReadBudget): ReadValue | undefined {
  const reader = new Reader(text, from, budget)
  const value = reader.value(0)

  return value && { value, names: reader.names, end: reader.at }
}

/** `/Java#53cript` is `JavaScript`: a name may write any of its bytes in hexadecimal. */
export const decodeName = (raw: string) =>
  raw.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

class Reader {
  readonly names = new Set<string>()
  at: number
  private readonly text: string
  private readonly budget: ReadBudget

  constructor(text: string, at: number, budget: ReadBudget) {
    this.text = text
    this.at = at
    this.budget = budget
  }

  value(depth: number): PdfValue | undefined {
    this.skipSpace()
    const c = this.text[this.at]
    if (c === undefined || depth > maxDepth || this.budget.left <= 0) return undefined
    if (c === '/') return this.nameValue()
    if (c === '(') return this.literalString()
    if (c === '[') return this.array(depth)
    if (c === '<') return this.text[this.at + 1] === '<' ? this.dictionary(depth) : this.hexString()
    if (isRegular(c)) return this.numberOrWord()

    return undefined
  }

  private array(depth: number): PdfValue | undefined {
    const items: PdfValue[] = []
    this.step(1)
    for (;;) {
      this.skipSpace()
      if (this.text[this.at] === ']') break
      const item = this.value(depth + 1)
      if (!item) return undefined
      items.push(item)
    }
    this.step(1)

    return { kind: 'array', items }
  }

  private dictionary(depth: number): PdfValue | undefined {
    const entries = new Map<string, PdfValue>()
    let hasDuplicates = false
    this.step(2)
    for (;;) {
      this.skipSpace()
      if (this.text.startsWith('>>', this.at)) break
      if (this.text[this.at] !== '/') return undefined
      const key = this.name()
      const value = this.value(depth + 1)
      if (!value) return undefined
      if (entries.has(key)) hasDuplicates = true
      entries.set(key, value)
    }
    this.step(2)

    return { kind: 'dictionary', entries, hasDuplicates }
  }

  private nameValue(): PdfValue {
    return { kind: 'name', name: this.name() }
  }

  private name(): string {
    const from = this.at + 1
    this.step(1)
    while (isRegular(this.text[this.at])) this.step(1)
    const name = decodeName(this.text.slice(from, this.at))
    this.names.add(name)

    return name
  }

  private literalString(): PdfValue | undefined {
    let open = 0
    while (this.at < this.text.length && this.budget.left > 0) {
      const c = this.text[this.at]
      this.step(c === '\\' ? 2 : 1)
      if (c === '(') open += 1
      if (c === ')') open -= 1
      if (open === 0) return { kind: 'other' }
    }

    return undefined
  }

  private hexString(): PdfValue | undefined {
    const end = this.text.indexOf('>', this.at)
    this.step((end === -1 ? this.text.length : end + 1) - this.at)

    return end === -1 ? undefined : { kind: 'other' }
  }

  private numberOrWord(): PdfValue | undefined {
    const word = this.word()
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word))
      return ['true', 'false', 'null'].includes(word) ? { kind: 'other' } : undefined
    const reference = /^[\0\t\n\f\r ]{1,8}\d{1,5}[\0\t\n\f\r ]{1,8}R(?=[\0\t\n\f\r ()<>[\]{}/%]|$)/.exec(
      this.text.slice(this.at, this.at + 24),
    )
    if (!reference) return { kind: 'number', number: Number(word) }
    this.step(reference[0].length)

    return { kind: 'reference' }
  }

  private word(): string {
    const from = this.at
    while (isRegular(this.text[this.at])) this.step(1)

    return this.text.slice(from, this.at)
  }

  private skipSpace() {
    for (;;) {
      while (isSpace(this.text[this.at])) this.step(1)
      if (this.text[this.at] !== '%') return
      while (this.at < this.text.length && this.text[this.at] !== '\n' && this.text[this.at] !== '\r') this.step(1)
    }
  }

  private step(bytes: number) {
    this.at += bytes
    this.budget.left -= bytes
  }
}
