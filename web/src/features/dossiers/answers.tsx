import { useRef } from 'react'
import type { DossierView } from '#shared/dossiers/dossier-view.ts'
import { formatInstant } from '#shared/text/format.ts'
import { useShortcuts } from '#web/src/lib/shortcuts.ts'
import { Icon } from '#web/src/ui/icons.tsx'
import { KeyHint } from '#web/src/ui/key-hint.tsx'
import { Notice } from '#web/src/ui/notice.tsx'
import { Proposal } from './actions/decide-windows.tsx'
import type { Ticks } from './answer-ticks.ts'

const consentWords = {
  head: 'chủ hộ',
  owner: 'chủ sở hữu chỗ ở hợp pháp',
  guardian: 'cha, mẹ hoặc người giám hộ',
} as const

interface AnswersProps {
  dossier: DossierView
  /** Where answers are compared with papers: each row can be ticked. */
  ticks?: Ticks
}

/** What was filed, row by row, with the doubts that a machine can see; and why it came to this unit. */
export function Answers({ dossier, ticks }: AnswersProps) {
  const { sections, consents, contact, requestText, because } = dossier
  const root = useRef<HTMLDivElement>(null)
  const filled = sections.flatMap(({ rows }) => rows.filter(({ value }) => value.vi))
  // Space walks down the answers: it ticks the first that is not, and brings the next into sight.
  useShortcuts(
    ticks
      ? {
          tick: async () => {
            const next = await ticks.tickFirst(filled.map(({ path }) => path))
            if (next)
              root.current?.querySelector(`[data-path="${CSS.escape(next)}"]`)?.scrollIntoView({ block: 'nearest' })
          },
        }
      : {},
  )

  return (
    <div className="answers" ref={root}>
      {ticks && <TickCount done={filled.filter(({ path }) => ticks.paths.has(path)).length} all={filled.length} />}
      <OpenSupplement supplement={dossier.supplement} />
      <Proposal proposal={dossier.proposal} />
      {requestText && <p className="request-text">{requestText}</p>}
      {sections.map(({ title, rows }) => (
        <section key={title.vi}>
          <h3>{title.vi}</h3>
          <dl className="facts">
            {rows.map(({ path, label, value, warning }) => (
              <div key={path} data-path={path} className={warning ? 'doubtful' : undefined}>
                <dt>
                  {ticks && value.vi && (
                    <input
                      type="checkbox"
                      aria-label={`Đã đối chiếu: ${label.vi}`}
                      checked={ticks.paths.has(path)}
                      onChange={() => ticks.toggle(path)}
                    />
                  )}
                  {label.vi}
                </dt>
                <dd>
                  {value.vi || '–'}
                  {warning && (
                    <span className="row-warning">
                      <Icon name="warning" size={12} /> {warning.vi}
                    </span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <section>
        <h3>Liên hệ</h3>
        <dl className="facts">
          <div>
            <dt>Điện thoại</dt>
            <dd>{contact.phone ?? '–'}</dd>
          </div>
          <div>
            <dt>Thư điện tử</dt>
            <dd>{contact.email ?? '–'}</dd>
          </div>
        </dl>
      </section>
      {consents.length > 0 && <p>Cần ý kiến đồng ý của {consents.map(({ from }) => consentWords[from]).join('; ')}.</p>}
      <details className="because">
        <summary>Vì sao hồ sơ ở đây?</summary>
        <ul>
          {because.map(({ rule, text, source }) => (
            <li key={`${rule} ${text.vi}`}>
              {text.vi}
              {source && !text.vi.includes(source) && <span className="source"> ({source})</span>}
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

function TickCount({ done, all }: { done: number; all: number }) {
  return (
    <p className="hint" role="status">
      Đã đối chiếu {done}/{all} mục <KeyHint name="tick" />
    </p>
  )
}

/** What the resident was asked for and has not sent yet. */
function OpenSupplement({ supplement }: { supplement: DossierView['supplement'] }) {
  if (!supplement) return null

  return (
    <Notice
      tone="warning"
      title={`Chờ công dân bổ sung từ ${formatInstant(supplement.askedAt)}${supplement.number > 1 ? ` (lần ${supplement.number})` : ''}`}
    >
      <ol>
        {supplement.items.map(({ subject, subjectKind, message }) => (
          <li key={`${subjectKind} ${subject}`}>{message}</li>
        ))}
      </ol>
    </Notice>
  )
}
