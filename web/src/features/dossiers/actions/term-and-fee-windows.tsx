import * as z from 'zod/mini'
import { changeVariantInput, recordPaymentInput } from '#shared/dossiers/step-schemas.ts'
import { formatMoney } from '#shared/text/format.ts'
import { Choice, ChoiceGroup, TextArea, TextField } from '#web/src/ui/field.tsx'
import { StepWindow } from './step-window.tsx'
import { type StepWindowProps, useStepForm } from './use-step-form.ts'

const nothing = z.strictObject({})

/** Another legal term, with its reason; it counts from the same acceptance. */
export function VariantWindow(props: StepWindowProps) {
  const { dossier, onClose } = props
  const { register, ...form } = useStepForm(props, {
    step: 'change_variant',
    schema: changeVariantInput,
    defaults: { variant: '', reason: '' },
    toStep: (body) => ({ method: 'PUT', resource: 'variant', body }),
  })
  const { errors } = form.formState

  return (
    <StepWindow
      title="Đổi thời hạn giải quyết"
      dossier={dossier}
      form={form}
      submitWords="Đổi thời hạn"
      onClose={onClose}
    >
      <ChoiceGroup legend="Thời hạn nào áp dụng?" error={errors.variant && 'Chọn một trường hợp.'}>
        {dossier.variants
          .filter(({ id }) => id !== dossier.variant?.id)
          .map(({ id, name }) => (
            <Choice key={id} value={id} label={name.vi} {...register('variant')} />
          ))}
      </ChoiceGroup>
      <TextArea label="Lý do" error={errors.reason?.message} {...register('reason')} />
      <p>Thời hạn mới vẫn tính từ lúc tiếp nhận.</p>
    </StepWindow>
  )
}

export function RequestPaymentWindow(props: StepWindowProps) {
  const { dossier, onClose } = props
  const form = useStepForm(props, {
    step: 'request_payment',
    schema: nothing,
    defaults: {},
    toStep: () => ({ method: 'POST', resource: 'payment-requests', body: {} }),
  })

  return (
    <StepWindow title="Yêu cầu nộp lệ phí" dossier={dossier} form={form} submitWords="Gửi yêu cầu" onClose={onClose}>
      <p>
        Lệ phí <strong>{formatMoney(dossier.fee)}</strong>. Chờ nộp lệ phí không dừng thời hạn giải quyết.
      </p>
    </StepWindow>
  )
}

export function RecordPaymentWindow(props: StepWindowProps) {
  const { dossier, onClose } = props
  const { register, ...form } = useStepForm(props, {
    step: 'record_payment',
    schema: recordPaymentInput,
    defaults: { amount: dossier.fee, method: 'cash', reference: '' },
    toStep: (body) => ({ method: 'PUT', resource: 'payment', body }),
  })
  const { errors } = form.formState

  return (
    <StepWindow title="Ghi nhận lệ phí" dossier={dossier} form={form} submitWords="Ghi nhận" onClose={onClose}>
      <TextField
        label="Số tiền (đồng)"
        inputMode="numeric"
        error={errors.amount?.message}
        {...register('amount', { setValueAs: moneyOf })}
      />
      <ChoiceGroup legend="Nộp bằng cách nào?" error={errors.method?.message}>
        <Choice value="cash" label="Tiền mặt tại quầy" {...register('method')} />
        <Choice value="transfer" label="Chuyển khoản" {...register('method')} />
        <Choice value="portal" label="Cổng dịch vụ công" {...register('method')} />
      </ChoiceGroup>
      <TextField
        label="Số biên lai hoặc mã giao dịch"
        isOptional
        error={errors.reference?.message}
        {...register('reference')}
      />
    </StepWindow>
  )
}

/** `20.000` and `20 000` are written by people as often as `20000`. */
const moneyOf = (value: string | number) => Number(String(value).replace(/[.\s]/g, ''))
