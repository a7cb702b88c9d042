import { describe, expect, test } from 'vitest'
import { deskKeys } from './keys.ts'
import { deskKeyOf } from './shortcuts.ts'

const press = (key: string, more: object = {}) => ({
  key,
  isComposing: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  target: { tagName: 'BODY' },
  ...more,
})

test('each key means one thing', () => {
  const used = Object.values(deskKeys).map(({ key }) => key)

  expect(new Set(used).size).toBe(used.length)
})

describe('a key press', () => {
  test('on the page is a shortcut, with Caps Lock too', () => {
    expect(deskKeyOf(press('j'), false)).toBe('next')
    expect(deskKeyOf(press('J'), false)).toBe('next')
    expect(deskKeyOf(press('?'), false)).toBe('help')
  })

  test('while Telex composes is not', () => {
    expect(deskKeyOf(press('e', { isComposing: true }), false)).toBeUndefined()
    expect(deskKeyOf(press('d', { keyCode: 229 }), false)).toBeUndefined()
  })

  test('in a field is text', () => {
    for (const tagName of ['INPUT', 'TEXTAREA', 'SELECT']) {
      expect(deskKeyOf(press('r', { target: { tagName } }), false)).toBeUndefined()
    }
    expect(deskKeyOf(press('r', { target: { tagName: 'DIV', isContentEditable: true } }), false)).toBeUndefined()
  })

  test('under an open dialog or with Ctrl belongs to others', () => {
    expect(deskKeyOf(press('d'), true)).toBeUndefined()
    expect(deskKeyOf(press('f', { ctrlKey: true }), false)).toBeUndefined()
  })

  test('Enter on a button presses the button, on the page opens the dossier', () => {
    expect(deskKeyOf(press('Enter', { target: { tagName: 'BUTTON' } }), false)).toBeUndefined()
    expect(deskKeyOf(press('Enter'), false)).toBe('open')
    expect(deskKeyOf(press(' ', { target: { tagName: 'BUTTON' } }), false)).toBeUndefined()
    expect(deskKeyOf(press(' '), false)).toBe('tick')
  })

  test('that the desk does not know means nothing', () => {
    expect(deskKeyOf(press('y'), false)).toBeUndefined()
  })
})
