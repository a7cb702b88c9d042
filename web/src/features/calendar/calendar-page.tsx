import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import * as z from 'zod/mini'
import type { CalendarDay } from '#shared/calendar/schemas.ts'
import { dayKinds } from '#shared/sla/calendar.ts'
import { localDayOf } from '#shared/text/format.ts'
import { deskNow } from '#web/src/lib/desk-time.ts'
import { useUrlState } from '#web/src/lib/use-url-state.ts'
import { Empty, Failure, Loading } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { calendarOptions } from './api.ts'
import { RecentChanges } from './change-progress.tsx'
import { EntryList } from './entry-list.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'
import { kindWords } from './words.ts'
import { YearMark } from './year-mark.tsx'
import { YearSheet } from './year-sheet.tsx'

const pageParams = z.strictObject({
  nam: z.optional(z.coerce.number().check(z.int(), z.minimum(2020), z.maximum(2100))),
})

/** The calendar that every date of the desk is counted by: the year on one sheet, its documents, and what was changed. */
export function CalendarPage() {
  const today = localDayOf(deskNow())
  const [{ nam: year = Number(today.slice(0, 4)) }] = useUrlState(pageParams)
  usePageTitle(`Lịch làm việc năm ${year}`)
  const { data: calendar, error, refetch } = useQuery(calendarOptions(year, undefined))
  const [withdrawn, setWithdrawn] = useState<CalendarDay>()
  const navigate = useNavigate()

  return (
    <main className="page">
      <header className="page-head">
        <h1>Lịch làm việc năm {year}</h1>
        <nav className="as-of" aria-label="Năm">
          <Link to={`?nam=${year - 1}`}>← {year - 1}</Link> <Link to={`?nam=${year + 1}`}>{year + 1} →</Link>
        </nav>
        <Link className="button no-print" to="/can-bo/lich/ghi">
          Ghi ngày vào lịch
        </Link>
      </header>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!calendar && !error && <Loading rows={10} />}
      {calendar && (
        <>
          <YearMark calendar={calendar} />
          <RecentChanges />
          <section className="report-part" aria-labelledby="ca-nam">
            <h2 id="ca-nam">Cả năm</h2>
            <p className="hint">
              Ngày thường: thứ Hai đến thứ Sáu, 07:00–11:30 và 13:30–17:00. Sáng thứ Bảy chỉ nhận hồ sơ, không tính vào
              thời hạn. Bấm vào một ngày để ghi ngày đó.
            </p>
            <YearSheet
              year={year}
              days={calendar.days.filter(({ inForce }) => inForce)}
              today={today}
              onPick={(date) => navigate(`/can-bo/lich/ghi?ngay=${date}`)}
            />
            <Legend />
          </section>
          <section className="report-part" aria-labelledby="cac-ngay">
            <h2 id="cac-ngay">Các ngày đã ghi, kèm văn bản</h2>
            {calendar.days.length === 0 ? (
              <Empty title={`Năm ${year} chưa có ngày nào được ghi.`}>
                <p>Mọi ngày từ thứ Hai đến thứ Sáu đang được tính là ngày làm việc.</p>
              </Empty>
            ) : (
              <EntryList year={year} days={calendar.days} onWithdraw={setWithdrawn} />
            )}
          </section>
        </>
      )}
      {withdrawn && <WithdrawDialog day={withdrawn} onClose={() => setWithdrawn(undefined)} />}
    </main>
  )
}

function Legend() {
  return (
    <ul className="year-legend" aria-label="Chú giải">
      {dayKinds.map((kind) => (
        <li key={kind}>
          <span className="day-sign" data-kind={kind} aria-hidden="true">
            {kindWords[kind].sign}
          </span>{' '}
          {kindWords[kind].words}
        </li>
      ))}
    </ul>
  )
}
