import type { UseFormReturn } from 'react-hook-form'
import type { CalendarDay } from '#shared/calendar/schemas.ts'
import { calendarKinds } from '#shared/sla/calendar.ts'
import { SelectField, TextField } from '#web/src/ui/field.tsx'
import type { EntryDraft } from './entry-draft.ts'
import { UnitField } from './unit-field.tsx'
import { kindWords, scopeWords } from './words.ts'

interface EntryFieldsProps {
  form: UseFormReturn<EntryDraft>
  /** What is in force on the chosen day, and may be replaced or taken back. */
  standing: readonly CalendarDay[]
  today: string
}

/** What the document says about one day. */
export function EntryFields({ form, standing, today }: EntryFieldsProps) {
  const { register, watch, formState } = form
  const { errors } = formState
  const [kind, level, unit] = watch(['kind', 'level', 'unit'])
  const error = (field: keyof EntryDraft) => errors[field]?.message

  return (
    <div className="entry-fields">
      <TextField label="Ngày" type="date" error={error('date')} {...register('date')} />
      <SelectField label="Loại ngày" error={error('kind')} {...register('kind')}>
        {calendarKinds.map((each) => (
          <option key={each} value={each}>
            {kindWords[each].words}
          </option>
        ))}
      </SelectField>
      <TextField
        label="Tên ngày"
        hint="Như văn bản gọi, ví dụ: Ngày Văn hóa Việt Nam."
        error={error('name')}
        {...register('name')}
      />
      <SelectField label="Phạm vi" {...register('level')}>
        <option value="nation">Cả nước</option>
        <option value="province">Cả tỉnh</option>
        <option value="unit">Một xã, phường</option>
      </SelectField>
      {level === 'unit' && (
        <UnitField
          words={unit}
          label="Xã, phường"
          hint="Gõ vài chữ rồi chọn trong danh sách."
          error={error('unit')}
          {...register('unit')}
        />
      )}
      {kind !== 'withdrawn' && (
        <TextField
          label="Giờ làm việc trong ngày"
          hint="Để trống nếu nghỉ hoặc làm cả ngày. Ví dụ: 07:00-11:30."
          isOptional
          error={error('hours')}
          {...register('hours')}
        />
      )}
      <TextField
        label="Văn bản"
        hint="Số hiệu và nơi ban hành, ví dụ: Công văn 12729/VPCP-KGVX."
        error={error('source')}
        {...register('source')}
      />
      <TextField
        label="Ngày ban hành"
        type="date"
        max={today}
        error={error('announcedOn')}
        {...register('announcedOn')}
      />
      {(standing.length > 0 || kind === 'withdrawn' || error('supersedes')) && (
        <SelectField label="Thay cho mục đã ghi" error={error('supersedes')} {...register('supersedes')}>
          <option value="">Không thay mục nào</option>
          {standing.map(({ id, kind: its, name, scope, source }) => (
            <option key={id} value={id}>
              {kindWords[its].words}: {name}, {scopeWords(scope)} ({source})
            </option>
          ))}
        </SelectField>
      )}
    </div>
  )
}
