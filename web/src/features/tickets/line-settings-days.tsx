import { formatTimeOfDay, parseLocalDate, startOf } from '#shared/sla/minutes.ts'
import { formatLongDay } from '#shared/text/format.ts'
import type { LineSettingsInput, LineSettingsListView } from '#shared/tickets/schemas.ts'
import { slotCapacity, slotsWithin } from '#shared/tickets/slots.ts'
import { Icon } from '#web/src/ui/icons.tsx'

type BookableDay = LineSettingsListView['days'][number]

interface BookableDaysProps {
  days: readonly BookableDay[]
  draft: LineSettingsInput
}

/** The days that can be booked: their hours, what stands, and what the draft would take on them. */
export function BookableDays({ days, draft }: BookableDaysProps) {
  return (
    <section className="report-part" aria-labelledby="line-days">
      <h2 id="line-days">Những ngày đang nhận đặt lịch</h2>
      <p className="hint">
        Giờ tiếp công dân theo lịch làm việc chung và sáng thứ Bảy, do quản trị ghi theo văn bản. Cần nghỉ hoặc mở thêm
        giờ thì báo quản trị.
      </p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">Ngày</th>
            <th scope="col">Giờ tiếp công dân</th>
            <th scope="col" className="number">
              Đã hẹn
            </th>
            <th scope="col" className="number">
              Nhận được theo cách đang ghi
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.day}>
              <th scope="row">{formatLongDay(new Date(`${day.day}T12:00:00+07:00`))}</th>
              <td>
                {hoursWords(day)}
                {day.why && <span className="hint"> {day.why}</span>}
              </td>
              <td className="number">{day.booked}</td>
              <td className="number">
                <Places day={day} draft={draft} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Places({ day, draft }: { day: BookableDay; draft: LineSettingsInput }) {
  if (day.day < draft.from) return <>–</>
  const capacity = slotCapacity(draft)
  const slots = day.sessions.reduce((sum, session) => sum + slotsWithin(session, draft.slotMinutes), 0)
  const places = Math.max(0, capacity) * slots
  if (!Number.isFinite(places)) return <>–</>

  return (
    <>
      {places}
      {day.fullestSlot > capacity && (
        <strong className="waited-late">
          {' '}
          <Icon name="warning" /> có khung đã hẹn {day.fullestSlot} người
        </strong>
      )}
    </>
  )
}

function hoursWords({ day, sessions }: BookableDay): string {
  const midnight = startOf(parseLocalDate(day))
  const time = (minute: number) => formatTimeOfDay(midnight + minute)

  return sessions.map(({ opens, closes }) => `${time(opens)}–${time(closes)}`).join(', ') || 'Không tiếp'
}
