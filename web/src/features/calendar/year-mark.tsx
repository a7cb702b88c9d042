import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { CalendarView } from '#shared/calendar/schemas.ts'
import { announce } from '#web/src/ui/announce.ts'
import { Dialog } from '#web/src/ui/dialog.tsx'
import { TextField } from '#web/src/ui/field.tsx'
import { Failure, Notice } from '#web/src/ui/notice.tsx'
import { useMarkYear } from './api.ts'

/** Whether everything about the year is announced; until then dates that reach into it are marked provisional. */
export function YearMark({ calendar: { year, isComplete, completeSource } }: { calendar: CalendarView }) {
  const [isAsking, setIsAsking] = useState(false)

  return (
    <Notice
      tone={isComplete ? 'good' : 'warning'}
      title={isComplete ? `Lịch năm ${year} đã công bố đủ` : `Lịch năm ${year} chưa công bố đủ`}
    >
      <p>
        {isComplete
          ? completeSource && `Theo ${completeSource}.`
          : `Ngày hẹn rơi vào năm ${year} được ghi là tạm tính trên mọi trang và trên phiếu hẹn.`}{' '}
        <button type="button" className="no-print" onClick={() => setIsAsking(true)}>
          {isComplete ? 'Đánh dấu chưa đủ' : 'Đánh dấu đã đủ'}
        </button>
      </p>
      {isAsking && <MarkDialog year={year} complete={!isComplete} onClose={() => setIsAsking(false)} />}
    </Notice>
  )
}

function MarkDialog({ year, complete, onClose }: { year: number; complete: boolean; onClose: () => void }) {
  const mark = useMarkYear(year)
  const { register, handleSubmit } = useForm({ defaultValues: { source: '' } })
  const onSubmit = handleSubmit(({ source }) =>
    mark.mutate(
      { complete, source: source.trim() },
      {
        onSuccess: () => {
          announce(`Đã đánh dấu lịch năm ${year}.`)
          onClose()
        },
      },
    ),
  )

  return (
    <Dialog title={complete ? `Lịch năm ${year} đã công bố đủ` : `Lịch năm ${year} chưa công bố đủ`} onClose={onClose}>
      <form onSubmit={onSubmit} noValidate className="dialog-body">
        <p>
          {complete
            ? 'Chỉ đánh dấu khi Tết, Quốc khánh và các ngày hoán đổi của năm đã có trong lịch. Ngày hẹn không đổi, chỉ bỏ chữ “tạm tính”.'
            : 'Ngày hẹn không đổi, nhưng mọi ngày rơi vào năm này lại được ghi là tạm tính.'}
        </p>
        <TextField
          label={complete ? 'Theo thông báo nào' : 'Vì sao'}
          hint="Ví dụ: Thông báo 9441/TB-BNV."
          {...register('source')}
        />
        {mark.isError && <Failure error={mark.error} />}
        <button type="submit" className="primary" disabled={mark.isPending}>
          {complete ? 'Đánh dấu đã đủ' : 'Đánh dấu chưa đủ'}
        </button>
      </form>
    </Dialog>
  )
}
