import { sayIn } from '#shared/i18n/say.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'

/** The reader's language, as the server wrote it on the page. */
export const language = document.documentElement.lang === 'en' ? 'en' : 'vi'
export const say = sayIn(language)

export type Tone = 'good' | 'yours' | 'bad' | 'plain'

export interface Shown {
  /** Said to tests and to style sheets: the verdict's own name. */
  verdict: string
  tone: Tone
  title: Bilingual
  advice: readonly Bilingual[]
  rows?: readonly (readonly [string, string])[]
}

/** Puts an answer on the page, as text and never as markup: what it says came from a stranger's paper. */
export function show({ verdict, tone, title, advice, rows = [] }: Shown): void {
  const place = document.getElementById('ket-qua')
  if (!place) return
  const box = element('div', `callout ${tone}`)
  box.dataset.verdict = verdict
  const inner = element('div')
  inner.append(element('h2', '', say(title)), ...advice.map((text) => element('p', '', say(text))))
  if (rows.length > 0) {
    const list = element('dl', 'facts')
    for (const [label, value] of rows) {
      const row = element('div')
      row.append(element('dt', '', label), element('dd', '', value))
      list.append(row)
    }
    inner.append(list)
  }
  box.append(inner)
  place.replaceChildren(box)
}

/** How a unit is called, from the page itself; one that it does not know keeps its code. */
export function unitName(code: string): string {
  const option = document.querySelector<HTMLOptionElement>(`#don-vi option[value="${CSS.escape(code)}"]`)

  return option?.label ?? code
}

function element(name: string, className = '', text = ''): HTMLElement {
  const made = document.createElement(name)
  if (className) made.className = className
  if (text) made.textContent = text

  return made
}
