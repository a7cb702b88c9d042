import type { DossierView } from '#shared/dossiers/dossier-view.ts'
import { trackingAddress } from '#shared/dossiers/tracking-address.ts'
import { formatInstant, formatLongDay, formatMoney } from '#shared/text/format.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import { QrCode } from '#web/pages/qr-code.tsx'
import type { filedHere } from './filed-here.ts'

export type SlipPaper = 'a5' | 'roll'

interface CounterSlipProps {
  dossier: DossierView
  paper: SlipPaper
  filed: ReturnType<typeof filedHere>
}

/**
 * What somebody takes home from the counter, on A5 or on the roll of 80 mm: after acceptance CT04, before it the receipt of
 * what was handed in, with the day by which the office answers.
 *
 * Mẫu theo TT 66/2023/TT-BCA; số hiệu 2026 chưa được xác minh. The numbered CT04 that is kept is the acceptance's own PDF.
 */
export function CounterSlip({ dossier, paper, filed }: CounterSlipProps) {
  const { code, procedure, applicantName, unit, filedAt, acceptedAt, dueAt, fee, paid, clock } = dossier
  const isAccepted = acceptedAt !== null
  const due = dueAt ?? filed?.expected.dueAt
  const papers = dossier.papersNeeded.filter(({ received, seen }) => received || seen)

  return (
    <article className={`counter-slip ${paper}`} aria-label="Phiếu cho công dân">
      <div className="slip-head">
        <span>
          <strong>{policeOf(unit).vi}</strong>
          <br />
          {code}
        </span>
        <span>
          {paper === 'a5' && (
            <>
              <strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong>
              <br />
              <strong>Độc lập - Tự do - Hạnh phúc</strong>
              <br />
            </>
          )}
          {isAccepted && <em>Mẫu CT04</em>}
        </span>
      </div>
      <h1>{isAccepted ? 'PHIẾU TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ' : 'GIẤY BIÊN NHẬN HỒ SƠ'}</h1>
      <Line label="Công dân" value={applicantName} />
      <Line label="Số định danh" value={answerOf(dossier, 'applicantIdentity')} />
      <Line label="Thủ tục" value={procedure.name.vi} />
      <Line label="Nhận hồ sơ lúc" value={formatInstant(acceptedAt ?? filedAt)} />
      {due && (
        <>
          <p className="slip-line">{isAccepted ? 'Hẹn trả kết quả' : 'Dự kiến trả kết quả'}:</p>
          <p className="slip-due">{paper === 'roll' ? formatLongDay(due) : formatInstant(due)}</p>
        </>
      )}
      {!isAccepted && clock.receptionDueAt && (
        <Line label="Trả lời việc tiếp nhận chậm nhất" value={formatInstant(clock.receptionDueAt)} />
      )}
      {clock.provisional && <p>Ngày hẹn là tạm tính: lịch nghỉ của năm sau chưa được công bố đầy đủ.</p>}
      {fee > 0 && <Line label="Lệ phí" value={`${formatMoney(fee)}, ${paid ? 'đã nộp' : 'chưa nộp'}`} />}
      <p className="slip-line">Giấy tờ đã nhận hoặc đã xem{papers.length === 0 && ': không có'}</p>
      {papers.length > 0 && (
        <ol>
          {papers.map(({ kind, name, received }) => (
            <li key={kind}>
              {name.vi}
              {received ? ' (bản chụp)' : ' (đã xem bản giấy, trả lại)'}
            </li>
          ))}
        </ol>
      )}
      {isAccepted && (
        <div className="slip-signs">
          <span>NGƯỜI NỘP HỒ SƠ</span>
          <span>CÁN BỘ TIẾP NHẬN</span>
        </div>
      )}
      <div className="slip-code">
        <QrCode
          text={filed ? trackingAddress(location.origin, code, filed.trackingKey) : code}
          label={filed ? 'Mã mở trang xem hồ sơ' : 'Mã hồ sơ'}
        />
        <p>
          {filed ? (
            <>
              Quét bằng điện thoại để xem hồ sơ đang ở bước nào.
              <br />
              Mã tra cứu: <strong>{filed.trackingKey}</strong>. Hãy giữ kín.
            </>
          ) : (
            <>Đưa mã này cho cán bộ quét khi đến hỏi hoặc nhận kết quả.</>
          )}
        </p>
      </div>
    </article>
  )
}

function Line({ label, value }: { label: string; value: string | undefined }) {
  if (!value) return null

  return (
    <p className="slip-line">
      {label}: <strong>{value}</strong>
    </p>
  )
}

const answerOf = ({ sections }: DossierView, path: string) =>
  sections.flatMap(({ rows }) => rows).find((row) => row.path === path)?.value.vi
