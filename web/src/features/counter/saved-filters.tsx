import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { QueueFilter, SavedFilterView } from '#shared/counter/schemas.ts'
import { savedFiltersView } from '#shared/counter/schemas.ts'
import { request } from '#web/src/lib/http.ts'
import { read } from '#web/src/lib/read.ts'
import { toQuery } from '#web/src/lib/url-params.ts'
import { announce } from '#web/src/ui/announce.ts'
import { Dialog } from '#web/src/ui/dialog.tsx'
import { TextField } from '#web/src/ui/field.tsx'
import { Icon } from '#web/src/ui/icons.tsx'
import { Failure } from '#web/src/ui/notice.tsx'
import { deskKey, type QueueFilters } from './api.ts'
import { type QueueViewEntry, queueViewEntries } from './queue-views.ts'

/** The filters of this person and of the unit, with counts that the desk's stream renews like all others. */
export const savedFiltersOptions = (unit: string | undefined) =>
  queryOptions({
    queryKey: [...deskKey, 'filters', unit],
    queryFn: async ({ signal }) =>
      (await read(savedFiltersView, `/api/desk/filters${toQuery({ unit })}`, signal)).items,
    refetchInterval: 30_000,
  })

/** A filter is an address: this one shows what it asks for. */
export function addressOfFilter({ view, due, procedure, q }: QueueFilter, unit: string | undefined): string {
  const entry = queueViewEntries.find((each) => each.view === view && each.due === due) ?? queueViewEntries[0]

  return `/can-bo/ban-xu-ly/${entry?.slug}${toQuery({ procedure, q, unit })}`
}

export const filterOf = ({ view, due }: QueueViewEntry, { procedure, q }: QueueFilters): QueueFilter =>
  ({ view, ...(due && { due }), ...(procedure && { procedure }), ...(q && { q }) }) as QueueFilter

/** Named filters in the left pane; the owner may take one away. */
export function SavedFilters({ unit, address }: { unit: string | undefined; address: string }) {
  const { data: filters = [] } = useQuery(savedFiltersOptions(unit))
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: ({ id }: SavedFilterView) => request('DELETE', `/api/desk/filters/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: deskKey }),
  })
  if (filters.length === 0) return null

  return (
    <>
      <h2>Bộ lọc đã lưu</h2>
      {remove.error && <Failure error={remove.error} />}
      <ul>
        {filters.map((saved) => {
          const target = addressOfFilter(saved.filter, unit)

          return (
            <li key={saved.id} className="saved-filter">
              <Link to={target} className="queue-link" aria-current={target === address ? 'page' : undefined}>
                <span title={saved.isMine ? undefined : `${saved.owner} chia sẻ`}>{saved.name}</span>
                <span className="count">
                  {saved.count}
                  {saved.isAtLeast && '+'}
                </span>
              </Link>
              {saved.isMine && (
                <button
                  type="button"
                  className="quiet"
                  disabled={remove.isPending}
                  onClick={() => remove.mutate(saved)}
                >
                  <Icon name="cross" size={12} />
                  <span className="unseen">Xóa bộ lọc {saved.name}</span>
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

interface SaveFilterDialogProps {
  filter: QueueFilter
  suggestion: string
  onClose: () => void
}

/** A name for what is on screen, for oneself or for the whole unit. */
export function SaveFilterDialog({ filter, suggestion, onClose }: SaveFilterDialogProps) {
  const client = useQueryClient()
  const [id] = useState(newUuid)
  const save = useMutation({
    mutationFn: (named: { name: string; isShared: boolean }) =>
      request('PUT', `/api/desk/filters/${id}`, { body: { ...named, filter } }),
    onSuccess: (_, { name }) => {
      announce(`Đã lưu bộ lọc ${name}`)
      void client.invalidateQueries({ queryKey: deskKey })
      onClose()
    },
  })

  return (
    <Dialog title="Lưu bộ lọc" onClose={onClose}>
      <form
        className="step-form"
        onSubmit={(event) => {
          event.preventDefault()
          const given = new FormData(event.currentTarget)
          save.mutate({ name: String(given.get('name')).trim() || suggestion, isShared: given.get('shared') === 'on' })
        }}
      >
        <div className="step-body">
          {save.error && <Failure error={save.error} />}
          <TextField label="Tên bộ lọc" name="name" maxLength={60} defaultValue={suggestion} />
          <label className="choice">
            <input type="checkbox" name="shared" />
            <span>Cả đơn vị cùng dùng</span>
          </label>
        </div>
        <footer className="dialog-foot">
          <button type="submit" className="primary" disabled={save.isPending}>
            Lưu
          </button>
          <button type="button" onClick={onClose}>
            Đóng
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

/** Version 4, from the generator that plain HTTP has too. */
function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte, index) =>
    (index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0'),
  )

  return [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)]
    .map((part) => part.join(''))
    .join('-')
}
