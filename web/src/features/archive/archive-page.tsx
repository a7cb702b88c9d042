import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import * as z from 'zod/mini'
import { useAccount } from '#web/src/lib/account.ts'
import { useUrlState } from '#web/src/lib/use-url-state.ts'
import { DataTable } from '#web/src/ui/data-table.tsx'
import { SelectField, TextField } from '#web/src/ui/field.tsx'
import { MoreRows } from '#web/src/ui/more-rows.tsx'
import { Empty, Failure, Loading } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { archiveOptions } from './api.ts'
import { shelfColumns } from './columns.tsx'
import { ProposeDisposal } from './propose-disposal.tsx'
import { RecordForm } from './record-form.tsx'

const filtersOf = z.strictObject({
  q: z.optional(z.string().check(z.maxLength(120))),
  year: z.optional(z.string().check(z.regex(/^\d{4}$/))),
  kind: z.optional(z.enum(['dossier', 'record'])),
  expired: z.optional(z.literal('1')),
})

/** The archive of the unit: sealed dossiers and scanned paper files, found, taken out, and put up for disposal. */
export function ArchivePage() {
  usePageTitle('Lưu trữ')
  const account = useAccount()
  const [filters, changeFilters] = useUrlState(filtersOf)
  const query = useInfiniteQuery(archiveOptions(filters))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isAdding, setAdding] = useState(false)
  const items = query.data?.pages.flatMap((page) => page.items)
  const mayKeep = account.role === 'officer' || account.role === 'commander'
  const choose = (code: string, isChosen: boolean) =>
    setChosen((before) => {
      const after = new Set(before)
      if (isChosen) after.add(code)
      else after.delete(code)

      return after
    })

  return (
    <main className="page">
      <h1>Lưu trữ</h1>
      <p className="row-actions">
        {mayKeep && (
          <button type="button" onClick={() => setAdding(true)}>
            Số hóa hồ sơ giấy
          </button>
        )}
        <Link to="/can-bo/luu-tru/huy">Danh mục hủy</Link>
      </p>
      {isAdding && <RecordForm onClose={() => setAdding(false)} />}
      <form className="line-form" onSubmit={(event) => event.preventDefault()}>
        <TextField
          label="Tìm theo mã, tên, tiêu đề"
          type="search"
          defaultValue={filters.q ?? ''}
          onChange={({ target }) => changeFilters({ q: target.value || undefined }, { replace: true })}
        />
        <TextField
          label="Năm"
          inputMode="numeric"
          maxLength={4}
          defaultValue={filters.year ?? ''}
          onChange={({ target: { value } }) =>
            changeFilters({ year: /^\d{4}$/.test(value) ? value : undefined }, { replace: true })
          }
        />
        <SelectField
          label="Loại"
          value={filters.expired ? 'expired' : (filters.kind ?? '')}
          onChange={({ target: { value } }) => {
            setChosen(new Set())
            changeFilters(
              value === 'expired'
                ? { expired: '1', kind: undefined }
                : { expired: undefined, kind: value || undefined },
              { replace: true },
            )
          }}
        >
          <option value="">Tất cả</option>
          <option value="dossier">Hồ sơ điện tử đã đóng gói</option>
          <option value="record">Hồ sơ giấy đã số hóa</option>
          <option value="expired">Hết thời hạn lưu trữ</option>
        </SelectField>
      </form>
      {query.error && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {!items && !query.error && <Loading rows={8} />}
      {items?.length === 0 && (
        <Empty title="Không tìm thấy hồ sơ nào trong kho.">
          <p>Hồ sơ đã kết thúc được tự đóng gói sau 30 ngày.</p>
        </Empty>
      )}
      {filters.expired && mayKeep && chosen.size > 0 && (
        <ProposeDisposal codes={[...chosen]} onDone={() => setChosen(new Set())} />
      )}
      {items && items.length > 0 && (
        <DataTable
          caption="Hồ sơ trong kho lưu trữ"
          columns={shelfColumns({
            ...(filters.expired && mayKeep && { chosen, onChoose: choose }),
            mayExport: mayKeep,
          })}
          rows={items}
          keyOf={({ id }) => id}
        />
      )}
      <MoreRows query={query} shown={items?.length ?? 0} />
    </main>
  )
}
