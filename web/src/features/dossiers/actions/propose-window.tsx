import { useWatch } from 'react-hook-form'
import { proposeInput } from '#shared/dossiers/step-schemas.ts'
import { Choice, ChoiceGroup, TextArea } from '#web/src/ui/field.tsx'
import { ClauseField } from './clause-field.tsx'
import { StepWindow } from './step-window.tsx'
import { type StepWindowProps, useStepForm } from './use-step-form.ts'

/** The officer is done and puts the outcome before the head of the unit. */
export function ProposeWindow(props: StepWindowProps) {
  const { dossier, onClose } = props
  const { register, control, ...form } = useStepForm(props, {
    step: 'propose',
    schema: proposeInput,
    defaults: { outcome: 'grant', clause: '', note: '' },
    toStep: ({ outcome, clause, note }) => ({
      method: 'PUT',
      resource: 'proposal',
      body: { outcome, note, ...(outcome === 'refuse' && { clause }) },
    }),
  })
  const outcome = useWatch({ control, name: 'outcome' })
  const { errors } = form.formState

  return (
    <StepWindow title="Trình chỉ huy" dossier={dossier} form={form} submitWords="Trình" onClose={onClose}>
      <ChoiceGroup legend="Đề xuất" error={errors.outcome?.message}>
        <Choice value="grant" label="Giải quyết" hint="Đủ điều kiện, cấp kết quả." {...register('outcome')} />
        <Choice value="refuse" label="Từ chối" hint="Không đủ điều kiện, nêu căn cứ." {...register('outcome')} />
      </ChoiceGroup>
      {outcome === 'refuse' && <ClauseField error={errors.clause?.message} {...register('clause')} />}
      <TextArea
        label={outcome === 'refuse' ? 'Lý do từ chối' : 'Ghi chú cho chỉ huy'}
        isOptional
        error={errors.note?.message}
        {...register('note')}
      />
    </StepWindow>
  )
}
