import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { openProgress } from './progress.ts'

/** What was written to a stream that is, or is no, terminal. */
function paperRoll(isTTY: boolean) {
  let text = ''
  const out = new Writable({
    write(chunk, _encoding, done) {
      text += chunk
      done()
    },
  })

  return { out: Object.assign(out, { isTTY }), text: () => text }
}

const state = (share: number) => ({ at: new Date('2026-11-24T07:00:00Z'), share, filed: 12, requests: 345 })

test('without a terminal there is a plain line for each tenth', () => {
  const { out, text } = paperRoll(false)
  const progress = openProgress(out)

  for (const share of [0, 0.04, 0.11, 0.12, 0.25]) progress.show(state(share))
  progress.end()

  expect(text().split('\n')).toEqual([
    '  0 %  24/11/2026 14:00  12 filed  345 requests',
    ' 11 %  24/11/2026 14:00  12 filed  345 requests',
    ' 25 %  24/11/2026 14:00  12 filed  345 requests',
    '',
  ])
})

test('on a terminal a bar is drawn over itself, and makes room for a sentence', () => {
  const { out, text } = paperRoll(true)
  const progress = openProgress(out)

  progress.show(state(0.5))
  progress.note('The desk asks to wait 3 s')

  expect(text()).toContain(`\r[${'█'.repeat(14)}${'·'.repeat(14)}]  50 %`)
  expect(text().endsWith('\r\u001b[KThe desk asks to wait 3 s\n')).toBe(true)
})
