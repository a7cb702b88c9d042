import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { CalendarDay, CalendarEntryInput } from '#shared/calendar/schemas.ts'
import { formatIsoDay, localDayOf } from '#shared/text/format.ts'
import { deskNow } from '#web/src/lib/desk-time.ts'
import { announce } from '#web/src/ui/announce.ts'
import { Dialog } from '#web/src/ui/dialog.tsx'
import { TextField } from '#web/src/ui/field.tsx'
import { Failure } from '#web/src/ui/notice.tsx'
import { usePreview, useSaveChange } from './api.ts'
import { PreviewReport } from './preview-report.tsx'
import { kindWords, scopeWords } from './words.ts'

interface Reason {
  source: string
  announcedOn: string
}

/** Takes one entry back, by an entry that says so and by which document; previewed like any other. */
export function WithdrawDialog({ day, onClose }: { day: CalendarDay; onClose: () => void }) {
  const [today] = useState(() => localDayOf(deskNow()))
  const { register, handleSubmit } = useForm<Reason>({ defaultValues: { source: '', announcedOn: today } })
  const preview = usePreview()
  const save = useSaveChange()
  const look = handleSubmit((reason) => preview.mutate({ entries: [withdrawalOf(day, reason)] }))
  const onSave = () =>
    preview.variables &&
    save.mutate(preview.variables, {
      onSuccess: () => {
        announce(`Đã rút lại ngày ${formatIsoDay(day.date)}.`)
        onClose()
      },
    })

  return (
    <Dialog title={`Rút lại ngày ${formatIsoDay(day.date)}`} shape="drawer" onClose={onClose}>
      <form onSubmit={look} onChange={() => preview.reset()} noValidate className="dialog-body">
        <p>
          {kindWords[day.kind].words}: {day.name}, {scopeWords(day.scope)} ({day.source}). Mục này vẫn còn trong lịch
          sử; từ lúc ghi nó không còn áp dụng cho hồ sơ đang mở.
        </p>
        <TextField
          label="Văn bản hoặc lý do rút lại"
          hint="Ví dụ: Đính chính số 32/UBND; hoặc: Ghi nhầm ngày, văn bản gốc là ngày 26/11."
          {...register('source')}
        />
        <TextField label="Ngày ban hành" type="date" max={today} {...register('announcedOn')} />
        {preview.isError && <Failure error={preview.error} />}
        <button type="submit" className={preview.data ? undefined : 'primary'} disabled={preview.isPending}>
          Xem trước hồ sơ nào đổi ngày
        </button>
      </form>
      {preview.data && (
        <div className="dialog-body">
          <PreviewReport preview={preview.data} />
          {save.isError && <Failure error={save.error} />}
          <button type="button" className="danger" disabled={save.isPending} onClick={onSave}>
            Rút lại mục này
          </button>
        </div>
      )}
    </Dialog>
  )
}

function withdrawalOf({ id, date, name, scope }: CalendarDay, { source, announcedOn }: Reason): CalendarEntryInput {
  return {
    date,
    kind: 'withdrawn',
    name,
    scope: scope.level === 'unit' ? { level: 'unit', code: scope.code ?? '' } : { level: scope.level },
    source: source.trim(),
    announcedOn,
    supersedes: id,
  }
}
