import { type FormEvent, useState } from 'react'
import type { RefuseInput } from '#shared/dossiers/step-schemas.ts'
import { Dialog } from '#web/src/ui/dialog.tsx'
import { TextArea, TextField } from '#web/src/ui/field.tsx'
import { Failure } from '#web/src/ui/notice.tsx'

interface RefuseDialogProps {
  isSending: boolean
  error: Error | null
  onRefuse: (body: RefuseInput) => void
  onClose: () => void
}

/** A place of another province: the refusal (CT06) says by which clause, and where to file instead. */
export function RefuseDialog({ isSending, error, onRefuse, onClose }: RefuseDialogProps) {
  const [clause, setClause] = useState('')
  const [reason, setReason] = useState('')
  const [isIncomplete, setIncomplete] = useState(false)
  const faults = {
    clause: clause.trim().length < 5 ? 'Ghi văn bản, điều, khoản.' : undefined,
    reason: reason.trim().length < 3 ? 'Ghi nơi này ở đâu và phải nộp ở đâu.' : undefined,
  }

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const isWhole = !faults.clause && !faults.reason
    setIncomplete(!isWhole)
    if (isWhole) onRefuse({ clause: clause.trim(), reason: reason.trim() })
  }

  return (
    <Dialog title="Từ chối tiếp nhận: không thuộc tỉnh" onClose={onClose}>
      <form className="dialog-body" onSubmit={onSubmit} noValidate>
        {error && <Failure error={error} />}
        <TextField
          label="Căn cứ pháp lý"
          hint="Văn bản, điều, khoản; in trên phiếu từ chối CT06."
          value={clause}
          error={isIncomplete ? faults.clause : undefined}
          onChange={({ target }) => setClause(target.value)}
        />
        <TextArea
          label="Lý do, công dân đọc được"
          hint="Nơi này ở tỉnh nào, và phải nộp ở đâu."
          value={reason}
          error={isIncomplete ? faults.reason : undefined}
          onChange={({ target }) => setReason(target.value)}
        />
        <p className="buttons">
          <button type="submit" className="danger" disabled={isSending}>
            Từ chối tiếp nhận
          </button>{' '}
          <button type="button" onClick={onClose}>
            Đóng
          </button>
        </p>
      </form>
    </Dialog>
  )
}
