import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { type WarningKind, warningKinds } from '#shared/dossiers/events.ts'
import { useAccount } from '#web/src/lib/account.ts'
import { noProcedures, procedureNamesOptions } from '#web/src/lib/procedures.ts'
import { useUrlState } from '#web/src/lib/use-url-state.ts'
import { DataTable } from '#web/src/ui/data-table.tsx'
import { SelectField } from '#web/src/ui/field.tsx'
import { MoreRows } from '#web/src/ui/more-rows.tsx'
import { Empty, Failure, Loading } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { useMark, warningsOptions } from './api.ts'
import { letterColumns, warningColumns } from './columns.tsx'
import { kindWords } from './words.ts'

const filtersOf = z.strictObject({
  kind: z.optional(z.enum(warningKinds)),
  unit: z.optional(z.string().check(z.regex(/^\d{5}$/))),
})

/** What this person is warned of: letters of apology to send in time, and dates that come near or were missed. */
export function WarningsPage() {
  usePageTitle('Cảnh báo')
  const account = useAccount()
  const [filters, changeFilters] = useUrlState(filtersOf)
  const query = useInfiniteQuery(warningsOptions(filters))
  const { data: procedures = noProcedures } = useQuery(procedureNamesOptions)
  const mark = useMark()
  const items = query.data?.pages.flatMap((page) => page.items)
  const letters = query.data?.pages[0]?.letters ?? []
  const context = { procedures, isSupervisor: account.role === 'supervisor' }

  return (
    <main className="page">
      <h1>Cảnh báo</h1>
      {query.error && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {mark.error && <Failure error={mark.error} />}
      {letters.length > 0 && (
        <section aria-labelledby="letters-title">
          <h2 id="letters-title">Cần thư xin lỗi</h2>
          <p className="hint">
            Hồ sơ nào sẽ trễ thì gửi thư xin lỗi và hẹn lại, chậm nhất hết giờ làm việc của ngày làm việc trước ngày
            hẹn. Hồ sơ kịp hạn thì không cần.
          </p>
          <DataTable
            caption="Hồ sơ cần nghĩ đến thư xin lỗi"
            columns={letterColumns(context)}
            rows={letters}
            keyOf={({ code }) => code}
          />
        </section>
      )}
      <section aria-labelledby="dates-title">
        <h2 id="dates-title">Thời hạn</h2>
        <div className="line-form">
          <SelectField
            label="Mức cảnh báo"
            value={filters.kind ?? ''}
            onChange={({ target }) => changeFilters({ kind: target.value as WarningKind | '' }, { replace: true })}
          >
            <option value="">Tất cả</option>
            {warningKinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindWords[kind]}
              </option>
            ))}
          </SelectField>
        </div>
        {!items && !query.error && <Loading rows={8} />}
        {items?.length === 0 && (
          <Empty title="Không có cảnh báo nào.">
            <p>Hồ sơ sắp đến hạn, đến hạn hoặc quá hạn sẽ tự hiện ở đây.</p>
          </Empty>
        )}
        {items && items.length > 0 && (
          <DataTable
            caption="Hồ sơ sắp đến hạn, đến hạn và quá hạn"
            columns={warningColumns({ ...context, onMark: (id, kind) => mark.mutate({ id, mark: kind }) })}
            rows={items}
            keyOf={({ id }) => id}
          />
        )}
        <MoreRows query={query} shown={items?.length ?? 0} />
      </section>
    </main>
  )
}
