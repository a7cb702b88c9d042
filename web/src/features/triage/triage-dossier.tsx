import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { type TransferReasonCode, transferReasonCodes, transferReasons } from '#shared/dossiers/transfer-reasons.ts'
import type { TriageDossierView } from '#shared/dossiers/triage-schemas.ts'
import { formatInstant } from '#shared/text/format.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import type { DeskKey } from '#web/src/lib/keys.ts'
import { useShortcuts } from '#web/src/lib/shortcuts.ts'
import { announce } from '#web/src/ui/announce.ts'
import { SelectField } from '#web/src/ui/field.tsx'
import { KeyHint } from '#web/src/ui/key-hint.tsx'
import { Failure, Loading } from '#web/src/ui/notice.tsx'
import { triageDossierOptions, useDecide } from './api.ts'
import { OtherCommune } from './other-commune.tsx'
import { RefuseDialog } from './refuse-dialog.tsx'

interface TriageDossierProps {
  code: string
  /** It left the queue. */
  onGone: () => void
}

/** One undecided dossier: what was written, why it did not decide, and the communes that it may be for. */
export function TriageDossier({ code, onGone }: TriageDossierProps) {
  const { data: dossier, error, refetch } = useQuery(triageDossierOptions(code))
  if (error && !dossier) return <Failure error={error} onRetry={() => void refetch()} />
  if (!dossier) return <Loading rows={6} words="Đang mở hồ sơ…" />

  return <Undecided dossier={dossier} onGone={onGone} />
}

const likelyKeys = ['sendFirst', 'sendSecond', 'sendThird'] as const satisfies readonly DeskKey[]
const reasonWords: readonly TransferReasonCode[] = transferReasonCodes.filter((code) => code !== 'misfiled')

function Undecided({ dossier, onGone }: { dossier: TriageDossierView; onGone: () => void }) {
  const decide = useDecide(dossier)
  const [reasonCode, setReasonCode] = useState<TransferReasonCode>('place_traced')
  const [isRefusing, setIsRefusing] = useState(false)
  const { code, applicantName, procedure, contact, address, because, likely } = dossier

  const send = (to: string, title: string, reason: string) => {
    if (decide.isPending) return
    decide.mutate(
      { resource: 'transfers', body: { to, reasonCode, reason } },
      {
        onSuccess: () => {
          announce(`Đã chuyển hồ sơ của ${applicantName} đến ${title}.`)
          onGone()
        },
      },
    )
  }
  const sendLikely = ({ unit, reasons }: TriageDossierView['likely'][number]) =>
    send(unit.code, policeOf(unit).vi, reasons.map(({ vi }) => vi).join(' '))
  const [first, second, third] = likely
  useShortcuts({
    ...(first && { sendFirst: () => sendLikely(first) }),
    ...(second && { sendSecond: () => sendLikely(second) }),
    ...(third && { sendThird: () => sendLikely(third) }),
    refuse: () => setIsRefusing(true),
  })

  return (
    <section className="triage-dossier" aria-labelledby="triage-title">
      <h2 id="triage-title">
        {applicantName} <span className="code">{code}</span>
      </h2>
      <p>
        {procedure.name.vi} · nộp {formatInstant(dossier.filedAt)}
        {contact.phone && ` · điện thoại ${contact.phone}`} · <Link to={`/can-bo/ho-so/${code}`}>Xem cả hồ sơ</Link>
      </p>
      <dl className="triage-facts">
        <div>
          <dt>{address.label.vi}, như đã khai</dt>
          <dd>
            <strong>{address.text.vi}</strong>
          </dd>
        </div>
        <div>
          <dt>Vì sao chưa tự chuyển được</dt>
          <dd>
            <ul>
              {because
                .filter(({ rule }) => rule !== 'province-decides')
                .map(({ text, source }) => (
                  <li key={text.vi}>
                    {text.vi} {source && <span className="hint">({source})</span>}
                  </li>
                ))}
            </ul>
          </dd>
        </div>
      </dl>
      {decide.error && <Failure error={decide.error} />}
      <SelectField
        label="Căn cứ, công dân đọc được"
        value={reasonCode}
        onChange={({ target }) => setReasonCode(target.value as TransferReasonCode)}
      >
        {reasonWords.map((each) => (
          <option key={each} value={each}>
            {transferReasons[each].vi}
          </option>
        ))}
      </SelectField>
      <h3>Có thể là</h3>
      {likely.length === 0 && <p className="hint">Không có gợi ý nào. Hãy gọi cho người nộp, hoặc tìm bên dưới.</p>}
      <ol className="triage-likely">
        {likely.map((each, index) => {
          const name = likelyKeys[index]

          return (
            <li key={each.unit.code}>
              <button
                type="button"
                className={index === 0 ? 'primary' : undefined}
                disabled={decide.isPending}
                onClick={() => sendLikely(each)}
              >
                Chuyển đến {policeOf(each.unit).vi} {name && <KeyHint name={name} />}
              </button>
              <ul>
                {each.reasons.map(({ vi }) => (
                  <li key={vi}>{vi}</li>
                ))}
              </ul>
            </li>
          )
        })}
      </ol>
      <OtherCommune isSending={decide.isPending} onSend={send} />
      <p>
        <button type="button" className="danger" onClick={() => setIsRefusing(true)}>
          Nơi này không thuộc tỉnh: từ chối <KeyHint name="refuse" />
        </button>
      </p>
      {isRefusing && (
        <RefuseDialog
          isSending={decide.isPending}
          error={decide.error}
          onClose={() => setIsRefusing(false)}
          onRefuse={(body) =>
            decide.mutate(
              { resource: 'refusal', body },
              {
                onSuccess: () => {
                  announce(`Đã từ chối hồ sơ của ${applicantName}.`)
                  setIsRefusing(false)
                  onGone()
                },
              },
            )
          }
        />
      )}
    </section>
  )
}
