import { useEffect, useMemo, useState } from 'react'
import { formatLongDay, formatTime } from '#shared/text/format.ts'
import type { BoardView } from '#shared/tickets/schemas.ts'
import { counterName } from '#shared/tickets/settings.ts'
import { useAnnouncements } from './use-announcements.ts'
import { useBoard } from './use-board.ts'

/** The television of a waiting room: the number just called and where, the last five, and no names. */
export function Board({ unit }: { unit: string }) {
  const { board, isStale } = useBoard(unit)
  const { fresh, hasVoice, enableVoice } = useAnnouncements(board)
  useEffect(() => {
    document.title = 'Bảng gọi số – Quầy'
  }, [])

  return (
    <main className="board">
      <header className="board-head">
        <h1>{board?.unitName ?? 'Đang mở bảng…'}</h1>
        {!hasVoice && (
          <button type="button" onClick={enableVoice}>
            Bật tiếng gọi số
          </button>
        )}
        {board && <Clock serverNow={board.now} />}
      </header>
      {board && <Calls board={board} fresh={fresh} />}
      <footer className="board-foot">
        <p>
          {isStale
            ? 'Bảng mất kết nối, số trên màn hình có thể đã cũ. Hãy nghe cán bộ gọi.'
            : 'Giữ phiếu và nghe gọi số. Quét mã trên phiếu để xem còn mấy người.'}
        </p>
        {board && (
          <p>
            <strong>{board.waiting}</strong> người đang chờ
          </p>
        )}
      </footer>
    </main>
  )
}

function Calls({ board, fresh }: { board: BoardView; fresh: ReadonlySet<string> }) {
  const [latest] = board.atCounters

  return (
    <div className="board-calls">
      <section className="board-now" aria-label="Đang gọi" aria-live="polite">
        {latest ? (
          <p className={fresh.has(latest.label) ? 'board-call is-fresh' : 'board-call'}>
            <span className="board-word">{latest.isServing ? 'Đang phục vụ' : 'Mời số'}</span>
            <span className="board-number">{latest.label}</span>
            <span className="board-word">đến</span>
            <span className="board-counter">{counterName(latest.counter).vi}</span>
          </p>
        ) : (
          <p className="board-quiet">Chưa gọi số nào</p>
        )}
      </section>
      <section className="board-last" aria-labelledby="vua-goi">
        <h2 id="vua-goi">Vừa gọi</h2>
        <ol>
          {board.last.map(({ label, counter, calledAt }) => (
            <li key={`${label} ${calledAt.toISOString()}`} className={fresh.has(label) ? 'is-fresh' : undefined}>
              <span className="board-last-number">{label}</span>
              <span>{counterName(counter).vi}</span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}

/** The desk's time, not the television's: its own clock may be anything. Corrected by each answer. */
function Clock({ serverNow }: { serverNow: Date }) {
  const skew = useMemo(() => serverNow.getTime() - Date.now(), [serverNow])
  const [machineNow, setMachineNow] = useState(() => Date.now())
  const now = new Date(machineNow + skew)
  useEffect(() => {
    const timer = setInterval(() => setMachineNow(Date.now()), 5_000)

    return () => clearInterval(timer)
  }, [])

  return (
    <p className="board-clock">
      <span>{formatTime(now)}</span> <span className="board-day">{formatLongDay(now)}</span>
    </p>
  )
}
