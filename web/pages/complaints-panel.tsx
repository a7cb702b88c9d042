import type { ComplaintView } from '#shared/complaints/schemas.ts'
import { complaintKindNames, complaintStateNames, complaintTexts as texts } from '#shared/i18n/complaints.ts'
import type { Say } from '#shared/i18n/say.ts'
import type { Language } from '#shared/text/bilingual.ts'
import { formatInstant } from '#shared/text/format.ts'

interface ComplaintsPanelProps {
  say: Say
  language: Language
  /** Address of the dossier. */
  address: string
  complaints: readonly ComplaintView[]
}

/** What was complained of or asked about the dossier, and how it stands; the words are on their own page. */
export function ComplaintsPanel({ say, language, address, complaints }: ComplaintsPanelProps) {
  if (complaints.length === 0) return null

  return (
    <section className="panel stack-tight" aria-labelledby="phan-anh">
      <h2 id="phan-anh">{say(texts.panel)}</h2>
      <dl className="facts">
        {complaints.map(({ id, kind, state, receivedAt, closedAt, answerDueAt, isLate }) => (
          <div key={id}>
            <dt>
              {say(complaintKindNames[kind])}, {formatInstant(receivedAt, language)}
            </dt>
            <dd>
              {say(complaintStateNames[state])}
              <p className="quiet small">
                {closedAt ? formatInstant(closedAt, language) : say(texts.answerDue(inBoth(answerDueAt)))}
              </p>
              {isLate && !closedAt && (
                <p>
                  <strong>{say(texts.late)}</strong>
                </p>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={`${address}/phan-anh`}>{say(texts.read)}</a>
      </p>
    </section>
  )
}

const inBoth = (at: Date) => ({ vi: formatInstant(at, 'vi'), en: formatInstant(at, 'en') })
