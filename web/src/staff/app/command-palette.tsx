import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { fold } from '#shared/text/fold.ts'
import { queueViewEntries } from '#web/src/features/counter/queue-views.ts'
import { addressOfFilter, savedFiltersOptions } from '#web/src/features/counter/saved-filters.tsx'
import { useAccount } from '#web/src/lib/account.ts'
import { deskKeys, keyCap } from '#web/src/lib/keys.ts'
import { keysInUse, pressKey, useShortcuts } from '#web/src/lib/shortcuts.ts'
import { Dialog } from '#web/src/ui/dialog.tsx'
import { KeyCap } from '#web/src/ui/key-hint.tsx'

interface Command {
  words: string
  cap?: string
  run: () => void
}

/** Everything that can be done or opened right now, found by a few letters without marks: Ctrl+K, or `:`. */
export function CommandPalette({ areas }: { areas: readonly { address: string; words: string }[] }) {
  const [isOpen, setIsOpen] = useState(false)
  const open = () => setIsOpen(true)
  useShortcuts({ palette: open })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229 || !(event.ctrlKey || event.metaKey)) return
      if (event.key.toLowerCase() !== 'k' || document.querySelector('dialog[open]')) return
      event.preventDefault()
      setIsOpen(true)
    }
    window.addEventListener('keydown', onKeyDown)

    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  if (!isOpen) return null

  return <OpenPalette areas={areas} onClose={() => setIsOpen(false)} />
}

function OpenPalette({
  areas,
  onClose,
}: {
  areas: readonly { address: string; words: string }[]
  onClose: () => void
}) {
  const commands = useCommands(areas)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const words = fold(typed).split(' ').filter(Boolean)
  const found = commands.filter((command) => words.every((word) => fold(command.words).includes(word))).slice(0, 12)
  const chosen = found[Math.min(at, found.length - 1)]
  const run = (command: Command | undefined) => {
    if (!command) return
    onClose()
    // After the dialog is gone: keys mean nothing under an open one.
    setTimeout(command.run)
  }

  return (
    <Dialog title="Làm gì?" onClose={onClose}>
      <form
        className="palette"
        onSubmit={(event) => {
          event.preventDefault()
          run(chosen)
        }}
      >
        <label className="unseen" htmlFor="palette-words">
          Gõ vài chữ của việc cần làm, không cần dấu
        </label>
        <input
          id="palette-words"
          type="text"
          autoComplete="off"
          placeholder="Gõ vài chữ, không cần dấu"
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={found.length > 0 ? 'palette-list' : undefined}
          aria-activedescendant={chosen && 'palette-chosen'}
          onChange={({ target }) => {
            setTyped(target.value)
            setAt(0)
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.keyCode === 229) return
            const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
            if (step === 0) return
            event.preventDefault()
            setAt(Math.max(0, Math.min(found.length - 1, at + step)))
          }}
        />
        {found.length > 0 ? (
          <div id="palette-list" role="listbox" aria-label="Việc tìm thấy">
            {found.map((command) => (
              <button
                key={command.words}
                type="button"
                id={command === chosen ? 'palette-chosen' : undefined}
                role="option"
                tabIndex={-1}
                aria-selected={command === chosen}
                onClick={() => run(command)}
              >
                <span>{command.words}</span>
                {command.cap && <KeyCap cap={command.cap} />}
              </button>
            ))}
          </div>
        ) : (
          <p className="hint" role="status">
            Không có việc nào tên như vậy lúc này.
          </p>
        )}
      </form>
    </Dialog>
  )
}

function useCommands(areas: readonly { address: string; words: string }[]): Command[] {
  const navigate = useNavigate()
  const account = useAccount()
  const hasQueue = account.role === 'officer' || account.role === 'commander'
  const { data: filters = [] } = useQuery({ ...savedFiltersOptions(undefined), enabled: hasQueue })
  const [keys] = useState(() => keysInUse().filter((name) => name !== 'palette'))
  const go = (words: string, address: string): Command => ({ words, run: () => void navigate(address) })

  return [
    ...keys.map((name): Command => ({ words: deskKeys[name].words, cap: keyCap(name), run: () => pressKey(name) })),
    ...(hasQueue ? queueViewEntries.map(({ words, slug }) => go(`Hàng ${words}`, `/can-bo/ban-xu-ly/${slug}`)) : []),
    ...filters.map(({ name, filter }) => go(`Bộ lọc ${name}`, addressOfFilter(filter, undefined))),
    ...areas.map(({ words, address }) => go(`Trang ${words}`, address)),
  ]
}
