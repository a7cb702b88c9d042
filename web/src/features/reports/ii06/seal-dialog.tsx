import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Ii06View } from '#shared/reports/ii06-schemas.ts'
import { announce } from '#web/src/ui/announce.ts'
import { Dialog } from '#web/src/ui/dialog.tsx'
import { Failure } from '#web/src/ui/notice.tsx'
import { useSeal } from './api.ts'

/** Says what sealing means before it is done: it cannot be taken back. */
export function SealDialog({ view, onClose }: { view: Ii06View; onClose: () => void }) {
  const seal = useSeal()
  const navigate = useNavigate()
  const [isUnderstood, setUnderstood] = useState(false)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    seal.mutate(
      { period: view.period.name, unit: view.unit.code },
      {
        onSuccess: ({ id }) => {
          announce('Đã chốt báo cáo')
          void navigate(`/can-bo/bao-cao/ii06/da-chot/${id}`)
        },
      },
    )
  }

  return (
    <Dialog title={`Chốt Biểu II.06, ${view.period.label.vi}`} onClose={onClose}>
      <form onSubmit={onSubmit}>
        <div className="seal-words">
          <p>
            {view.unit.name.vi}: tiếp nhận <strong>{view.totals[3]}</strong>, đã giải quyết{' '}
            <strong>{view.totals[7]}</strong>, đang giải quyết <strong>{view.totals[11]}</strong>.
          </p>
          <ul>
            <li>
              Báo cáo được giữ nguyên từng chữ số, kèm mã băm SHA-256, tên người chốt và giờ chốt. Không ai sửa hay xóa
              được.
            </li>
            <li>
              Việc ghi nhận muộn hơn thành điều chỉnh được đánh số: ô nào, từ bao nhiêu thành bao nhiêu, hồ sơ nào, vì
              sao.
            </li>
            <li>Kỳ sau lấy số (11) đã chốt cộng điều chỉnh làm cột (6).</li>
          </ul>
          <label className="tick">
            <input type="checkbox" checked={isUnderstood} onChange={({ target }) => setUnderstood(target.checked)} />{' '}
            Tôi đã xem biểu và chốt để gửi.
          </label>
          {seal.isError && <Failure error={seal.error} />}
        </div>
        <footer className="dialog-foot">
          <button type="button" onClick={onClose}>
            Để sau
          </button>
          <button type="submit" className="primary" disabled={!isUnderstood || seal.isPending}>
            {seal.isPending ? 'Đang chốt…' : 'Chốt báo cáo'}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
