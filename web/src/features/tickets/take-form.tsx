import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { otherServiceNames, type WantedService, wantedServices } from '#shared/tickets/services.ts'
import { noProcedures, procedureNamesOptions } from '#web/src/lib/procedures.ts'
import { useTakeTicket } from './api.ts'
import { TakenNumber } from './taken-number.tsx'

/** Takes a number for somebody who cannot use the kiosk, or checks a booking in; the slip opens in a tab of its own. */
export function TakeForm({ unit }: { unit: string }) {
  const { data: procedures = noProcedures } = useQuery(procedureNamesOptions)
  const [service, setService] = useState<WantedService>('other')
  const [isPriority, setIsPriority] = useState(false)
  const [booking, setBooking] = useState('')
  const take = useTakeTicket()
  const nameOf = (code: WantedService) =>
    code === 'result' || code === 'other' ? otherServiceNames[code].vi : (procedures.get(code) ?? code)

  return (
    <form
      className="take-form"
      onSubmit={(event) => {
        event.preventDefault()
        take.mutate(
          booking.trim()
            ? { unit, booking: booking.trim() }
            : { unit, class: isPriority ? 'priority' : 'walk_in', services: [service] },
          { onSuccess: () => setBooking('') },
        )
      }}
    >
      <h2>Lấy số hộ</h2>
      <label>
        <span>Việc cần làm</span>
        <select value={service} onChange={({ target }) => setService(target.value as WantedService)}>
          {wantedServices.map((code) => (
            <option key={code} value={code}>
              {nameOf(code)}
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input type="checkbox" checked={isPriority} onChange={({ target }) => setIsPriority(target.checked)} />
        <span>Ưu tiên: từ 60 tuổi, khuyết tật, mang thai, có trẻ nhỏ</span>
      </label>
      <label>
        <span>hoặc mã lịch hẹn</span>
        <input type="text" value={booking} onChange={({ target }) => setBooking(target.value)} autoComplete="off" />
      </label>
      <button type="submit" disabled={take.isPending}>
        Lấy số
      </button>
      <TakenNumber of={take} />
    </form>
  )
}
