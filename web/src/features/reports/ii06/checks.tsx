import type { Ii06View } from '#shared/reports/ii06-schemas.ts'
import { groupDigits } from '#shared/text/format.ts'
import { Icon } from '#web/src/ui/icons.tsx'

/** The checks of the form, each green or red with both sides of it, and what to do about a red one. */
export function Checks({ view }: { view: Ii06View }) {
  const names = new Map(view.rows.map(({ procedure, label }) => [procedure, label.vi]))

  return (
    <section className="report-part">
      <h2>Kiểm tra biểu</h2>
      <ul className="check-list">
        {view.checks.map(({ id, holds, left, right, text, failing }) => (
          <li key={id} className={holds ? 'holds' : 'fails'}>
            <Icon name={holds ? 'check' : 'warning'} />
            <span>
              <strong>{holds ? 'Khớp' : 'Không khớp'}:</strong> {text.vi}:{' '}
              <span className="number">
                {groupDigits(left)} {holds ? '=' : '≠'} {groupDigits(right)}
              </span>
              {failing.length > 0 && (
                <>
                  {' '}
                  Sai ở: {failing.map((procedure) => names.get(procedure) ?? procedure).join('; ')}. Báo quản trị trước
                  khi chốt.
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {view.carriedFrom && (
        <p className="hint">
          Cột (6) nối tiếp báo cáo đã chốt của kỳ trước: {groupDigits(view.carriedFrom.sealed)} hồ sơ
          {view.carriedFrom.corrected !== 0 &&
            `, điều chỉnh sau khi chốt ${view.carriedFrom.corrected > 0 ? '+' : '−'}${Math.abs(view.carriedFrom.corrected)}`}
          .
        </p>
      )}
    </section>
  )
}

/** What fits into no column. */
export function Notes({ notes, isProvince }: { notes: Ii06View['notes']; isProvince: boolean }) {
  return (
    <ul className="form-notes">
      <li>
        Không tính vào cột nào: {notes.waiting} hồ sơ chờ tiếp nhận, {notes.refusedIntake} không được tiếp nhận,{' '}
        {notes.withdrawnBefore} rút trước khi tiếp nhận.
      </li>
      <li>
        {isProvince
          ? `Chuyển giữa các xã sau khi tiếp nhận: ${notes.transfers} lượt. Tổng các xã lớn hơn số của tỉnh đúng bằng số lượt này.`
          : `Chuyển xã khác sau khi tiếp nhận: ${notes.transfers} lượt, tính ở cột (9), hoặc (10) nếu lúc chuyển đã quá hạn.`}
      </li>
      <li>
        Rút sau khi tiếp nhận: {notes.withdrawn}, trong đó nộp trùng {notes.duplicates}; tính ở cột (9) hoặc (10).
      </li>
    </ul>
  )
}
