import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { type UnitSearchItem, unitSearchView } from '#shared/units/schemas.ts'
import { read } from '../lib/read.ts'
import { toQuery } from '../lib/url-params.ts'

interface UnitPickerProps {
  label: string
  /** The unit that holds it now, when that is a commune. */
  except?: string
  error: string | undefined
  onPick: (code: string) => void
}

interface Found {
  code: string
  title: string
  /** By which old name it was found. */
  formerly?: string
}

/** A commune police unit of today, found by its name or by the old names of what it took over. */
export function UnitPicker({ label, except, error, onPick }: UnitPickerProps) {
  const id = useId()
  const [words, setWords] = useState('')
  const [picked, setPicked] = useState<Found>()
  const { data } = useQuery({
    queryKey: ['units', words],
    queryFn: ({ signal }) => read(unitSearchView, `/api/units${toQuery({ q: words, limit: 20 })}`, signal),
    enabled: words.trim().length > 1 && words !== picked?.title,
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  })
  const found =
    words.trim().length > 1 && words !== picked?.title
      ? unitsOfToday(data?.items ?? []).filter(({ code }) => code !== except)
      : []
  const pick = (unit: Found | undefined) => {
    setPicked(unit)
    if (unit) setWords(unit.title)
    onPick(unit?.code ?? '')
  }

  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`} className="hint">
        Gõ tên xã, phường hiện nay hoặc tên cũ, không cần dấu.
      </p>
      <input
        id={id}
        type="search"
        autoComplete="off"
        value={words}
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
        aria-invalid={error ? true : undefined}
        onChange={(event) => {
          setWords(event.target.value)
          if (picked) pick(undefined)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.key !== 'Enter') return
          event.preventDefault()
          pick(found[0])
        }}
      />
      {found.length > 0 && (
        <ul className="picker-list" aria-label="Đơn vị tìm thấy">
          {found.slice(0, 6).map((unit) => (
            <li key={unit.code}>
              <button type="button" onClick={() => pick(unit)}>
                Công an {unit.title} {unit.formerly && <span className="hint">(gồm {unit.formerly})</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      {picked && (
        <p className="hint" role="status">
          Sẽ chuyển đến Công an {picked.title}.
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

/** Old units lead to those of today; each of today's stands once, by its own name when that was found too. */
function unitsOfToday(items: readonly UnitSearchItem[]): Found[] {
  const found = new Map<string, Found>()
  for (const { code: oldCode, name: oldName, type: oldType, now } of items) {
    for (const { code, name, type } of now) {
      const isItself = oldCode === code && oldName === name
      if (!found.has(code) || isItself) {
        found.set(code, {
          code,
          title: `${type.toLowerCase()} ${name}`,
          ...(!isItself && { formerly: `${oldType.toLowerCase()} ${oldName}` }),
        })
      }
    }
  }

  return [...found.values()]
}
