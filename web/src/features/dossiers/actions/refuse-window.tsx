import { useWatch } from 'react-hook-form'
import { refuseInput } from '#shared/dossiers/step-schemas.ts'
import { TextArea } from '#web/src/ui/field.tsx'
import { Notice } from '#web/src/ui/notice.tsx'
import { ClauseField } from './clause-field.tsx'
import { ResidentPreview } from './resident-preview.tsx'
import { StepWindow } from './step-window.tsx'
import { type StepWindowProps, useStepForm } from './use-step-form.ts'

/** Refusal with its clause. Before acceptance it is one to receive; after it the head of the unit signs it. */
export function RefuseWindow(props: StepWindowProps) {
  const { dossier, onClose } = props
  const { register, control, ...form } = useStepForm(props, {
    step: 'refuse',
    schema: refuseInput,
    defaults: { clause: dossier.proposal?.clause ?? '', reason: dossier.proposal?.note ?? '' },
    toStep: (body) => ({ method: 'PUT', resource: 'refusal', body }),
  })
  const [clause, reason] = useWatch({ control, name: ['clause', 'reason'] })
  const { errors } = form.formState
  const title = dossier.acceptedAt ? 'Từ chối giải quyết hồ sơ' : 'Từ chối tiếp nhận hồ sơ'

  return (
    <StepWindow title={title} dossier={dossier} form={form} submitWords="Từ chối" tone="danger" onClose={onClose}>
      <Notice tone="warning">
        <p>Hồ sơ sẽ kết thúc. Nếu chỉ thiếu giấy tờ hoặc thông tin, hãy yêu cầu bổ sung.</p>
      </Notice>
      <ClauseField error={errors.clause?.message} {...register('clause')} />
      <TextArea
        label="Lý do"
        hint="Viết cho công dân hiểu: thiếu điều kiện nào, vì sao."
        error={errors.reason?.message}
        {...register('reason')}
      />
      <ResidentPreview>
        <p>
          Công an {dossier.unit.type.toLowerCase()} {dossier.unit.name} từ chối hồ sơ {dossier.code}.
        </p>
        <p>Căn cứ: {clause || '…'}</p>
        <p>Lý do: {reason || '…'}</p>
      </ResidentPreview>
    </StepWindow>
  )
}
