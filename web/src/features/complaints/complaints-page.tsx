import { useQuery } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { useUrlState } from '#web/src/lib/use-url-state.ts'
import { SelectField } from '#web/src/ui/field.tsx'
import { Empty, Failure, Loading } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { complaintsOptions } from './api.ts'
import { Complaint } from './complaint.tsx'

const filtersOf = z.strictObject({ show: z.optional(z.enum(['open', 'closed'])) })

/** Complaints and requests about data: the one that must be answered first on top. */
export function ComplaintsPage() {
  usePageTitle('Phản ánh, yêu cầu')
  const [filters, changeFilters] = useUrlState(filtersOf)
  const show = filters.show ?? 'open'
  const { data, error, isPending, refetch } = useQuery(complaintsOptions(show))

  return (
    <main className="page">
      <h1>Phản ánh, yêu cầu</h1>
      <div className="line-form">
        <SelectField
          label="Xem"
          value={show}
          onChange={({ target }) =>
            changeFilters({ show: target.value === 'closed' ? 'closed' : '' }, { replace: true })
          }
        >
          <option value="open">Chưa xong</option>
          <option value="closed">Đã trả lời hoặc từ chối</option>
        </SelectField>
      </div>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading rows={4} />}
      {data?.items.length === 0 && <Empty title="Không có phản ánh, yêu cầu nào." />}
      {data?.items.map((complaint) => (
        <Complaint key={complaint.id} complaint={complaint} />
      ))}
    </main>
  )
}
