import { useEffect, useRef } from 'react'

/** A scanner types as a keyboard does, faster than any hand: milliseconds from key to key at the most. */
const gapMs = 50
/** So many keys so fast are no hand's. */
const certainFrom = 8
const shortest = 4
/** A burst that never gets its Enter was none. */
const silenceMs = 500
/** Every code has digits or is an address; on Windows' Vietnamese layout the digits are these marks. Words have neither. */
const signsOfCode = /\d|:\/\/|(?:[đăâêô]|\u0300|\u0301|\u0303|\u0309|\u0323){3}/
/** What a code may begin with: no sign, and not the keys that walk through rows, which must answer at once. */
const firstOfCode = /^(?![jk])[\p{L}\p{M}\p{N}]$/u

/** Keys that came one close after the other, and where. */
interface Burst {
  text: string
  lastAt: number
  /** Where the focus is; somewhere else something new begins. */
  target: EventTarget | null
  /** What stood in the field under the focus before the first of them. */
  field: FieldBefore | undefined
  /** Kept back while it is open whether they are shortcuts. */
  held: KeyboardEvent[]
  isCertain: boolean
}

/**
 * Hears what a scanner types, wherever the focus is, up to its Enter.
 *
 * A burst is told from typing by its speed, which no hand has, and by the digits of every code. Nothing of it stays in
 * the field under the focus, and no letter of it is a shortcut; for that a single letter outside a field waits 50 ms. Keys
 * that an input method holds, Backspace and key repeat are a person's. A burst without an Enter goes back into its field.
 */
export function useScanner(onScan: (text: string) => void) {
  const latest = useRef(onScan)
  useEffect(() => {
    latest.current = onScan
  })
  useEffect(() => listen((text) => latest.current(text)), [])
}

function listen(onScan: (text: string) => void): () => void {
  const own = new WeakSet<Event>()
  let burst: Burst | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  /** The keys that were kept back do what they would have done. */
  const release = ({ held }: Burst) => {
    for (const { key, code, shiftKey, target } of held.splice(0)) {
      const again = new KeyboardEvent('keydown', {
        key,
        code,
        shiftKey,
        bubbles: true,
        cancelable: true,
        composed: true,
      })
      own.add(again)
      const place = target instanceof Element && target.isConnected ? target : (document.activeElement ?? document.body)
      place.dispatchEvent(again)
    }
  }
  const end = () => {
    clearTimeout(timer)
    const ended = burst
    burst = undefined
    if (!ended) return
    if (ended.isCertain) ended.field?.putBack(ended.text)
    else release(ended)
  }
  const take = (event: KeyboardEvent) => {
    burst ??= {
      text: '',
      lastAt: 0,
      target: event.target,
      field: fieldBefore(event.target),
      held: [],
      isCertain: false,
    }
    burst.text += event.key
    burst.lastAt = event.timeStamp
    if (burst.isCertain) swallow(event)
    else if (burst.text.length >= certainFrom && signsOfCode.test(burst.text)) {
      swallow(event)
      burst.isCertain = true
      burst.held = []
      burst.field?.putBack('')
    } else if (!burst.field) {
      swallow(event)
      burst.held.push(event)
    }
    clearTimeout(timer)
    const waiting = burst
    timer = setTimeout(() => (waiting.isCertain ? end() : release(waiting)), burst.isCertain ? silenceMs : gapMs)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (own.has(event) || event.key === 'Shift' || event.key === 'CapsLock') return
    if (burst && (event.timeStamp - burst.lastAt > gapMs || (!burst.isCertain && event.target !== burst.target))) end()
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey || event.repeat)
      return end()
    if (event.key === 'Backspace' && burst?.isCertain) {
      // An input method takes back what it is about to write anew.
      swallow(event)
      burst.text = burst.text.slice(0, -1)
      burst.lastAt = event.timeStamp

      return
    }
    if (event.key === 'Enter' && burst && burst.text.length >= shortest && signsOfCode.test(burst.text)) {
      const { text, field, isCertain } = burst
      clearTimeout(timer)
      burst = undefined
      swallow(event)
      if (!isCertain) field?.putBack('')

      return onScan(text)
    }
    if (event.key.length !== 1 || (!burst && !firstOfCode.test(event.key))) return end()
    take(event)
  }
  window.addEventListener('keydown', onKeyDown, true)

  return () => {
    end()
    window.removeEventListener('keydown', onKeyDown, true)
  }
}

function swallow(event: KeyboardEvent) {
  event.preventDefault()
  event.stopImmediatePropagation()
}

interface FieldBefore {
  /** Writes what stood there before, with this text where the cursor was. */
  putBack(text: string): void
}

const notWrittenInto = ['button', 'submit', 'reset', 'checkbox', 'radio', 'range', 'color', 'file', 'image']

function fieldBefore(target: EventTarget | null): FieldBefore | undefined {
  const isField =
    (target instanceof HTMLInputElement && !notWrittenInto.includes(target.type)) ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  if (!isField) return undefined
  const { value } = target
  const isSelect = target instanceof HTMLSelectElement
  const [from, to] = isSelect ? [0, 0] : [target.selectionStart ?? value.length, target.selectionEnd ?? value.length]

  return {
    putBack(text) {
      // By the element's own setter: React has put another one over it, which would hide the change from it.
      const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(target), 'value')?.set
      setter?.call(target, isSelect ? value : value.slice(0, from) + text + value.slice(to))
      target.dispatchEvent(new Event(isSelect ? 'change' : 'input', { bubbles: true }))
      // Only texts have a cursor that can be set.
      if (!isSelect && target.selectionStart !== null)
        target.setSelectionRange(from + text.length, text ? from + text.length : to)
    },
  }
}
