import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import type { DossierView } from '#shared/dossiers/dossier-view.ts'
import { stateName } from '#shared/dossiers/names.ts'
import { Dialog } from '#web/src/ui/dialog.tsx'
import { KeyCap } from '#web/src/ui/key-hint.tsx'
import { Failure, Notice } from '#web/src/ui/notice.tsx'
import { isStale } from '../api.ts'

interface StepWindowFrame {
  title: string
  dossier: DossierView
  shape?: 'box' | 'drawer'
  form: {
    onSubmit: (event?: FormEvent<HTMLFormElement>) => void
    isSending: boolean
    error: Error | null
    isOutdated: boolean
    isClosed: boolean
    acceptChanges: () => void
  }
  submitWords: string
  tone?: 'primary' | 'danger'
  onClose: () => void
  children: ReactNode
}

/** The frame of every step's window: what is done to whom, the form, what went wrong, and one button that names the act. */
export function StepWindow({
  title,
  dossier,
  shape,
  form,
  submitWords,
  tone = 'primary',
  onClose,
  children,
}: StepWindowFrame) {
  const submit = useRef<HTMLButtonElement>(null)
  const wasOutdated = useRef(false)
  useEffect(() => {
    if (wasOutdated.current && !form.isOutdated) submit.current?.focus()
    wasOutdated.current = form.isOutdated
  }, [form.isOutdated])

  return (
    <Dialog title={title} shape={shape} onClose={onClose}>
      <form
        className="step-form"
        noValidate
        onSubmit={(event) => form.onSubmit(event)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          event.currentTarget.requestSubmit()
        }}
      >
        <p className="step-subject">
          <strong>{dossier.applicantName}</strong> · {dossier.procedure.name.vi} ·{' '}
          <span className="code">{dossier.code}</span>
        </p>
        {form.isOutdated && <Outdated dossier={dossier} isClosed={form.isClosed} onSeen={form.acceptChanges} />}
        {form.error && !isStale(form.error) && <Failure error={form.error} />}
        <div className="step-body">{children}</div>
        <footer className="dialog-foot">
          <button
            ref={submit}
            type="submit"
            className={tone}
            disabled={form.isSending || form.isOutdated || form.isClosed}
          >
            {form.isSending ? 'Đang gửi…' : submitWords} <KeyCap cap="Ctrl ↵" />
          </button>
          <button type="button" onClick={onClose}>
            Đóng
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

interface OutdatedProps {
  dossier: DossierView
  isClosed: boolean
  onSeen: () => void
}

/** Somebody else was faster: what changed, and a deliberate step to go on with what was typed, where that is possible. */
function Outdated({ dossier, isClosed, onSeen }: OutdatedProps) {
  const last = dossier.events.at(-1)

  return (
    <Notice tone="warning" title="Người khác vừa sửa hồ sơ này">
      <p>
        {last?.by && `${last.by}: `}
        {last?.text.vi} Nay hồ sơ ở trạng thái “{stateName(dossier.state).vi}”. Những gì đã nhập ở đây vẫn còn.
      </p>
      {isClosed ? (
        <p>{dossier.holder ? `${dossier.holder.name} đang giữ hồ sơ, ` : ''}bước này không làm được nữa.</p>
      ) : (
        <button type="button" onClick={onSeen}>
          Đã xem bản mới, làm tiếp
        </button>
      )}
    </Notice>
  )
}
