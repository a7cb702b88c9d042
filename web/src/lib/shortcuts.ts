import { useEffect, useRef } from 'react'
import { type DeskKey, deskKeys } from './keys.ts'

interface PressedKey {
  key: string
  isComposing: boolean
  /** 229 while an input method holds the key, also where `isComposing` is not set yet. */
  keyCode?: number
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  defaultPrevented: boolean
  target: unknown
}

const keyNames = new Map<string, DeskKey>(Object.entries(deskKeys).map(([name, { key }]) => [key, name as DeskKey]))
const typingTags = ['INPUT', 'TEXTAREA', 'SELECT']
const pressableTags = ['A', 'BUTTON', 'SUMMARY', ...typingTags]

/**
 * What a key press means at the desk, or nothing.
 *
 * Nothing while a Vietnamese input method composes, inside a field, under an open dialog, or with Ctrl, Alt or Meta:
 * those belong to the browser. Enter on a link or a button, and Space on a button, belong to it.
 */
export function deskKeyOf(event: PressedKey, isDialogOpen: boolean): DeskKey | undefined {
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented || isDialogOpen) return undefined
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined

  const target = event.target as { tagName?: string; isContentEditable?: boolean } | null
  const tag = target?.tagName ?? ''
  if (typingTags.includes(tag) || target?.isContentEditable) return undefined
  if (event.key === 'Enter' && pressableTags.includes(tag)) return undefined
  // Space presses a button, but on a link it would only scroll.
  if (event.key === ' ' && tag !== 'A' && pressableTags.includes(tag)) return undefined

  return keyNames.get(event.key.length === 1 ? event.key.toLowerCase() : event.key)
}

type Handlers = Partial<Record<DeskKey, () => void>>

/** What the shown components listen for, the innermost last. */
const listening: { current: Handlers }[] = []

/** The keys that do something right now, for those who look for an action by its name. */
export const keysInUse = (): DeskKey[] =>
  (Object.keys(deskKeys) as DeskKey[]).filter((name) => listening.some(({ current }) => current[name]))

/** Does what the key would do. */
export const pressKey = (name: DeskKey) => listening.findLast(({ current }) => current[name])?.current[name]?.()

/** Listens for the desk's keys as long as the component is shown. The handlers may change from one render to the next. */
export function useShortcuts(handlers: Handlers) {
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const name = deskKeyOf(event, document.querySelector('dialog[open]') !== null)
      const handler = name && latest.current[name]
      if (!handler) return
      event.preventDefault()
      handler()
    }
    listening.push(latest)
    window.addEventListener('keydown', onKeyDown)

    return () => {
      listening.splice(listening.indexOf(latest), 1)
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}
