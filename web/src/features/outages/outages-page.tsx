import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { roleMayUse } from '#shared/accounts/policy.ts'
import { type OutageView, outagesView } from '#shared/dossiers/outage-schemas.ts'
import { formatInstant } from '#shared/text/format.ts'
import { useAccount } from '#web/src/lib/account.ts'
import { read } from '#web/src/lib/read.ts'
import { Empty, Failure, Loading } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { OutageForm } from './outage-form.tsx'

export const outagesOptions = queryOptions({
  queryKey: ['outages'],
  queryFn: ({ signal }) => read(outagesView, '/api/outages', signal),
})

/** What failed, from when to when. Nothing here is changed: a new record ends or corrects an older one. */
export function OutagesPage() {
  usePageTitle('Sự cố')
  const { data, error, refetch } = useQuery(outagesOptions)
  const mayRecord = roleMayUse(useAccount().role, 'record_outages')
  const [corrected, setCorrected] = useState<OutageView>()

  return (
    <main className="page">
      <h1>Sự cố</h1>
      <p>
        Thời gian có sự cố được ghi cho hệ thống, không tính cho công an xã. Ngày hẹn trả của hồ sơ không đổi vì sự cố.
      </p>
      {mayRecord ? (
        <>
          <h2>{corrected ? 'Ghi lại sự cố' : 'Ghi nhận sự cố'}</h2>
          <OutageForm key={corrected?.id ?? 'new'} corrected={corrected} onDone={() => setCorrected(undefined)} />
        </>
      ) : (
        <p className="hint">Quản trị hệ thống ghi nhận sự cố. Máy hoặc mạng ở quầy hỏng thì báo quản trị.</p>
      )}
      <h2>Đã ghi nhận</h2>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={4} />}
      {data?.items.length === 0 && <Empty title="Chưa có sự cố nào." />}
      {data && data.items.length > 0 && (
        <OutageTable items={data.items} onCorrect={mayRecord ? setCorrected : undefined} />
      )}
    </main>
  )
}

function OutageTable({
  items,
  onCorrect,
}: {
  items: readonly OutageView[]
  onCorrect: ((item: OutageView) => void) | undefined
}) {
  return (
    <table className="plain-table">
      <caption className="unseen">Các sự cố đã ghi nhận, mới nhất trước</caption>
      <thead>
        <tr>
          <th scope="col">Nơi có sự cố</th>
          <th scope="col">Từ</th>
          <th scope="col">Đến</th>
          <th scope="col">Lý do</th>
          <th scope="col">Ghi nhận</th>
          {onCorrect && <th scope="col">Sửa</th>}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row">{scopeWords(item.scope)}</th>
            <td>{formatInstant(item.from)}</td>
            <td>{item.to ? formatInstant(item.to) : 'chưa hết'}</td>
            <td>{item.reason}</td>
            <td>
              {item.recordedBy}, {formatInstant(item.recordedAt)}
            </td>
            {onCorrect && (
              <td>
                {item.isSuperseded ? (
                  <span className="hint">đã có bản ghi thay</span>
                ) : (
                  <button type="button" className="quiet" onClick={() => onCorrect(item)}>
                    {item.to ? 'Ghi lại' : 'Ghi lúc hết'}
                  </button>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function scopeWords(scope: OutageView['scope']): string {
  switch (scope.level) {
    case 'province':
      return 'Cả tỉnh'
    case 'unit':
      return `Đơn vị ${scope.code}`
    case 'channel':
      return { online: 'Nộp qua mạng', counter: 'Nộp tại quầy', post: 'Nộp qua bưu chính' }[scope.channel]
  }
}
