import { useQuery } from '@tanstack/react-query'
import type { ExportOrder, ExportState, ExportView } from '#shared/reports/exports-schemas.ts'
import { periodOf } from '#shared/reports/ii06-periods.ts'
import { formatInstant, formatIsoDay, groupDigits } from '#shared/text/format.ts'
import { Icon } from '#web/src/ui/icons.tsx'
import { Empty, Failure, Loading } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { ReportNav } from '../report-nav.tsx'
import { exportsOptions, isInTheMaking, useCancel } from './api.ts'

/** Files made in the background: how far each is, and where to fetch or stop it. */
export function ExportsPage() {
  usePageTitle('Tệp đã xuất')
  const { data, error, refetch } = useQuery(exportsOptions)
  const cancel = useCancel()

  return (
    <main className="page report-page">
      <ReportNav />
      <header className="page-head">
        <h1>Tệp đã xuất</h1>
        <p className="as-of">Chỉ người yêu cầu tải được. Tệp được giữ một ngày.</p>
      </header>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {cancel.isError && <Failure error={cancel.error} />}
      {!data && !error && <Loading rows={4} />}
      {data && data.items.length === 0 && (
        <Empty title="Chưa xuất tệp nào.">
          <p>Mở một con số trong báo cáo rồi chọn “Xuất CSV”.</p>
        </Empty>
      )}
      <ul className="export-list">
        {data?.items.map((job) => (
          <li key={job.id}>
            <Job job={job} onCancel={() => cancel.mutate(job.id)} />
          </li>
        ))}
      </ul>
    </main>
  )
}

function Job({ job, onCancel }: { job: ExportView; onCancel: () => void }) {
  const name = orderWords(job.order)

  return (
    <>
      <p>
        <strong>{name}</strong>
        <span className="hint"> {formatInstant(job.createdAt)}</span>
      </p>
      {isInTheMaking(job) && (
        <progress
          aria-label={`Tiến độ: ${name}`}
          max={job.rowsTotal ?? 1}
          {...(job.rowsTotal === null ? {} : { value: job.rowsDone })}
        />
      )}
      <p className="export-state">
        {stateWords[job.state]}
        {job.rowsTotal !== null && ` ${groupDigits(job.rowsDone)}/${groupDigits(job.rowsTotal)} hồ sơ`}
        {job.bytes !== null && job.state === 'done' && `, ${sizeWords(job.bytes)}`}
      </p>
      {job.href && (
        <a className="button" href={job.href} download={job.fileName ?? true}>
          <Icon name="download" /> Tải về<span className="unseen">: {name}</span>
        </a>
      )}
      {isInTheMaking(job) && (
        <button type="button" onClick={onCancel}>
          Hủy<span className="unseen">: {name}</span>
        </button>
      )}
    </>
  )
}

const stateWords: Record<ExportState, string> = {
  waiting: 'Đang chờ đến lượt.',
  running: 'Đang lập:',
  done: 'Xong:',
  failed: 'Không lập được. Hãy xuất lại với kỳ ngắn hơn.',
  cancelled: 'Đã hủy.',
}

function orderWords(order: ExportOrder): string {
  if (order.kind === 'dossiers')
    return `Danh sách hồ sơ nộp từ ${formatIsoDay(order.from)} đến ${formatIsoDay(order.to)}`
  const period = periodOf(order.period)?.label.vi ?? order.period
  const where = order.unit ? `, đơn vị ${order.unit}` : ''

  return order.kind === 'ii06_form'
    ? `Biểu II.06, ${period}${where} (${order.format === 'pdf' ? 'PDF' : 'Excel'})`
    : `Hồ sơ cột (${order.cell}) Biểu II.06, ${period}${where}`
}

const sizeWords = (bytes: number) =>
  bytes < 1_048_576
    ? `${Math.max(1, Math.round(bytes / 1_024))} KB`
    : `${(bytes / 1_048_576).toFixed(1).replace('.', ',')} MB`
