import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { DisposalState, DisposalView } from '#shared/archive/schemas.ts'
import { formatDay, formatInstant } from '#shared/text/format.ts'
import { announce } from '#web/src/ui/announce.ts'
import { Dialog } from '#web/src/ui/dialog.tsx'
import { TextField } from '#web/src/ui/field.tsx'
import { Empty, Failure, Loading, Notice } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { disposalsOptions, useDecideDisposal } from './api.ts'
import { localDay } from './columns.tsx'

/** Lists of what need no longer be kept: one person proposes, another one signs. */
export function DisposalsPage() {
  usePageTitle('Danh mục hủy')
  const { data, error, isPending, refetch } = useQuery(disposalsOptions)

  return (
    <main className="page">
      <h1>Danh mục hủy</h1>
      <p className="hint">
        Lập danh mục ở trang <Link to="/can-bo/luu-tru?expired=1">Lưu trữ</Link>, loại “Hết thời hạn lưu trữ”. Người lập
        không tự ký danh mục của mình.
      </p>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading rows={4} />}
      {data?.items.length === 0 && <Empty title="Chưa có danh mục nào." />}
      {data?.items.map((list) => (
        <DisposalList key={list.id} list={list} />
      ))}
    </main>
  )
}

const stateWords: Record<DisposalState, string> = {
  proposed: 'chờ ký',
  confirmed: 'đã ký, đã hủy',
  rejected: 'không đồng ý',
}

function DisposalList({ list }: { list: DisposalView }) {
  const { id, number, state, reason, items, href, mayDecide } = list

  return (
    <section aria-labelledby={`list-${id}`}>
      <h2 id={`list-${id}`}>
        Danh mục số {number} · {stateWords[state]}
      </h2>
      <p>{reason}</p>
      <p className="hint">
        {list.proposedBy} lập {formatInstant(list.proposedAt)}
        {list.decidedBy && list.decidedAt && ` · ${list.decidedBy} quyết định ${formatInstant(list.decidedAt)}`}
        {list.decisionNote && ` · ${list.decisionNote}`}
        {href && (
          <>
            {' · '}
            <a href={href}>Tải danh mục đã ký</a>
          </>
        )}
      </p>
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">Mã hồ sơ</th>
              <th scope="col">Thủ tục</th>
              <th scope="col">Kết thúc</th>
              <th scope="col">Lưu đến</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ code, procedure, endedAt, keepUntil }) => (
              <tr key={code}>
                <th scope="row" className="code">
                  {code}
                </th>
                <td>{procedure}</td>
                <td>{formatDay(endedAt)}</td>
                <td>{keepUntil ? localDay(keepUntil) : 'vĩnh viễn'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mayDecide && <Decision list={list} />}
    </section>
  )
}

/** Signing cannot be taken back, so it is asked once more what goes and what stays. */
function Decision({ list }: { list: DisposalView }) {
  const decide = useDecideDisposal(list.id)
  const [isSigning, setSigning] = useState(false)
  const [note, setNote] = useState('')

  return (
    <>
      {decide.error && <Failure error={decide.error} />}
      <div className="line-form">
        <button type="button" className="danger" disabled={decide.isPending} onClick={() => setSigning(true)}>
          Ký và hủy {list.items.length} hồ sơ…
        </button>
        <TextField label="Lý do không đồng ý" value={note} onChange={({ target }) => setNote(target.value)} />
        <button
          type="button"
          disabled={decide.isPending || note.trim().length < 3}
          onClick={() => decide.mutate({ outcome: 'reject', note: note.trim() })}
        >
          Không đồng ý
        </button>
      </div>
      {isSigning && (
        <Dialog title={`Ký danh mục hủy số ${list.number}`} onClose={() => setSigning(false)}>
          <Notice tone="warning" title={`${list.items.length} hồ sơ bị hủy ngay khi ký và không lấy lại được.`}>
            <p>
              Bị xóa: nội dung kê khai, tên người, giấy tờ, kết quả. Giữ lại: nhật ký giải quyết, bản kê mã kiểm tra và
              danh mục có chữ ký số.
            </p>
          </Notice>
          <footer className="dialog-foot">
            <button
              type="button"
              className="danger"
              disabled={decide.isPending}
              onClick={() =>
                decide.mutate(
                  { outcome: 'confirm' },
                  {
                    onSuccess: () => announce(`Đã ký danh mục hủy số ${list.number}.`),
                    onSettled: () => setSigning(false),
                  },
                )
              }
            >
              {decide.isPending ? 'Đang hủy…' : 'Ký và hủy'}
            </button>
            <button type="button" onClick={() => setSigning(false)}>
              Chưa ký
            </button>
          </footer>
        </Dialog>
      )}
    </>
  )
}
