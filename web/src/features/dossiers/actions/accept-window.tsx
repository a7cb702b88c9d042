import { acceptInput } from '#shared/dossiers/step-schemas.ts'
import { Choice, ChoiceGroup } from '#web/src/ui/field.tsx'
import { Notice } from '#web/src/ui/notice.tsx'
import { StepWindow } from './step-window.tsx'
import { type StepWindowProps, useStepForm } from './use-step-form.ts'

/** Acceptance starts the legal clock, so what is missing and which term will run are seen before. */
export function AcceptWindow(props: StepWindowProps) {
  const { dossier, onClose } = props
  const { register, ...form } = useStepForm(props, {
    step: 'accept',
    schema: acceptInput,
    defaults: { variant: dossier.variants.some(({ id }) => id === dossier.variant?.id) ? dossier.variant?.id : '' },
    toStep: (body) => ({ method: 'PUT', resource: 'acceptance', body }),
  })
  const missing = dossier.papersNeeded.filter(({ received }) => !received)

  return (
    <StepWindow title="Tiếp nhận hồ sơ" dossier={dossier} form={form} submitWords="Tiếp nhận" onClose={onClose}>
      {missing.length > 0 && (
        <Notice tone="warning" title="Hồ sơ còn thiếu giấy tờ">
          <ul>
            {missing.map(({ kind, name }) => (
              <li key={kind}>{name.vi}</li>
            ))}
          </ul>
          <p>Nếu thật sự thiếu, hãy yêu cầu bổ sung thay vì tiếp nhận.</p>
        </Notice>
      )}
      {dossier.variants.length > 0 && (
        <ChoiceGroup legend="Thời hạn giải quyết nào áp dụng?" error={form.formState.errors.variant?.message}>
          <Choice value="" label="Thời hạn thông thường của thủ tục" {...register('variant')} />
          {dossier.variants.map(({ id, name }) => (
            <Choice key={id} value={id} label={name.vi} {...register('variant')} />
          ))}
        </ChoiceGroup>
      )}
      <p>
        Thời hạn giải quyết tính từ phút tiếp nhận. Công dân nhận được phiếu tiếp nhận và ngày hẹn trả kết quả (CT04).
      </p>
    </StepWindow>
  )
}
