import { useQuery } from '@tanstack/react-query'
import type { BankEntryView, WaitingPaymentView } from '#shared/payments/schemas.ts'
import { formatInstant, formatMoney } from '#shared/text/format.ts'
import { type Column, DataTable } from '#web/src/ui/data-table.tsx'
import { Empty, Failure, Loading } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { reconciliationOptions } from './api.ts'
import { OpenEntry } from './open-entry.tsx'
import { outcomeWords, settlementWords } from './words.ts'

/** Money that fits nothing, money that is waited for, and what came lately. */
export function ReconciliationPage() {
  usePageTitle('Đối soát lệ phí')
  const { data, error, isPending, refetch } = useQuery(reconciliationOptions)

  return (
    <main className="page">
      <h1>Đối soát lệ phí</h1>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading rows={6} />}
      {data && (
        <>
          <section aria-labelledby="open-title">
            <h2 id="open-title">Cần xem lại ({data.open.length})</h2>
            {data.open.length === 0 && <Empty title="Mọi khoản tiền đều khớp với hồ sơ." />}
            {data.open.map((entry) => (
              <OpenEntry key={entry.id} entry={entry} />
            ))}
          </section>
          <section aria-labelledby="waiting-title">
            <h2 id="waiting-title">Đang chờ ngân hàng</h2>
            <p className="hint">
              Người nộp báo đã chuyển mà ngân hàng chưa xác nhận. Quá một ngày làm việc thì gọi hỏi ngân hàng và người
              nộp.
            </p>
            {data.waiting.length === 0 && <Empty title="Không có khoản nào đang chờ." />}
            {data.waiting.length > 0 && (
              <DataTable
                caption="Khoản đang chờ ngân hàng xác nhận"
                columns={waitingColumns}
                rows={data.waiting}
                keyOf={({ id }) => id}
              />
            )}
          </section>
          <section aria-labelledby="done-title">
            <h2 id="done-title">Đã xong</h2>
            {data.done.length === 0 && <Empty title="Chưa có khoản nào." />}
            {data.done.length > 0 && (
              <DataTable
                caption="Khoản tiền đã khớp hoặc đã xử lý"
                columns={doneColumns}
                rows={data.done}
                keyOf={({ id }) => id}
              />
            )}
          </section>
        </>
      )}
    </main>
  )
}

const waitingColumns: Column<WaitingPaymentView>[] = [
  { id: 'code', header: 'Hồ sơ', value: ({ code }) => code, cell: ({ code }) => <DossierLink code={code} /> },
  { id: 'reference', header: 'Nội dung', value: ({ reference }) => reference },
  {
    id: 'amount',
    header: 'Số tiền',
    isNumber: true,
    value: ({ amount }) => amount,
    cell: ({ amount }) => formatMoney(amount),
  },
  {
    id: 'told',
    header: 'Báo chuyển lúc',
    isNumber: true,
    value: ({ toldAt }) => toldAt.getTime(),
    cell: ({ toldAt }) => formatInstant(toldAt),
  },
]

const doneColumns: Column<BankEntryView>[] = [
  {
    id: 'code',
    header: 'Hồ sơ',
    value: ({ code }) => code ?? '',
    cell: ({ code }) => (code ? <DossierLink code={code} /> : '–'),
  },
  { id: 'bank', header: 'Số giao dịch', value: ({ bankReference }) => bankReference },
  {
    id: 'amount',
    header: 'Số tiền',
    isNumber: true,
    value: ({ amount }) => amount,
    cell: ({ amount }) => formatMoney(amount),
  },
  {
    id: 'outcome',
    header: 'Kết quả',
    value: ({ outcome, settled }) => (settled ? settlementWords[settled.as] : outcomeWords[outcome]),
    cell: ({ outcome, settled }) =>
      settled ? (
        <>
          {settlementWords[settled.as]} <span className="hint">{`${settled.note} (${settled.by})`}</span>
        </>
      ) : (
        outcomeWords[outcome]
      ),
  },
  {
    id: 'at',
    header: 'Lúc',
    isNumber: true,
    value: ({ at }) => at.getTime(),
    cell: ({ at }) => formatInstant(at),
  },
]

const DossierLink = ({ code }: { code: string }) => <a href={`/can-bo/ho-so/${code}`}>{code}</a>
