import { useQuery } from '@tanstack/react-query'
import { formatIsoDay, formatTime } from '#shared/text/format.ts'
import { dossierTicketsOptions } from './api.ts'

/** How a dossier began at the counter: "Số A012 ngày 25/11/2026: đến 08:05, gọi 08:17". Nothing for one filed online. */
export function Arrival({ code }: { code: string }) {
  const { data } = useQuery(dossierTicketsOptions(code))
  if (!data || data.items.length === 0) return null

  return (
    <ul className="arrivals" aria-label="Đến quầy">
      {data.items.map(({ label, day, arrivedAt, calledAt, servedAt, endedAt, counter }) => (
        <li key={`${day} ${label}`}>
          <strong>Số {label}</strong> ngày {formatIsoDay(day)}: đến {formatTime(arrivedAt)}
          {calledAt && `, gọi ${formatTime(calledAt)}`}
          {counter && ` vào Quầy ${counter}`}
          {servedAt && `, phục vụ từ ${formatTime(servedAt)}`}
          {endedAt && `, xong ${formatTime(endedAt)}`}
        </li>
      ))}
    </ul>
  )
}
