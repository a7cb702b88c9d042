import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import type { SealView } from '#shared/reports/ii06-schemas.ts'
import { formatInstant, formatIsoDay } from '#shared/text/format.ts'
import { announce } from '#web/src/ui/announce.ts'
import { Icon } from '#web/src/ui/icons.tsx'
import { Failure, Loading } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { ReportNav } from '../report-nav.tsx'
import { formAddress, sealOptions, useCorrect } from './api.ts'
import { Notes } from './checks.tsx'
import { columnWords } from './column-words.ts'
import { FormTable } from './form-table.tsx'

/** A report as it was sent, and every correction since, with its dossier and reason. */
export function SealPage() {
  const { id = '' } = useParams()
  const { data: seal, error, refetch } = useQuery(sealOptions(id))
  usePageTitle(seal ? `Báo cáo đã chốt, ${seal.period.label.vi}` : 'Báo cáo đã chốt')

  return (
    <main className="page report-page">
      <ReportNav />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!seal && !error && <Loading rows={12} />}
      {seal && (
        <>
          <nav aria-label="Đường dẫn" className="no-print">
            <Link to={formAddress({ period: seal.period.name, unit: seal.unit })}>← Biểu II.06 tính lại lúc này</Link>
          </nav>
          <header className="page-head">
            <h1>Biểu II.06 đã chốt, {seal.period.label.vi}</h1>
            <p className="as-of">
              {seal.unitName.vi}, từ {formatIsoDay(seal.period.from)} đến {formatIsoDay(seal.period.to)}
            </p>
            <a className="button" href={`/api/reports/seals/${id}/form.xlsx`} download>
              <Icon name="download" /> Tải Excel
            </a>
            <a className="button" href={`/api/reports/seals/${id}/form.pdf`} download>
              <Icon name="download" /> Tải PDF
            </a>
          </header>
          <p>
            {seal.sealedBy} chốt lúc {formatInstant(seal.sealedAt)}. SHA-256 của{' '}
            <a href={`/api/reports/seals/${id}/body`} download={`ii06-${seal.unit}-${seal.period.name}.json`}>
              tệp đã chốt
            </a>
            : <code className="hash">{seal.sha256}</code>
          </p>
          <FormTable caption={`Biểu II.06 đã chốt, ${seal.period.label.vi}`} rows={seal.rows} totals={seal.totals} />
          <Notes notes={seal.notes} isProvince={seal.unit.length === 2} />
          <Corrections seal={seal} />
        </>
      )}
    </main>
  )
}

function Corrections({ seal }: { seal: SealView }) {
  const correct = useCorrect(seal.id)
  const names = new Map(seal.correctedRows.map(({ procedure, label }) => [procedure, label.vi]))

  return (
    <section className="report-part">
      <header>
        <h2>Điều chỉnh sau khi chốt</h2>
        <button
          type="button"
          className="no-print"
          disabled={correct.isPending}
          onClick={() =>
            correct.mutate(undefined, {
              onSuccess: ({ list }) => announce(`Đã kiểm tra: ${list.length} điều chỉnh.`),
            })
          }
        >
          {correct.isPending ? 'Đang kiểm tra…' : 'Kiểm tra ngay'}
        </button>
      </header>
      {correct.isError && <Failure error={correct.error} />}
      {seal.list.length === 0 && <p className="hint">Chưa có việc nào được ghi nhận muộn làm đổi số đã chốt.</p>}
      {seal.list.length > 0 && (
        <>
          <p>
            Đã chốt + điều chỉnh = tính lại: tiếp nhận {seal.correctedTotals[3]}, đã giải quyết{' '}
            {seal.correctedTotals[7]}, đang giải quyết {seal.correctedTotals[11]}.
          </p>
          <div className="table-scroll">
            <table className="data-table">
              <caption className="unseen">Các điều chỉnh, theo số thứ tự</caption>
              <thead>
                <tr>
                  <th scope="col">Số</th>
                  <th scope="col">Cột</th>
                  <th scope="col">Thủ tục</th>
                  <th scope="col" className="number">
                    Từ
                  </th>
                  <th scope="col" className="number">
                    Thành
                  </th>
                  <th scope="col">Hồ sơ</th>
                  <th scope="col">Vì sao</th>
                </tr>
              </thead>
              <tbody>
                {seal.list.map(({ number, cell, procedure, before, after, dossier, reason }) => (
                  <tr key={number}>
                    <th scope="row">{number}</th>
                    <td>
                      ({cell}) {columnWords[cell].head}
                    </td>
                    <td>{names.get(procedure) ?? procedure}</td>
                    <td className="number">{before}</td>
                    <td className="number">{after}</td>
                    <td>
                      <Link className="code" to={`/can-bo/ho-so/${dossier}`}>
                        {dossier}
                      </Link>
                    </td>
                    <td>{reason.vi}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}
