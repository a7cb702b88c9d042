import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { type ComplaintStepInput, type ComplaintView, staffComplaintActions } from '#shared/complaints/schemas.ts'
import { topicName } from '#shared/complaints/topic-name.ts'
import { complaintActionNames, complaintKindNames, complaintStateNames } from '#shared/i18n/complaints.ts'
import { formatInstant } from '#shared/text/format.ts'
import { announce } from '#web/src/ui/announce.ts'
import { Choice, ChoiceGroup, TextArea } from '#web/src/ui/field.tsx'
import { Failure } from '#web/src/ui/notice.tsx'
import { useComplaintStep } from './api.ts'

type StaffAction = ComplaintStepInput['action']

const choiceWords: Record<StaffAction, string> = {
  take: 'Nhận giải quyết',
  ask: 'Hỏi thêm người gửi',
  extend: 'Gia hạn trả lời (một lần)',
  answer: 'Trả lời',
  refuse: 'Không giải quyết, có lý do',
}
const shortest = 10

/** What was said so far, by when it must be answered, and the answer. */
export function Complaint({ complaint }: { complaint: ComplaintView }) {
  const anchor = `complaint-${complaint.id}`
  const heading = useRef<HTMLHeadingElement>(null)
  const isCalledFor = useLocation().hash === `#${anchor}`
  useEffect(() => {
    // The browser looked for it before the list was there.
    if (isCalledFor) heading.current?.focus()
  }, [isCalledFor])

  return (
    <section aria-labelledby={anchor}>
      <h2 id={anchor} ref={heading} tabIndex={-1}>
        {complaintKindNames[complaint.kind].vi}: {topicName(complaint.topic).vi}
      </h2>
      <p className="hint">
        {complaint.code && <a href={`/can-bo/ho-so/${complaint.code}`}>{complaint.code}</a>} ·{' '}
        {complaintStateNames[complaint.state].vi} · {dates(complaint)}
        {complaint.isLate && <span className="tag">trễ hẹn</span>}
      </p>
      <ol>
        {complaint.steps.map((step) => (
          <li key={`${step.action} ${step.at.toISOString()}`}>
            <p className="hint">
              {step.by ?? 'Người gửi'} {complaintActionNames[step.action].vi}, {formatInstant(step.at)}
            </p>
            {step.action !== 'rate' && <p>{step.text}</p>}
          </li>
        ))}
      </ol>
      {complaint.isSatisfied !== null && (
        <p>{complaint.isSatisfied ? 'Người gửi thấy thỏa đáng.' : 'Người gửi thấy chưa thỏa đáng.'}</p>
      )}
      <StepForm complaint={complaint} />
    </section>
  )
}

function dates({ repliedAt, replyDueAt, answerDueAt, closedAt }: ComplaintView): string {
  if (closedAt) return `xong ${formatInstant(closedAt)}`

  return repliedAt
    ? `trả lời trước ${formatInstant(answerDueAt)}`
    : `nhận hoặc từ chối trước ${formatInstant(replyDueAt)}, trả lời trước ${formatInstant(answerDueAt)}`
}

function StepForm({ complaint }: { complaint: ComplaintView }) {
  const offered = staffComplaintActions.filter((action) => complaint.allowed.includes(action))
  const take = useComplaintStep()
  const [action, setAction] = useState<StaffAction | undefined>(undefined)
  const [text, setText] = useState('')
  const chosen = action && offered.includes(action) ? action : offered[0]
  if (!chosen) return null
  const isShort = text.trim().length < shortest
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (isShort) return
    take.mutate(
      { id: complaint.id, body: { action: chosen, text: text.trim() } },
      {
        onSuccess: () => {
          setText('')
          announce('Đã gửi, người gửi đọc được ngay')
        },
      },
    )
  }

  return (
    <form onSubmit={onSubmit} noValidate>
      {take.isError && <Failure error={take.error} />}
      <ChoiceGroup legend="Làm gì?">
        {offered.map((each) => (
          <Choice
            key={each}
            type="radio"
            name={`action-${complaint.id}`}
            value={each}
            label={choiceWords[each]}
            checked={chosen === each}
            onChange={() => setAction(each)}
          />
        ))}
      </ChoiceGroup>
      <TextArea
        label="Lời gửi người dân"
        hint="Người gửi đọc nguyên văn. Ít nhất 10 chữ cái."
        value={text}
        maxLength={4000}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className="primary" disabled={isShort || take.isPending}>
        Gửi
      </button>
    </form>
  )
}
