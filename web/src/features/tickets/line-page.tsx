import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useAccount } from '#web/src/lib/account.ts'
import { useDeskNow } from '#web/src/lib/desk-time.ts'
import { KeyHint } from '#web/src/ui/key-hint.tsx'
import { Empty, Failure, Loading } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { lineOptions } from './api.ts'
import { BookingsOfDay } from './bookings-of-day.tsx'
import { CounterChoice } from './counter-choice.tsx'
import { CurrentTicket } from './current-ticket.tsx'
import { ScannedNumber } from './scanned-number.tsx'
import { TakeForm } from './take-form.tsx'
import { useCounter } from './use-counter.ts'
import type { LineWork } from './use-line-work.ts'
import { WaitingList } from './waiting-list.tsx'

/** The waiting room as its officers work it: who stands here, who is next, who was put aside or did not come. */
export function LinePage({ work }: { work: LineWork }) {
  usePageTitle('Gọi số')
  const { data: line, error, refetch } = useQuery(lineOptions)
  const [counter, choose] = useCounter()
  const now = useDeskNow()
  const { role } = useAccount()
  const current = line?.atCounters.find((ticket) => ticket.counter === counter)

  return (
    <main className="page line-page">
      <header className="page-head">
        <h1>Gọi số</h1>
        {line && <CounterChoice counter={counter} counters={line.settings.counters} onChoose={choose} />}
        {line && (
          <p className="line-sum">
            <strong>{line.waiting.length}</strong> người chờ
            {line.waiting.length > 0 && <>, lâu nhất {line.longestWaitMinutes} phút</>}
            {line.late > 0 && <strong className="waited-late">, {line.late} người quá mức</strong>}
          </p>
        )}
        <button
          type="button"
          className="primary"
          disabled={counter === undefined || work.isBusy}
          onClick={work.next}
          aria-keyshortcuts="M"
        >
          Gọi số tiếp theo <KeyHint name="callNext" />
        </button>
      </header>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!line && !error && <Loading rows={8} />}
      {line && <ScannedNumber line={line} counter={counter} work={work} />}
      {line && (
        <div className="line-columns">
          <div>
            {current ? (
              <CurrentTicket key={current.id} ticket={current} counters={line.settings.counters} work={work} />
            ) : (
              <Empty title={counter === undefined ? 'Hãy chọn quầy đang ngồi.' : 'Chưa có ai tại quầy này.'}>
                <p>
                  {line.isReceiving
                    ? 'Bấm M để gọi số tiếp theo.'
                    : 'Ngoài giờ tiếp công dân: máy lấy số không phát số.'}
                </p>
              </Empty>
            )}
            <TakeForm unit={line.unit} />
            <p className="line-links">
              <a href={line.boardPath} target="_blank" rel="noreferrer">
                Mở bảng gọi số
              </a>{' '}
              ·{' '}
              <a href={line.kioskPath} target="_blank" rel="noreferrer">
                Mở máy lấy số
              </a>
              {role === 'commander' && (
                <>
                  {' '}
                  · <Link to="/can-bo/goi-so/cach-phuc-vu">Số quầy và lịch hẹn</Link>
                </>
              )}
            </p>
          </div>
          <div>
            <WaitingList
              title="Đang chờ"
              empty="Không có ai đang chờ."
              tickets={line.waiting}
              step={{ path: 'call', words: 'Gọi' }}
              {...{ counter, now, work }}
            />
            <WaitingList
              title="Tạm giữ"
              empty="Không giữ số nào."
              tickets={line.held}
              step={{ path: 'resumption', words: 'Phục vụ tiếp' }}
              {...{ counter, now, work }}
            />
            <WaitingList
              title="Vắng mặt"
              empty="Không ai vắng mặt."
              tickets={line.absent}
              step={{ path: 'return', words: 'Đã đến, xếp lại' }}
              {...{ counter, now, work }}
            />
            <p className="hint">Đã xong hôm nay: {line.done}.</p>
            <BookingsOfDay line={line} />
          </div>
        </div>
      )}
    </main>
  )
}
