import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { Icon } from '#web/src/ui/icons.tsx'
import { KeyHint } from '#web/src/ui/key-hint.tsx'

interface QueueFiltersProps {
  q: string
  procedure: string
  procedures: ReadonlyMap<string, string>
  search: RefObject<HTMLInputElement | null>
  onChange: (patch: { q?: string; procedure?: string }) => void
}

/** Waits until the typing rests, so that a name is one question to the server and not one for each letter. */
const restMs = 250

/** Search over the unit and the choice of a procedure; both live in the address. */
export function QueueFilters({ q, procedure, procedures, search, onChange }: QueueFiltersProps) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Before the next page is painted: while that one still loads, a late question would lead back here.
  useLayoutEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (search.current && document.activeElement !== search.current) search.current.value = q
  }, [q, search])

  const ask = (value: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onChange({ q: value.trim() }), restMs)
  }

  return (
    <search className="queue-filters">
      <label className="search-box">
        <Icon name="search" />
        <span className="unseen">Tìm theo tên, chữ đầu của tên, mã hồ sơ, điện thoại, địa chỉ hoặc số định danh</span>
        <input
          ref={search}
          type="search"
          defaultValue={q}
          placeholder="Tên, ntma, mã, điện thoại, địa chỉ"
          aria-keyshortcuts="/"
          autoComplete="off"
          onInput={(event) => {
            if (!(event.nativeEvent as InputEvent).isComposing) ask(event.currentTarget.value)
          }}
          onCompositionEnd={(event) => ask(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || (event.key !== 'Escape' && event.key !== 'Enter')) return
            event.currentTarget.blur()
          }}
        />
        <KeyHint name="search" />
      </label>
      <label>
        <span className="unseen">Thủ tục</span>
        <select value={procedure} onChange={(event) => onChange({ procedure: event.target.value })}>
          <option value="">Mọi thủ tục</option>
          {[...procedures].map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </search>
  )
}
