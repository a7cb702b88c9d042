import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { formTexts as texts } from '#shared/i18n/form.ts'
import type { UnitSearchItem } from '#shared/units/schemas.ts'
import { Icon } from '#web/pages/icons.tsx'
import { say } from '../reader.ts'
import { nowText, placeTitle } from './unit-texts.ts'
import { useFullScreen } from './use-full-screen.ts'
import { useUnitSearch } from './use-unit-search.ts'

interface UnitSearchProps {
  onChoose(chosen: { unit?: UnitSearchItem; unknown?: string }): void
  onClose(): void
  /** A place that is in no list may be written out. */
  mayWrite: boolean
}

/** A screen of its own: one field, one list, 48 px rows. The browser's Back closes it. */
export function UnitSearch({ onChoose, onClose, mayWrite }: UnitSearchProps) {
  const [query, setQuery] = useState('')
  const [isWriting, setWriting] = useState(false)
  const found = useUnitSearch(query)
  const input = useRef<HTMLInputElement>(null)
  const screen = useRef<HTMLDivElement>(null)
  const id = useId()
  const close = useFullScreen(screen, onClose)
  useEffect(() => input.current?.focus(), [])

  const choose = (chosen: { unit?: UnitSearchItem; unknown?: string }) => {
    close()
    onChoose(chosen)
  }

  return (
    <div ref={screen} className="full-screen" role="dialog" aria-modal="true" aria-label={say(texts.chooseCommune)}>
      <div className="wrap">
        <button type="button" className="back-link" onClick={close}>
          <Icon name="back" />
          {say(texts.back)}
        </button>
        <h2>
          <label htmlFor={id}>{say(texts.searchCommune)}</label>
        </h2>
        <p className="hint" id={`${id}-hint`}>
          {say(texts.searchCommuneHint)}
        </p>
        <input
          ref={input}
          id={id}
          className="input"
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          enterKeyHint="search"
          aria-describedby={`${id}-hint`}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={keepFormUnsent}
        />
        <p role="status" className="small quiet search-state">
          {stateText(found)}
        </p>
        {found.items.length > 0 && (
          <ul className="ways">
            {found.items.map((unit) => (
              <li key={`${unit.edition}/${unit.code}`}>
                <button type="button" onClick={() => choose({ unit })}>
                  <span className="ways-text">
                    <span className="ways-title">{placeTitle(unit)}</span>
                    <span className="ways-note">{nowText(unit)}</span>
                  </span>
                  <Icon name="next" className="ways-arrow" />
                </button>
              </li>
            ))}
          </ul>
        )}
        {mayWrite &&
          query.trim() !== '' &&
          (isWriting ? (
            <WrittenPlace first={query} onUse={(unknown) => choose({ unknown })} />
          ) : (
            <button type="button" className="link-button" onClick={() => setWriting(true)}>
              {say(texts.writeCommune)}
            </button>
          ))}
      </div>
    </div>
  )
}

function WrittenPlace({ first, onUse }: { first: string; onUse(name: string): void }) {
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => input.current?.focus(), [])

  return (
    <div className="panel stack-tight">
      <label className="label" htmlFor={id}>
        {say(texts.writeCommuneLabel)}
      </label>
      <input
        ref={input}
        id={id}
        className="input"
        type="text"
        defaultValue={first}
        maxLength={200}
        autoComplete="off"
        onKeyDown={keepFormUnsent}
      />
      <button
        type="button"
        className="button"
        onClick={() => {
          const name = input.current?.value.trim()
          if (name) onUse(name)
        }}
      >
        {say(texts.useWritten)}
      </button>
    </div>
  )
}

/** Enter here means neither "continue" nor, while an input method composes, anything at all. */
function keepFormUnsent(event: KeyboardEvent) {
  if (event.key === 'Enter') event.preventDefault()
}

function stateText({ state, items }: ReturnType<typeof useUnitSearch>): string {
  if (state === 'searching') return say(texts.searching)
  if (state === 'offline') return say(texts.searchOffline)
  if (state === 'idle') return ''

  return items.length > 0 ? say(texts.foundCommunes(items.length)) : say(texts.noCommune)
}
