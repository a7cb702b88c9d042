import { agencyCheckInput, agencyResultInput } from '#shared/dossiers/step-schemas.ts'
import { TextArea, TextField } from '#web/src/ui/field.tsx'
import { StepWindow } from './step-window.tsx'
import { type StepWindowProps, useStepForm } from './use-step-form.ts'

/** Another body checks something: from now its minutes are told apart from the office's. */
export function BeginCheckWindow(props: StepWindowProps) {
  const { dossier, onClose } = props
  const { register, ...form } = useStepForm(props, {
    step: 'begin_agency_check',
    schema: agencyCheckInput,
    defaults: { agency: '', reason: '' },
    toStep: (body) => ({ method: 'POST', resource: 'agency-checks', body }),
  })
  const { errors } = form.formState

  return (
    <StepWindow
      title="Chuyển cơ quan khác xác minh"
      dossier={dossier}
      form={form}
      submitWords="Ghi việc chuyển xác minh"
      onClose={onClose}
    >
      <TextField
        label="Cơ quan xác minh"
        hint="Công dân cũng đọc được."
        error={errors.agency?.message}
        {...register('agency')}
      />
      <TextArea label="Cần xác minh gì" error={errors.reason?.message} {...register('reason')} />
      <p>Ngày hẹn trả giữ nguyên. Thời gian chờ được ghi riêng cho cơ quan xác minh.</p>
    </StepWindow>
  )
}

/** The other body has answered, or is no longer waited for. */
export function EndCheckWindow(props: StepWindowProps) {
  const { dossier, onClose } = props
  const { register, ...form } = useStepForm(props, {
    step: 'end_agency_check',
    schema: agencyResultInput,
    defaults: { result: '' },
    toStep: (body) => ({ method: 'PUT', resource: 'agency-checks/current/result', body }),
  })
  const { errors } = form.formState

  return (
    <StepWindow title="Kết quả xác minh" dossier={dossier} form={form} submitWords="Ghi kết quả" onClose={onClose}>
      {dossier.agencyCheck && (
        <p>
          <strong>{dossier.agencyCheck.agency}</strong>: {dossier.agencyCheck.reason}
        </p>
      )}
      <TextArea label="Kết quả" isOptional error={errors.result?.message} {...register('result')} />
    </StepWindow>
  )
}
