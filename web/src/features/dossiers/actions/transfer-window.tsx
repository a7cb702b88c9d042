import { transferReasonCodes, transferReasons } from '#shared/dossiers/transfer-reasons.ts'
import { transferInput } from '#shared/dossiers/transfer-schemas.ts'
import { SelectField, TextArea } from '#web/src/ui/field.tsx'
import { UnitPicker } from '#web/src/ui/unit-picker.tsx'
import { StepWindow } from './step-window.tsx'
import { type StepWindowProps, useStepForm } from './use-step-form.ts'

/** To the commune it belongs to. Its due date does not move, and this unit no longer sees it. */
export function TransferWindow(props: StepWindowProps) {
  const { dossier, onClose } = props
  const { register, setValue, ...form } = useStepForm(props, {
    step: 'transfer',
    schema: transferInput,
    defaults: { to: '', reasonCode: 'misfiled', reason: '' },
    toStep: (body) => ({ method: 'POST', resource: 'transfers', body }),
  })
  const { errors } = form.formState

  return (
    <StepWindow
      title="Chuyển công an xã khác"
      dossier={dossier}
      form={form}
      submitWords="Chuyển hồ sơ"
      onClose={onClose}
    >
      <UnitPicker
        label="Đơn vị nhận"
        except={dossier.unit.code}
        error={errors.to && 'Chọn một đơn vị trong danh sách.'}
        onPick={(code) => setValue('to', code, { shouldValidate: form.formState.isSubmitted })}
      />
      <SelectField label="Căn cứ, công dân đọc được" {...register('reasonCode')}>
        {transferReasonCodes.map((code) => (
          <option key={code} value={code}>
            {transferReasons[code].vi}
          </option>
        ))}
      </SelectField>
      <TextArea
        label="Nói rõ cho đơn vị nhận"
        hint="Ghi vào nhật ký hồ sơ; công dân không đọc."
        error={errors.reason?.message}
        {...register('reason')}
      />
      <p>Ngày hẹn trả giữ nguyên. Sau khi chuyển, đơn vị này không xem được hồ sơ nữa.</p>
    </StepWindow>
  )
}
