import { useState } from 'react'
import { Link } from 'react-router'
import { formatTime } from '#shared/text/format.ts'
import { classRules } from '#shared/tickets/classes.ts'
import type { TicketView } from '#shared/tickets/schemas.ts'
import { counterName } from '#shared/tickets/settings.ts'
import { Failure } from '#web/src/ui/notice.tsx'
import { useLinkDossier } from './api.ts'
import type { LineWork } from './use-line-work.ts'

interface CurrentTicketProps {
  ticket: TicketView
  counters: number
  work: LineWork
}

/** Who stands at this counter, what for, and what may be done: the visit from the call to the dossier. */
export function CurrentTicket({ ticket, counters, work }: CurrentTicketProps) {
  const isServing = ticket.state === 'serving'

  return (
    <section className="current-ticket" aria-label={`Số ${ticket.label} tại quầy`}>
      <div className="current-head">
        <p className="current-number">{ticket.label}</p>
        <p>
          <strong>{isServing ? 'Đang phục vụ' : `Đang gọi (lần ${ticket.calls})`}</strong> ·{' '}
          {classRules[ticket.class].name.vi}
          <br />
          <span className="hint">
            Đến {formatTime(ticket.arrivedAt)}
            {ticket.bookedAt && `, hẹn ${formatTime(ticket.bookedAt)}`}
            {ticket.calledAt && `, gọi ${formatTime(ticket.calledAt)}`}
            {ticket.servedAt && `, phục vụ từ ${formatTime(ticket.servedAt)}`}
          </span>
        </p>
      </div>
      <ul className="current-services">
        {ticket.services.map(({ code, name }) => (
          <li key={code}>
            {name.vi}
            {/^\d/.test(code) && (
              <a href={`/nop/${code}?so=${ticket.id}&nhan=${ticket.label}`} target="_blank" rel="noreferrer">
                Nhập hồ sơ
              </a>
            )}
          </li>
        ))}
      </ul>
      <div className="current-steps">
        {!isServing && (
          <>
            <button type="button" className="primary" onClick={() => work.take({ ticket, path: 'service' })}>
              Bắt đầu phục vụ
            </button>
            <button type="button" onClick={() => work.take({ ticket, path: 'recall' })}>
              Gọi lại
            </button>
            <button type="button" onClick={() => work.take({ ticket, path: 'absence' })}>
              Vắng mặt
            </button>
          </>
        )}
        {isServing && (
          <button type="button" className="primary" onClick={() => work.take({ ticket, path: 'end' })}>
            Xong số này
          </button>
        )}
        <button type="button" onClick={() => work.take({ ticket, path: 'hold' })}>
          Tạm giữ
        </button>
        <Transfer ticket={ticket} counters={counters} work={work} />
      </div>
      <LinkedDossiers ticket={ticket} />
    </section>
  )
}

function Transfer({ ticket, counters, work }: CurrentTicketProps) {
  const others = Array.from({ length: counters }, (_, i) => i + 1).filter((counter) => counter !== ticket.counter)
  if (others.length === 0) return null

  return (
    <label className="transfer-choice">
      <span className="unseen">Chuyển số này sang quầy</span>
      <select
        value=""
        onChange={({ target }) => work.take({ ticket, path: 'transfer', counter: Number(target.value) })}
      >
        <option value="">Chuyển sang…</option>
        {others.map((counter) => (
          <option key={counter} value={counter}>
            {counterName(counter).vi}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The dossiers that came of this visit: typed or scanned by their code, and from then on one history. */
function LinkedDossiers({ ticket }: { ticket: TicketView }) {
  const [code, setCode] = useState('')
  const link = useLinkDossier()

  return (
    <form
      className="linked-dossiers"
      onSubmit={(event) => {
        event.preventDefault()
        if (code.trim()) link.mutate({ id: ticket.id, code: code.trim() }, { onSuccess: () => setCode('') })
      }}
    >
      <label>
        <span>Hồ sơ của lượt này</span>
        <input type="text" value={code} onChange={({ target }) => setCode(target.value)} placeholder="Mã hồ sơ" />
      </label>
      <button type="submit" disabled={link.isPending}>
        Gắn hồ sơ
      </button>
      {ticket.dossiers.length > 0 && (
        <ul>
          {ticket.dossiers.map((each) => (
            <li key={each}>
              <Link to={`/can-bo/ban-xu-ly/${each}`}>{each}</Link>
            </li>
          ))}
        </ul>
      )}
      {link.isError && <Failure error={link.error} />}
    </form>
  )
}
