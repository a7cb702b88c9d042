import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { formatInstant } from '#shared/text/format.ts'
import { deskNow } from '#web/src/lib/desk-time.ts'
import { Icon } from '#web/src/ui/icons.tsx'
import { Failure, Loading } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { Answers } from './answers.tsx'
import { dossierOptions } from './api.ts'
import { ClockPanel } from './clock-panel.tsx'
import { DossierHead } from './dossier-head.tsx'
import { History } from './history.tsx'
import { ControlSlipLink, Documents, PaperFiles, PapersNeeded } from './papers.tsx'
import { TimeNotices } from './time-notices.tsx'

/** One dossier on one page, to read, to explain a number of a report, and to print. Nothing can be done here. */
export function DossierPage() {
  const { code = '' } = useParams()
  usePageTitle(`Hồ sơ ${code}`)
  const { data: dossier, error, refetch } = useQuery(dossierOptions(code))

  if (error && !dossier)
    return (
      <main className="page">
        <Failure error={error} onRetry={() => void refetch()} />
      </main>
    )
  if (!dossier)
    return (
      <main className="page">
        <Loading rows={12} words="Đang mở hồ sơ…" />
      </main>
    )

  return (
    <main className="page dossier-page">
      <DossierHead dossier={dossier} Title="h1">
        <Link to={`/can-bo/ho-so/${code}/phieu`} className="quiet-link no-print">
          <Icon name="print" /> Phiếu cho công dân
        </Link>
        <button type="button" className="dossier-tools no-print" onClick={() => window.print()}>
          <Icon name="print" /> In
        </button>
      </DossierHead>
      <p className="only-print">
        Công an {dossier.unit.type.toLowerCase()} {dossier.unit.name} · in lúc {formatInstant(deskNow())}
      </p>
      <h2>Thời hạn</h2>
      <ClockPanel dossier={dossier} isOpen />
      <TimeNotices dossier={dossier} isReadOnly />
      <h2>Nội dung</h2>
      <Answers dossier={dossier} />
      <h2>Giấy tờ</h2>
      <PapersNeeded needed={dossier.papersNeeded} />
      <PaperFiles papers={dossier.papers} />
      <h2>Phiếu và kết quả</h2>
      <Documents documents={dossier.documents} />
      <ControlSlipLink code={dossier.code} />
      <h2>Lịch sử</h2>
      <History events={dossier.events} />
    </main>
  )
}
