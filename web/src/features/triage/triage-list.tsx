import { Link } from 'react-router'
import type { TriageView } from '#shared/dossiers/triage-schemas.ts'
import { formatInstant } from '#shared/text/format.ts'
import { deskNow } from '#web/src/lib/desk-time.ts'
import { Icon } from '#web/src/ui/icons.tsx'

interface TriageListProps {
  items: TriageView['items']
  waiting: number
  openCode: string | undefined
  addressOf: (code: string) => string
  procedures: ReadonlyMap<string, string>
}

/** Whoever waits longest for an answer stands first; each row says what stood in the way. */
export function TriageList({ items, waiting, openCode, addressOf, procedures }: TriageListProps) {
  return (
    <section aria-label="Hồ sơ chờ phân tuyến">
      <ol className="triage-list">
        {items.map(({ code, procedure, applicantName, filedAt, answerBy, why }) => (
          <li key={code}>
            <Link to={addressOf(code)} aria-current={code === openCode ? 'true' : undefined}>
              <strong>{applicantName}</strong> <span className="hint">{procedures.get(procedure) ?? procedure}</span>
              <span className="triage-why">{why.vi}</span>
              <span className="hint">
                Nộp {formatInstant(filedAt)} ·{' '}
                {deskNow() > answerBy ? (
                  <strong className="waited-late">
                    <Icon name="warning" /> đã quá hạn trả lời {formatInstant(answerBy)}
                  </strong>
                ) : (
                  <>trả lời trước {formatInstant(answerBy)}</>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      {waiting > items.length && (
        <p className="hint">
          Đang hiện {items.length} trong {waiting} hồ sơ; các hồ sơ sau hiện ra khi các hồ sơ này được chuyển đi.
        </p>
      )}
    </section>
  )
}
