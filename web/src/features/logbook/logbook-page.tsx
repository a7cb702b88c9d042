import * as z from 'zod/mini'
import { localDayOf } from '#shared/text/format.ts'
import { deskNow } from '#web/src/lib/desk-time.ts'
import { toQuery } from '#web/src/lib/url-params.ts'
import { useUrlState } from '#web/src/lib/use-url-state.ts'
import { TextField } from '#web/src/ui/field.tsx'
import { Icon } from '#web/src/ui/icons.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'

const days = z.strictObject({ from: z.optional(z.iso.date()), to: z.optional(z.iso.date()) })

/** The unit's logbook (form 07) for some days: which days, and the two files. */
export function LogbookPage() {
  usePageTitle('Sổ theo dõi hồ sơ')
  const [chosen, change] = useUrlState(days)
  const today = localDayOf(deskNow())
  const from = chosen.from ?? `${today.slice(0, 8)}01`
  const to = chosen.to ?? today
  const isBackwards = to < from
  const query = toQuery({ from, to })

  return (
    <main className="page">
      <h1>Sổ theo dõi hồ sơ</h1>
      <p>Mọi hồ sơ nộp cho đơn vị trong những ngày này, lập từ nhật ký hồ sơ (mẫu 07). Việc lập sổ được ghi lại.</p>
      <form className="line-form" onSubmit={(event) => event.preventDefault()}>
        <TextField
          label="Từ ngày"
          type="date"
          value={from}
          onChange={({ target }) => change({ from: target.value }, { replace: true })}
        />
        <TextField
          label="Đến ngày"
          type="date"
          value={to}
          error={isBackwards ? 'Ngày cuối phải từ ngày đầu trở đi.' : undefined}
          onChange={({ target }) => change({ to: target.value }, { replace: true })}
        />
      </form>
      {!isBackwards && (
        <ul className="documents">
          <li>
            <Icon name="paper" />
            <a href={`/api/logbook.pdf${query}`}>Tải sổ dạng PDF để in</a>
          </li>
          <li>
            <Icon name="paper" />
            <a href={`/api/logbook.xlsx${query}`}>Tải sổ dạng Excel</a>
          </li>
        </ul>
      )}
    </main>
  )
}
