import { type FormEvent, useState } from 'react'
import { TextArea } from '#web/src/ui/field.tsx'
import { UnitPicker } from '#web/src/ui/unit-picker.tsx'

interface OtherCommuneProps {
  isSending: boolean
  onSend: (to: string, title: string, reason: string) => void
}

/** A commune that nothing in the filing speaks for: found by name, with what it rests on. */
export function OtherCommune({ isSending, onSend }: OtherCommuneProps) {
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const [isIncomplete, setIncomplete] = useState(false)
  const hasReason = reason.trim().length >= 3

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setIncomplete(!to || !hasReason)
    if (to && hasReason) onSend(to, 'nơi đã chọn', reason.trim())
  }

  return (
    <details className="triage-other">
      <summary>Nơi khác</summary>
      <form onSubmit={onSubmit} noValidate>
        <UnitPicker
          label="Đơn vị nhận"
          error={isIncomplete && !to ? 'Chọn một đơn vị trong danh sách.' : undefined}
          onPick={setTo}
        />
        <TextArea
          label="Dựa vào đâu"
          hint="Ghi vào nhật ký hồ sơ."
          value={reason}
          error={isIncomplete && !hasReason ? 'Ghi ít nhất vài chữ.' : undefined}
          onChange={({ target }) => setReason(target.value)}
        />
        <button type="submit" disabled={isSending}>
          Chuyển hồ sơ
        </button>
      </form>
    </details>
  )
}
