/** A recorded clip, by its file's name in `web/src/hall/clips`. */
export type Clip = 'invite' | 'to-counter' | `letter-${string}` | `${number}`

/**
 * The clips of one call in the order in which they are played: "Mời số A không một hai, đến quầy số hai".
 *
 * Digits are said one by one: nobody mistakes "không một hai" in a loud room, and ten clips say every number.
 */
export function spokenCall(label: string, counter: number): Clip[] {
  const digits = (text: string) => [...text].map((digit) => `${Number(digit)}` as const)

  return [
    'invite',
    `letter-${label.slice(0, 1).toLowerCase()}`,
    ...digits(label.slice(1)),
    'to-counter',
    ...digits(String(counter)),
  ]
}
