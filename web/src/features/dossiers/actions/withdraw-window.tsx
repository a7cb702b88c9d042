import { counterWithdrawalInput } from '#shared/dossiers/step-schemas.ts'
import { TextArea } from '#web/src/ui/field.tsx'
import { StepWindow } from './step-window.tsx'
import { type StepWindowProps, useStepForm } from './use-step-form.ts'

/** The resident says at the counter that the request is taken back; it ends the dossier. */
export function WithdrawWindow(props: StepWindowProps) {
  const { dossier, onClose } = props
  const { register, ...form } = useStepForm(props, {
    step: 'withdraw',
    schema: counterWithdrawalInput,
    defaults: { reason: '' },
    toStep: (body) => ({ method: 'PUT', resource: 'counter-withdrawal', body }),
  })
  const { errors } = form.formState

  return (
    <StepWindow
      title="Rút hồ sơ theo lời công dân"
      dossier={dossier}
      form={form}
      submitWords="Rút hồ sơ"
      tone="danger"
      onClose={onClose}
    >
      <TextArea
        label="Công dân đề nghị thế nào"
        hint="Ai nói, ở đâu, vì sao; ví dụ: ông Bình nói tại quầy là không còn nhu cầu."
        error={errors.reason?.message}
        {...register('reason')}
      />
      <p>Hồ sơ kết thúc và không mở lại được.</p>
    </StepWindow>
  )
}
