import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useForm } from 'react-hook-form'
import { Link, useNavigate } from 'react-router'
import * as z from 'zod/mini'
import type { CalendarEntryInput } from '#shared/calendar/schemas.ts'
import { localDay } from '#shared/http/instant.ts'
import { formatIsoDay, localDayOf } from '#shared/text/format.ts'
import { contentKeys } from '#web/src/lib/content-keys.ts'
import { deskNow } from '#web/src/lib/desk-time.ts'
import { Refused } from '#web/src/lib/http.ts'
import { useUrlState } from '#web/src/lib/use-url-state.ts'
import { announce } from '#web/src/ui/announce.ts'
import { Failure } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { calendarOptions, usePreview, useSaveChange } from './api.ts'
import { type EntryDraft, emptyDraft, fieldOf, toEntryInput } from './entry-draft.ts'
import { EntryFields } from './entry-fields.tsx'
import { PreviewReport } from './preview-report.tsx'
import { draftWords } from './words.ts'

const pageParams = z.strictObject({ ngay: z.optional(localDay) })

/**
 * What a document orders: one day or several, then what it would move, then the record itself. Nothing is saved that
 * was not previewed in just these words.
 */
export function NewEntryPage() {
  usePageTitle('Ghi ngày vào lịch')
  const [{ ngay }] = useUrlState(pageParams)
  const today = localDayOf(deskNow())
  const form = useForm<EntryDraft>({ defaultValues: emptyDraft(ngay ?? today, today) })
  const [others, setOthers] = useState<CalendarEntryInput[]>([])
  const preview = usePreview()
  const save = useSaveChange()
  const navigate = useNavigate()
  const date = form.watch('date')
  const year = Number(date.slice(0, 4))
  const { data: calendar } = useQuery({ ...calendarOptions(year, undefined), enabled: year >= 2020 && year <= 2100 })
  const standing = calendar?.days.filter((day) => day.date === date && day.inForce) ?? []

  const look = form.handleSubmit((draft) =>
    preview.mutate(
      { entries: [...others, toEntryInput(draft)] },
      { onError: (error) => showOnFields(error, others.length, form.setError) },
    ),
  )
  const addAnother = form.handleSubmit((draft) => {
    setOthers([...others, toEntryInput(draft)])
    form.reset({ ...draft, date: '', name: '', hours: '', supersedes: '' })
    form.setFocus('date')
  })
  const onChange = (event: FormEvent) => {
    preview.reset()
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) {
      form.clearErrors(event.target.name as keyof EntryDraft)
    }
  }
  const onSave = () =>
    preview.variables &&
    save.mutate(preview.variables, {
      onSuccess: () => {
        announce('Đã ghi vào lịch. Các hồ sơ đổi ngày đang được báo.')
        void navigate(`/can-bo/lich?nam=${year}`)
      },
    })

  return (
    <main className="page">
      <nav aria-label="Đường dẫn">
        <Link to={`/can-bo/lich?nam=${year || ''}`}>← Lịch làm việc</Link>
      </nav>
      <h1>Ghi ngày vào lịch</h1>
      {others.length > 0 && (
        <Others
          entries={others}
          onRemove={(index) => {
            preview.reset()
            setOthers(others.filter((_, each) => each !== index))
            announce('Đã bỏ ngày này khỏi văn bản.')
            form.setFocus('date')
          }}
        />
      )}
      <form className="report-part" onSubmit={look} onChange={onChange} noValidate>
        <EntryFields form={form} standing={standing} today={today} />
        {preview.isError && <Failure error={preview.error} />}
        <div className="form-actions">
          <button type="submit" className={preview.data ? undefined : 'primary'} disabled={preview.isPending}>
            {preview.isPending ? 'Đang tính lại các hồ sơ…' : 'Xem trước hồ sơ nào đổi ngày'}
          </button>
          <button type="button" onClick={() => void addAnother()}>
            Thêm một ngày nữa cùng văn bản
          </button>
        </div>
      </form>
      {preview.data && (
        <>
          <PreviewReport preview={preview.data} />
          {save.isError && <Failure error={save.error} />}
          <div className="form-actions">
            <button type="button" className="primary" disabled={save.isPending} onClick={onSave}>
              Ghi vào lịch
            </button>
            <span className="hint">Đã ghi thì không sửa được, chỉ thay hoặc rút lại bằng một mục mới.</span>
          </div>
        </>
      )}
    </main>
  )
}

function Others({ entries, onRemove }: { entries: readonly CalendarEntryInput[]; onRemove: (index: number) => void }) {
  const keys = contentKeys(entries)

  return (
    <section className="report-part" aria-label="Những ngày cùng ghi">
      <ul className="change-list">
        {entries.map((entry, index) => (
          <li key={keys[index]}>
            {draftWords(entry)}{' '}
            <button type="button" className="quiet" onClick={() => onRemove(index)}>
              Bỏ<span className="unseen"> ngày {formatIsoDay(entry.date)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Refusals of the entry that is in the form stand at their fields; those of the others in the notice below. */
function showOnFields(
  error: Error,
  index: number,
  setError: (field: keyof EntryDraft, error: { message: string }, options: { shouldFocus: boolean }) => void,
) {
  if (!(error instanceof Refused)) return
  for (const { pointer = '', detail } of error.problem.errors ?? []) {
    const field = pointer.startsWith(`#/entries/${index}/`) ? fieldOf(pointer) : undefined
    if (field) setError(field, { message: detail }, { shouldFocus: true })
  }
}
