import { handOverInput } from '#shared/dossiers/schemas.ts'
import { Choice, ChoiceGroup, TextField } from '#web/src/ui/field.tsx'
import { StepWindow } from './step-window.tsx'
import { type StepWindowProps, useStepForm } from './use-step-form.ts'

/** The result reaches the resident. The clock ended with the signature; this is the log-book of results. */
export function HandOverWindow(props: StepWindowProps) {
  const { dossier, onClose } = props
  const { register, ...form } = useStepForm(props, {
    step: 'hand_over',
    schema: handOverInput,
    defaults: { method: dossier.channel === 'online' ? 'electronic' : 'counter', receivedBy: dossier.applicantName },
    toStep: (body) => ({ method: 'PUT', resource: 'handover', body }),
  })
  const { errors } = form.formState

  return (
    <StepWindow title="Giao kết quả" dossier={dossier} form={form} submitWords="Giao kết quả" onClose={onClose}>
      <ChoiceGroup legend="Giao bằng cách nào?" error={errors.method?.message}>
        <Choice value="counter" label="Tại quầy" {...register('method')} />
        <Choice value="electronic" label="Bản điện tử" hint="Công dân tải ở trang tra cứu." {...register('method')} />
        <Choice value="post" label="Qua bưu chính" {...register('method')} />
      </ChoiceGroup>
      <TextField label="Người nhận" isOptional error={errors.receivedBy?.message} {...register('receivedBy')} />
    </StepWindow>
  )
}
