import { extendInput } from '#shared/dossiers/step-schemas.ts'
import { formatInstant, localDayOf } from '#shared/text/format.ts'
import { TextArea, TextField } from '#web/src/ui/field.tsx'
import { StepWindow } from './step-window.tsx'
import { type StepWindowProps, useStepForm } from './use-step-form.ts'

/** The letter of apology with a new date: once, and the first date stays what the dossier is judged by. */
export function ExtendWindow(props: StepWindowProps) {
  const { dossier, onClose } = props
  const { register, ...form } = useStepForm(props, {
    step: 'extend',
    schema: extendInput,
    defaults: { newDueOn: '', reason: '' },
    toStep: (body) => ({ method: 'POST', resource: 'extensions', body }),
  })
  const { errors } = form.formState

  return (
    <StepWindow
      title="Thư xin lỗi và hẹn lại ngày trả"
      dossier={dossier}
      form={form}
      submitWords="Gửi thư xin lỗi"
      onClose={onClose}
    >
      {dossier.dueAt && (
        <p>
          Ngày hẹn đang có: <strong>{formatInstant(dossier.dueAt)}</strong>.
        </p>
      )}
      <TextField
        label="Hẹn lại ngày"
        hint="Một ngày làm việc sau ngày hẹn đang có; hẹn đến hết giờ làm việc của ngày đó."
        type="date"
        min={dossier.dueAt ? localDayOf(dossier.dueAt) : undefined}
        error={errors.newDueOn && 'Chọn một ngày.'}
        {...register('newDueOn')}
      />
      <TextArea
        label="Lý do chậm"
        hint="In trong thư, công dân đọc được."
        error={errors.reason?.message}
        {...register('reason')}
      />
      <p>
        Thư theo mẫu 04 được lập, lưu trong hồ sơ và báo cho công dân. Mỗi hồ sơ chỉ hẹn lại một lần; đúng hạn hay trễ
        hạn vẫn tính theo ngày hẹn đầu.
        {dossier.letter?.standing === 'late' && ' Đã quá thời điểm phải gửi, thư sẽ ghi là gửi muộn.'}
      </p>
    </StepWindow>
  )
}
