import * as z from 'zod/mini'
import type { DossierView } from '#shared/dossiers/dossier-view.ts'
import { formatInstant } from '#shared/text/format.ts'
import { TextArea } from '#web/src/ui/field.tsx'
import { Notice } from '#web/src/ui/notice.tsx'
import { StepWindow } from './step-window.tsx'
import { type StepWindowProps, useStepForm } from './use-step-form.ts'

const grantForm = z.strictObject({ note: z.optional(z.string().check(z.maxLength(2000))) })
const sendBackForm = z.strictObject({ reason: z.string().check(z.minLength(3), z.maxLength(2000)) })

/** The signature of the head of the unit: the legal end of the dossier, and the result forms are made. */
export function GrantWindow(props: StepWindowProps) {
  const { dossier, onClose } = props
  const { register, ...form } = useStepForm(props, {
    step: 'resolve',
    schema: grantForm,
    defaults: { note: '' },
    toStep: ({ note }) => ({ method: 'PUT', resource: 'decision', body: { outcome: 'grant', note } }),
  })

  return (
    <StepWindow title="Duyệt và ký kết quả" dossier={dossier} form={form} submitWords="Duyệt" onClose={onClose}>
      <Proposal proposal={dossier.proposal} />
      {dossier.proposal?.outcome === 'refuse' && (
        <Notice tone="warning" title="Cán bộ đề xuất từ chối, đang duyệt theo hướng ngược lại" />
      )}
      <TextArea label="Ghi trên kết quả" isOptional error={form.formState.errors.note?.message} {...register('note')} />
      <p>Kết quả được đánh số và tạo ngay khi duyệt. Việc này kết thúc thời hạn giải quyết và không lùi lại được.</p>
    </StepWindow>
  )
}

/** Back to the officer who proposed it, with the reason. */
export function SendBackWindow(props: StepWindowProps) {
  const { dossier, onClose } = props
  const { register, ...form } = useStepForm(props, {
    step: 'send_back',
    schema: sendBackForm,
    defaults: { reason: '' },
    toStep: ({ reason }) => ({ method: 'PUT', resource: 'decision', body: { outcome: 'send_back', reason } }),
  })

  return (
    <StepWindow title="Trả lại cán bộ" dossier={dossier} form={form} submitWords="Trả lại" onClose={onClose}>
      <Proposal proposal={dossier.proposal} />
      <TextArea
        label="Cần sửa hoặc làm rõ điều gì?"
        error={form.formState.errors.reason?.message}
        {...register('reason')}
      />
    </StepWindow>
  )
}

export function Proposal({ proposal }: { proposal: DossierView['proposal'] }) {
  if (!proposal) return null

  return (
    <dl className="facts proposal">
      <dt>Đề xuất</dt>
      <dd>
        <strong>{proposal.outcome === 'grant' ? 'Giải quyết' : 'Từ chối'}</strong> · {proposal.by},{' '}
        {formatInstant(proposal.at)}
      </dd>
      {proposal.clause && (
        <>
          <dt>Căn cứ</dt>
          <dd>{proposal.clause}</dd>
        </>
      )}
      {proposal.note && (
        <>
          <dt>Ghi chú</dt>
          <dd>{proposal.note}</dd>
        </>
      )}
    </dl>
  )
}
