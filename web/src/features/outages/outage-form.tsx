import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { OutageView } from '#shared/dossiers/outage-schemas.ts'
import { request } from '#web/src/lib/http.ts'
import { intention } from '#web/src/lib/intention.ts'
import { announce } from '#web/src/ui/announce.ts'
import { SelectField, TextArea, TextField } from '#web/src/ui/field.tsx'
import { Failure } from '#web/src/ui/notice.tsx'

interface OutageFormProps {
  /** The record that this one ends or puts right. */
  corrected: OutageView | undefined
  onDone: () => void
}

type Level = OutageView['scope']['level']

/** One failure: whom it kept from working, from when to when in Việt Nam's time, and why. */
export function OutageForm({ corrected, onDone }: OutageFormProps) {
  const [level, setLevel] = useState<Level>(corrected?.scope.level ?? 'unit')
  const client = useQueryClient()
  const [keyFor] = useState(intention)
  const send = useMutation({
    mutationFn: (body: object) => request<unknown>('POST', '/api/outages', { body, idempotencyKey: keyFor(body) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['outages'] })
      announce('Đã ghi nhận sự cố.')
      onDone()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const values = new FormData(form)
    const text = (name: string) => String(values.get(name) ?? '').trim()
    send.mutate(
      {
        scope: scopeOf(level, text('code'), text('channel')),
        from: instantOf(text('from')),
        ...(text('to') && { to: instantOf(text('to')) }),
        reason: text('reason'),
        ...(corrected && { supersedes: corrected.id }),
      },
      { onSuccess: () => form.reset() },
    )
  }

  return (
    <form className="outage-form" onSubmit={submit}>
      {send.error && <Failure error={send.error} />}
      <SelectField
        label="Sự cố ở đâu"
        name="level"
        value={level}
        onChange={({ target }) => setLevel(target.value as Level)}
      >
        <option value="unit">Một công an xã</option>
        <option value="channel">Một cách nộp</option>
        <option value="province">Cả tỉnh</option>
      </SelectField>
      {level === 'unit' && (
        <TextField
          label="Mã đơn vị"
          hint="Năm chữ số, ví dụ 18634."
          name="code"
          inputMode="numeric"
          pattern="\d{5}"
          required
          defaultValue={corrected?.scope.level === 'unit' ? corrected.scope.code : ''}
        />
      )}
      {level === 'channel' && (
        <SelectField
          label="Cách nộp"
          name="channel"
          defaultValue={corrected?.scope.level === 'channel' ? corrected.scope.channel : 'online'}
        >
          <option value="online">Nộp qua mạng</option>
          <option value="counter">Nộp tại quầy</option>
          <option value="post">Nộp qua bưu chính</option>
        </SelectField>
      )}
      <TextField
        label="Từ lúc"
        name="from"
        type="datetime-local"
        required
        defaultValue={corrected && localMinute(corrected.from)}
      />
      <TextField
        label="Đến lúc"
        hint="Để trống nếu chưa hết."
        isOptional
        name="to"
        type="datetime-local"
        defaultValue={corrected?.to ? localMinute(corrected.to) : undefined}
      />
      <TextArea label="Lý do" name="reason" required minLength={3} defaultValue={corrected?.reason} />
      <p className="row-actions">
        <button type="submit" className="primary" disabled={send.isPending}>
          {send.isPending ? 'Đang gửi…' : 'Ghi nhận'}
        </button>
        {corrected && (
          <button type="button" onClick={onDone}>
            Thôi
          </button>
        )}
      </p>
    </form>
  )
}

function scopeOf(level: Level, code: string, channel: string) {
  if (level === 'unit') return { level, code }

  return level === 'channel' ? { level, channel } : { level }
}

/** Wherever the browser thinks it is, the desk is in Việt Nam. */
const instantOf = (minute: string) => `${minute}:00+07:00`

const localMinute = (at: Date) => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)
