import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Icon } from './icons.tsx'

interface DialogProps {
  title: string
  /** `drawer` comes from the right and is as high as the window: for lists that are walked through. */
  shape?: 'box' | 'drawer'
  onClose: () => void
  children: ReactNode
}

/** Where work in a dialog begins: its first field, else the button that does what its title says. */
const firstStop = ['input', 'textarea', 'select', 'button[type=submit]'].map((tag) => `form ${tag}`).join()

/**
 * A modal dialog on the browser's own: focus stays inside, Esc closes, what is behind cannot be reached, and the
 * focus goes back to where it came from.
 */
export function Dialog({ title, shape = 'box', onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const dialog = ref.current
    const before = document.activeElement
    dialog?.showModal()
    dialog?.querySelector<HTMLElement>(firstStop)?.focus()

    return () => {
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  return (
    <dialog
      ref={ref}
      className={shape}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <header className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="quiet" onClick={onClose}>
          <Icon name="cross" />
          <span className="unseen">Đóng</span>
        </button>
      </header>
      {children}
    </dialog>
  )
}
