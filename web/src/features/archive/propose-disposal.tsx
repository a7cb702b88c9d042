import { type FormEvent, useState } from 'react'
import { announce } from '#web/src/ui/announce.ts'
import { TextField } from '#web/src/ui/field.tsx'
import { Failure } from '#web/src/ui/notice.tsx'
import { useProposeDisposal } from './api.ts'

/** Puts the chosen dossiers on a list for another person to sign. Nothing is erased by it. */
export function ProposeDisposal({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const propose = useProposeDisposal()
  const [reason, setReason] = useState('Hết thời hạn lưu trữ.')
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    propose.mutate(
      { codes, reason: reason.trim() },
      {
        onSuccess: ({ number }) => {
          announce(`Đã lập danh mục hủy số ${number}, chờ chỉ huy ký.`)
          onDone()
        },
      },
    )
  }

  return (
    <form className="line-form" onSubmit={onSubmit}>
      {propose.error && <Failure error={propose.error} />}
      <TextField label="Lý do" value={reason} maxLength={1000} onChange={({ target }) => setReason(target.value)} />
      <button type="submit" className="primary" disabled={propose.isPending || reason.trim().length < 5}>
        Lập danh mục hủy {codes.length} hồ sơ
      </button>
    </form>
  )
}
