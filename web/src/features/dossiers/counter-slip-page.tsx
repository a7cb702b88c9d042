import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { Link, useParams } from 'react-router'
import { Icon } from '#web/src/ui/icons.tsx'
import { Failure, Loading, Notice } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { dossierOptions } from './api.ts'
import { CounterSlip, type SlipPaper } from './counter-slip.tsx'
import { filedHere } from './filed-here.ts'

/** The slip for the person at the counter: one press prints it, on A5 or on the roll. */
export function CounterSlipPage() {
  const { code = '' } = useParams()
  usePageTitle(`Phiếu ${code}`)
  const { data: dossier, error, refetch } = useQuery(dossierOptions(code))
  const [paper, setPaper] = useState<SlipPaper>('a5')
  const print = (chosen: SlipPaper) => {
    flushSync(() => setPaper(chosen))
    window.print()
  }

  return (
    <main className="page">
      <div className="slip-choice no-print">
        <h1>Phiếu cho công dân</h1>
        <button type="button" className="primary" onClick={() => print('a5')}>
          <Icon name="print" /> In A5
        </button>
        <button type="button" onClick={() => print('roll')}>
          <Icon name="print" /> In 80 mm
        </button>
        <Link to={`/can-bo/ban-xu-ly/${code}`}>Mở hồ sơ để tiếp nhận</Link>
        <Link to="/can-bo/tiep-nhan">Tiếp nhận người tiếp theo</Link>
      </div>
      {error && !dossier && (
        <>
          <Failure error={error} onRetry={() => void refetch()} />
          <p>
            Hồ sơ gửi đơn vị khác thì không mở được ở đây: hãy quay lại trang vừa nộp và tải biên nhận cho công dân.
          </p>
        </>
      )}
      {!dossier && !error && <Loading rows={10} words="Đang mở phiếu…" />}
      {dossier && (
        <>
          {dossier.acceptedAt === null && (
            <div className="no-print">
              <Notice title="Hồ sơ chưa được tiếp nhận, phiếu này là giấy biên nhận.">
                <p>Tiếp nhận hồ sơ rồi in lại để có Phiếu tiếp nhận và hẹn trả kết quả (CT04).</p>
              </Notice>
            </div>
          )}
          <CounterSlip dossier={dossier} paper={paper} filed={filedHere(code, dossier.procedure.code)} />
        </>
      )}
    </main>
  )
}
