import { useState } from 'react'
import { type UseFormRegister, useWatch } from 'react-hook-form'
import * as z from 'zod/mini'
import { requestSupplementInput } from '#shared/dossiers/step-schemas.ts'
import { TextArea } from '#web/src/ui/field.tsx'
import { Notice } from '#web/src/ui/notice.tsx'
import { ResidentPreview } from './resident-preview.tsx'
import { StepWindow } from './step-window.tsx'
import { itemsOf, messageFor, reasonsFor, type Subject, startingRow, subjectsOf } from './supplement-subjects.ts'
import { type StepWindowProps, useStepForm } from './use-step-form.ts'

const checklistForm = z
  .strictObject({
    rows: z.array(z.strictObject({ ticked: z.boolean(), reason: z.string(), message: z.string() })),
    supervisorReason: z.optional(z.string().check(z.minLength(3), z.maxLength(2000))),
  })
  .check(
    z.refine(({ rows }) => rows.some(({ ticked }) => ticked), {
      error: 'Đánh dấu ít nhất một mục cần bổ sung.',
      path: ['rows'],
    }),
  )
  .check(
    z.refine(({ rows }) => rows.every(({ ticked, message }) => !ticked || message.trim().length >= 3), {
      error: 'Mỗi mục đã đánh dấu cần một câu để công dân biết phải làm gì.',
      path: ['rows'],
    }),
  )
type ChecklistForm = z.infer<typeof checklistForm>

const repeatedForm = checklistForm.check(
  z.refine<ChecklistForm>(({ supervisorReason }) => supervisorReason !== undefined, {
    error: 'Ghi lý do của chỉ huy.',
    path: ['supervisorReason'],
  }),
)

/** The whole dossier walked through once, because it may be asked for only once: ticks, reasons, and the letter they make. */
export function SupplementDrawer(props: StepWindowProps) {
  const { dossier, onClose } = props
  const [subjects] = useState(() => subjectsOf(dossier))
  const isAgain = dossier.supplements > 0
  const { register, control, setValue, ...form } = useStepForm<ChecklistForm>(props, {
    step: 'request_supplement',
    schema: isAgain ? repeatedForm : checklistForm,
    defaults: { rows: subjects.map(startingRow), supervisorReason: '' },
    toStep: ({ rows, supervisorReason }) => ({
      method: 'POST',
      resource: 'supplement-requests',
      body: z.parse(requestSupplementInput, { items: itemsOf(subjects, rows), ...(isAgain && { supervisorReason }) }),
    }),
  })
  const rows = useWatch({ control, name: 'rows' })
  const { errors } = form.formState
  const renderRows = (kind: Subject['subjectKind']) =>
    subjects.map(
      (subject, index) =>
        subject.subjectKind === kind && (
          <Row
            key={`${kind} ${subject.subject}`}
            subject={subject}
            index={index}
            isTicked={rows[index]?.ticked ?? false}
            register={register}
            onReason={(reason) => setValue(`rows.${index}.message`, messageFor(reason, subject))}
          />
        ),
    )

  return (
    <StepWindow
      title="Yêu cầu bổ sung"
      dossier={dossier}
      shape="drawer"
      form={form}
      submitWords="Gửi yêu cầu bổ sung"
      onClose={onClose}
    >
      <div className="checklist">
        <div>
          {isAgain ? (
            <Notice tone="warning" title={`Hồ sơ đã được yêu cầu bổ sung ${dossier.supplements} lần`}>
              <p>
                Pháp luật chỉ cho yêu cầu một lần, đầy đủ. Lần này phải ghi lý do của chỉ huy và được tính vào báo cáo.
              </p>
            </Notice>
          ) : (
            <Notice>
              <p>Chỉ được yêu cầu một lần, đầy đủ. Hãy xem hết từng giấy tờ và từng mục trước khi gửi.</p>
            </Notice>
          )}
          {isAgain && (
            <TextArea
              label="Lý do của chỉ huy cho yêu cầu bổ sung lần nữa"
              error={errors.supervisorReason?.message}
              {...register('supervisorReason')}
            />
          )}
          {errors.rows && (
            <p className="field-error" role="alert">
              {errors.rows.message ?? errors.rows.root?.message}
            </p>
          )}
          {subjects.some(({ subjectKind }) => subjectKind === 'paper') && <h3>Giấy tờ</h3>}
          <ul className="checklist-rows">{renderRows('paper')}</ul>
          <h3>Nội dung đã khai</h3>
          <ul className="checklist-rows">{renderRows('answer')}</ul>
        </div>
        <Letter subjects={subjects} rows={rows} unit={dossier.unit} code={dossier.code} />
      </div>
    </StepWindow>
  )
}

interface RowProps {
  subject: Subject
  index: number
  isTicked: boolean
  register: UseFormRegister<ChecklistForm>
  onReason: (reason: string) => void
}

function Row({ subject, index, isTicked, register, onReason }: RowProps) {
  const { name, present, warning, isMissing, subjectKind, href } = subject

  return (
    <li className={isTicked ? 'ticked' : undefined}>
      <label className="choice">
        <input type="checkbox" {...register(`rows.${index}.ticked`)} />
        <span>
          {name.vi} <span className={isMissing ? 'present missing' : 'present'}>{present}</span>
          {warning && <span className="row-warning">{warning}</span>}
        </span>
      </label>
      {href && (
        <a className="checklist-look" href={href} target="_blank" rel="noreferrer">
          Xem
        </a>
      )}
      {isTicked && (
        <div className="checklist-reason">
          <label>
            <span className="unseen">Lý do với {name.vi}</span>
            <select
              {...register(`rows.${index}.reason`, {
                onChange: (event: { target: { value: string } }) => onReason(event.target.value),
              })}
            >
              {reasonsFor(subjectKind).map(({ code, name: words }) => (
                <option key={code} value={code}>
                  {words.vi}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span className="unseen">Câu gửi công dân về {name.vi}</span>
            <textarea rows={2} {...register(`rows.${index}.message`)} />
          </label>
        </div>
      )}
    </li>
  )
}

interface LetterProps {
  subjects: readonly Subject[]
  rows: ChecklistForm['rows']
  unit: { name: string; type: string }
  code: string
}

function Letter({ subjects, rows, unit, code }: LetterProps) {
  const items = itemsOf(subjects, rows)

  return (
    <ResidentPreview>
      <p>
        Công an {unit.type.toLowerCase()} {unit.name} đề nghị bổ sung hồ sơ {code}:
      </p>
      {items.length === 0 ? (
        <p className="hint">Chưa đánh dấu mục nào.</p>
      ) : (
        <ol>
          {items.map(({ subject, subjectKind, message }) => (
            <li key={`${subjectKind} ${subject}`}>{message || '…'}</li>
          ))}
        </ol>
      )}
      <p>Mở trang tra cứu, nhập mã hồ sơ và mã tra cứu để gửi những mục trên. Các mục khác giữ nguyên.</p>
    </ResidentPreview>
  )
}
