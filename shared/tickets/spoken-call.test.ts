import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { classRules } from './classes.ts'
import { spokenCall } from './spoken-call.ts'

test('a call is composed of clips, digit by digit', () => {
  expect(spokenCall('A032', 2)).toEqual(['invite', 'letter-a', '0', '3', '2', 'to-counter', '2'])
  expect(spokenCall('C001', 12)).toEqual(['invite', 'letter-c', '0', '0', '1', 'to-counter', '1', '2'])
})

test('every clip that a call may need ships with the desk', () => {
  const clips = Object.values(classRules).flatMap(({ letter }) => spokenCall(`${letter}0123456789`, 1))
  const missing = clips.filter((clip) => !existsSync(new URL(`../../web/src/hall/clips/${clip}.mp3`, import.meta.url)))

  expect(missing).toEqual([])
})
