import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { FailedMessageView } from '#shared/messages/schemas.ts'
import { formatInstant } from '#shared/text/format.ts'
import { announce } from '#web/src/ui/announce.ts'
import { TextField } from '#web/src/ui/field.tsx'
import { Empty, Failure, Loading } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { callsOptions, useRecordCall } from './api.ts'

/** What no message could tell is told by telephone: whom to call, what to say, and that it was done. */
export function CallsPage() {
  usePageTitle('Cần gọi báo tin')
  const { data, error, isPending, refetch } = useQuery(callsOptions)

  return (
    <main className="page">
      <h1>Cần gọi báo tin</h1>
      <p className="hint">Những tin không gửi được qua e-mail, Zalo hay SMS. Gọi cho người nộp, rồi ghi lại kết quả.</p>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading rows={4} />}
      {data?.items.length === 0 && <Empty title="Không có ai cần gọi: mọi tin đều đã gửi được." />}
      {data?.items.map((message) => (
        <Call key={message.id} message={message} />
      ))}
    </main>
  )
}

function Call({ message }: { message: FailedMessageView }) {
  const record = useRecordCall()
  const [note, setNote] = useState('')
  const isShort = note.trim().length < 3
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (isShort) return
    record.mutate(
      { id: message.id, note: note.trim() },
      { onSuccess: () => announce(`Đã ghi lại cuộc gọi cho hồ sơ ${message.code}`) },
    )
  }

  return (
    <section aria-labelledby={`call-${message.id}`}>
      <h2 id={`call-${message.id}`}>
        {message.applicantName} ·{' '}
        {message.phone ? <a href={`tel:${message.phone}`}>{message.phone}</a> : 'không có số điện thoại'}
      </h2>
      <p>{message.text}</p>
      <p className="hint">
        <a href={`/can-bo/ho-so/${message.code}`}>{message.code}</a> · {message.failure} ·{' '}
        {formatInstant(message.failedAt)}
      </p>
      {record.isError && <Failure error={record.error} />}
      <form onSubmit={onSubmit} noValidate>
        <TextField
          label="Kết quả cuộc gọi"
          hint="Ví dụ: đã nói với người nộp; gọi hai lần không nghe máy, đã nhờ tổ dân phố."
          value={note}
          maxLength={500}
          onChange={({ target: { value } }) => setNote(value)}
        />
        <button type="submit" className="primary" disabled={isShort || record.isPending}>
          Đã gọi
        </button>
      </form>
    </section>
  )
}
