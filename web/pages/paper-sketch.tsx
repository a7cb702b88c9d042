import type { ReactNode } from 'react'

/** Lines of writing, from the left edge `x` for `widths` pixels each, beginning at `y`. */
const writing = (x: number, y: number, widths: readonly number[]) =>
  widths.map((width, line) => <path key={`${y} ${width}`} d={`M${x} ${y + line * 5}h${width}`} />)

/** Two leaves beside each other: a book of land rights, a marriage or birth certificate in its cover. */
const booklet = (
  <>
    <path d="M6 8h24v32H6zM30 8h24v32H30z" />
    {writing(10, 15, [16, 12, 15])}
    {writing(34, 15, [15, 10])}
    <circle cx="44" cy="33" r="4" />
  </>
)

/** A sheet with two signatures below: a contract, a paper of loan or consent. */
const contract = (
  <>
    <path d="M14 4h32v40H14z" />
    {writing(22, 10, [16])}
    {writing(18, 17, [24, 22, 24])}
    <path d="M18 38q3-5 5 0t5-1M34 38q3-5 5 0t4-1" />
  </>
)

/** A sheet with a round stamp: what an office has certified. */
const stamped = (
  <>
    <path d="M14 4h32v40H14z" />
    {writing(22, 10, [16])}
    {writing(18, 17, [24, 20, 24])}
    <circle cx="38" cy="36" r="5" />
    <circle cx="38" cy="36" r="2.5" />
  </>
)

/** A card with a portrait. */
const card = (
  <>
    <rect x="6" y="10" width="48" height="30" rx="3" />
    <circle cx="17" cy="21" r="4" />
    <path d="M10 34q7-10 14 0" />
    {writing(29, 18, [20, 16, 20])}
  </>
)

const sketches: readonly { of: RegExp; sketch: ReactNode }[] = [
  { of: /lease|loan|consent|contract|agreement/, sketch: contract },
  { of: /ownership|land|marriage|birth|book/, sketch: booklet },
  { of: /identity|passport|card/, sketch: card },
]

/** What kind of paper is meant, drawn small: its name stands beside it, so screen readers pass it over. */
export function PaperSketch({ kind }: { kind: string }) {
  const sketch = sketches.find(({ of }) => of.test(kind.toLowerCase()))?.sketch ?? stamped

  return (
    <svg viewBox="0 0 60 48" className="sketch" aria-hidden="true" focusable="false">
      {sketch}
    </svg>
  )
}
