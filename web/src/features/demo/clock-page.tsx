import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import * as z from 'zod/mini'
import { demoView, moveClockInput } from '#shared/demo/schemas.ts'
import { formatInstant } from '#shared/text/format.ts'
import { demoOptions, keepTime } from '#web/src/lib/demo.ts'
import { deskNow, useDeskNow } from '#web/src/lib/desk-time.ts'
import { request } from '#web/src/lib/http.ts'
import { announce } from '#web/src/ui/announce.ts'
import { TextField } from '#web/src/ui/field.tsx'
import { Empty, Failure, Loading, Notice } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { fromLocalMinute, toLocalMinute } from './local-minute.ts'

const hourMs = 3_600_000
const leaps = [
  ['1 giờ', hourMs],
  ['4 giờ', 4 * hourMs],
  ['1 ngày', 24 * hourMs],
  ['1 tuần', 7 * 24 * hourMs],
] as const

/** The clock of a demonstration: forward only, because the log of events is never older than its last entry. */
export function ClockPage() {
  usePageTitle('Đồng hồ mô phỏng')
  const { data: demo, error, isPending, refetch } = useQuery(demoOptions)
  const now = useDeskNow()
  const move = useMoveClock()
  const [wanted, setWanted] = useState('')
  const target = wanted === '' ? undefined : fromLocalMinute(wanted)
  const isBehind = target !== undefined && target <= now
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (target && !isBehind) move.mutate(target)
  }

  if (error)
    return (
      <main className="page">
        <Failure error={error} onRetry={() => void refetch()} />
      </main>
    )
  if (isPending)
    return (
      <main className="page">
        <Loading rows={3} />
      </main>
    )
  if (!demo)
    return (
      <main className="page">
        <Empty title="Đây là hệ thống thật: đồng hồ theo giờ thật và không ai đổi được." />
      </main>
    )

  return (
    <main className="page clock-page">
      <h1>Đồng hồ mô phỏng</h1>
      <p className="clock-now">{formatInstant(now)}</p>
      <Notice tone="warning">
        <p>
          Đồng hồ chỉ đi tới. Mọi hồ sơ đang mở sẽ gần hạn hơn hoặc quá hạn; không quay lại được, trừ khi tạo lại dữ
          liệu mô phỏng.
        </p>
      </Notice>
      {move.isError && <Failure error={move.error} />}
      <div className="leaps">
        {leaps.map(([words, ms]) => (
          <button
            key={words}
            type="button"
            disabled={move.isPending}
            onClick={() => move.mutate(new Date(deskNow().getTime() + ms))}
          >
            Tới {words}
          </button>
        ))}
      </div>
      <form onSubmit={onSubmit} noValidate>
        <TextField
          label="Hoặc tới đúng lúc"
          hint="Theo giờ Việt Nam."
          type="datetime-local"
          min={toLocalMinute(now)}
          value={wanted}
          onChange={({ target: { value } }) => setWanted(value)}
          error={isBehind ? `Phải sau ${formatInstant(now)}.` : undefined}
        />
        <button type="submit" className="primary" disabled={!target || isBehind || move.isPending}>
          Dời đồng hồ
        </button>
      </form>
    </main>
  )
}

function useMoveClock() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: async (now: Date) =>
      keepTime(z.parse(demoView, await request('PUT', '/api/demo/clock', { body: z.encode(moveClockInput, { now }) }))),
    onSuccess: async (demo) => {
      client.setQueryData(demoOptions.queryKey, demo)
      announce(`Đồng hồ đã tới ${formatInstant(demo.now)}`)
      await client.invalidateQueries()
    },
  })
}
