import type { ComplaintView } from '#shared/complaints/schemas.ts'
import { complaintKinds } from '#shared/complaints/transitions.ts'
import type { TrackingView } from '#shared/dossiers/schemas.ts'
import {
  complaintActionNames,
  complaintKindNames,
  complaintStateNames,
  complaintTopicNames,
  offeredTopics,
  complaintTexts as texts,
} from '#shared/i18n/complaints.ts'
import { type Say, sayIn } from '#shared/i18n/say.ts'
import { shellTexts } from '#shared/i18n/shell.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import { formatInstant } from '#shared/text/format.ts'
import { ErrorSummary } from './fields/error-summary.tsx'
import { Icon } from './icons.tsx'
import { type PageContext, Shell } from './shell.tsx'

export interface ComplaintsPageProps {
  context: PageContext
  dossier: Pick<TrackingView, 'code' | 'procedure'>
  complaints: readonly ComplaintView[]
  /** Made for this form, so that an impatient finger sends one complaint. */
  formKey: string
  typed?: { kind: string; topic: string; text: string }
  problems?: readonly { message: Bilingual; field: 'kind' | 'text' }[]
  isSent?: boolean
}

/** Everything said about one dossier beside its own course, and a form to say more. */
export function ComplaintsPage({
  context,
  dossier,
  complaints,
  formKey,
  typed = { kind: '', topic: 'other', text: '' },
  problems = [],
  isSent = false,
}: ComplaintsPageProps) {
  const say = sayIn(context.language)
  const address = `/ho-so/${dossier.code}`

  return (
    <Shell context={context} title={say(texts.title)} hasError={problems.length > 0}>
      <main id="noi-dung" className="wrap stack">
        <a className="back-link" href={address}>
          <Icon name="back" />
          {say(shellTexts.back)}
        </a>
        {problems.length > 0 && (
          <ErrorSummary
            say={say}
            entries={problems.map(({ message, field }) => ({
              message: say(message),
              href: field === 'kind' ? '#can-gi' : '#su-viec',
            }))}
          />
        )}
        {isSent && (
          <div className="callout good" role="status">
            <Icon name="done" />
            <div>
              <h2>{say(texts.sentTitle)}</h2>
            </div>
          </div>
        )}
        <div className="stack-tight">
          <h1>{say(texts.title)}</h1>
          <p className="quiet">
            {say(dossier.procedure.name)}, {dossier.code}
          </p>
          <p>{say(texts.intro)}</p>
        </div>
        {complaints.length > 0 && (
          <section className="stack-tight" aria-labelledby="da-gui">
            <h2 id="da-gui" className="panel-title">
              {say(texts.list)}
            </h2>
            {complaints.map((complaint) => (
              <Complaint key={complaint.id} context={context} address={address} complaint={complaint} />
            ))}
          </section>
        )}
        <ComplaintForm say={say} address={address} formKey={formKey} typed={typed} problems={problems} />
        <p className="quiet small">{say(texts.law)}</p>
      </main>
    </Shell>
  )
}

function ComplaintForm({
  say,
  address,
  formKey,
  typed,
  problems,
}: {
  say: Say
  address: string
  formKey: string
  typed: { kind: string; topic: string; text: string }
  problems: readonly { message: Bilingual; field: 'kind' | 'text' }[]
}) {
  const errorFor = (field: 'kind' | 'text') => problems.find((problem) => problem.field === field)?.message
  const kindError = errorFor('kind')
  const textError = errorFor('text')

  return (
    <form method="post" action={`${address}/phan-anh`} className="stack" noValidate>
      <input type="hidden" name="key" value={formKey} />
      <fieldset className={`field ${kindError ? 'field-invalid' : ''}`} id="can-gi">
        <legend className="label">{say(texts.kind)}</legend>
        {kindError && <p className="error-message">{say(kindError)}</p>}
        <div className="choices">
          {complaintKinds.map((kind) => (
            <label key={kind} className="choice">
              <input type="radio" name="kind" value={kind} defaultChecked={typed.kind === kind} />
              <span className="choice-text">{say(complaintKindNames[kind])}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div>
        <label className="label" htmlFor="chuyen">
          {say(texts.topic)}
        </label>
        <select className="input" id="chuyen" name="topic" defaultValue={typed.topic}>
          {offeredTopics.map((topic) => (
            <option key={topic} value={topic}>
              {say(complaintTopicNames[topic])}
            </option>
          ))}
        </select>
      </div>
      <div className={textError ? 'field-invalid' : undefined}>
        <label className="label" htmlFor="su-viec">
          {say(texts.text)}
        </label>
        <p className="hint" id="su-viec-hint">
          {say(texts.textHint)}
        </p>
        {textError && <p className="error-message">{say(textError)}</p>}
        <textarea
          className="input"
          id="su-viec"
          name="text"
          rows={6}
          maxLength={4000}
          defaultValue={typed.text}
          aria-describedby="su-viec-hint"
        />
      </div>
      <button type="submit" className="button main">
        {say(texts.send)}
      </button>
    </form>
  )
}

function Complaint({
  context,
  address,
  complaint,
}: {
  context: PageContext
  address: string
  complaint: ComplaintView
}) {
  const say = sayIn(context.language)
  const by = (at: Date): Bilingual => ({ vi: formatInstant(at, 'vi'), en: formatInstant(at, 'en') })
  const path = `${address}/phan-anh/${complaint.id}`

  return (
    <article className="panel stack-tight">
      <h3>
        {say(complaintKindNames[complaint.kind])}: {say(complaintStateNames[complaint.state])}
      </h3>
      {!complaint.closedAt && (
        <p className="quiet small">
          {!complaint.repliedAt && `${say(texts.replyDue(by(complaint.replyDueAt)))} `}
          {say(texts.answerDue(by(complaint.answerDueAt)))}
        </p>
      )}
      {complaint.isLate && (
        <p>
          <strong>{say(texts.late)}</strong>
        </p>
      )}
      <ol className="timeline">
        {complaint.steps
          .filter(({ action }) => action !== 'rate')
          .map((step) => (
            <li key={step.at.toISOString() + step.action}>
              <p className="quiet small">
                {say(step.by === null ? texts.you : texts.unit)} {say(complaintActionNames[step.action])},{' '}
                <time dateTime={step.at.toISOString()}>{formatInstant(step.at, context.language)}</time>
              </p>
              <p className="as-typed" lang="vi">
                {step.text}
              </p>
            </li>
          ))}
      </ol>
      {complaint.allowed.includes('add') && (
        <form method="post" action={path} className="stack-tight" noValidate>
          <label className="label" htmlFor={`them-${complaint.id}`}>
            {say(texts.add)}
          </label>
          <textarea className="input" id={`them-${complaint.id}`} name="text" rows={4} maxLength={4000} />
          <button type="submit" className="button quiet-button">
            {say(texts.addSend)}
          </button>
        </form>
      )}
      {complaint.allowed.includes('rate') && (
        <form method="post" action={path} className="stack-tight">
          <p>{say(texts.satisfied)}</p>
          <p className="buttons">
            <button type="submit" name="satisfied" value="yes" className="button quiet-button">
              {say(texts.yes)}
            </button>
            <button type="submit" name="satisfied" value="no" className="button quiet-button">
              {say(texts.no)}
            </button>
          </p>
        </form>
      )}
      {complaint.isSatisfied !== null && <p className="quiet">{say(texts.rated(complaint.isSatisfied))}</p>}
    </article>
  )
}
