import type { CalendarPreviewView, MovedDate } from '#shared/calendar/schemas.ts'
import { formatInstant } from '#shared/text/format.ts'
import { type Column, DataTable } from '#web/src/ui/data-table.tsx'
import { Notice } from '#web/src/ui/notice.tsx'
import { moveWords } from './words.ts'

/** What saving would do: in a sentence, by commune, and dossier by dossier with old and new date. */
export function PreviewReport({ preview }: { preview: CalendarPreviewView }) {
  const { totals, looked, byUnit, items } = preview
  if (totals.moved === 0) {
    return (
      <Notice tone="good" title="Không hồ sơ nào đổi ngày">
        <p>Đã tính lại {looked} hồ sơ đang mở theo lịch mới: không ngày hẹn nào thay đổi. Có thể ghi vào lịch.</p>
      </Notice>
    )
  }
  const units = new Map(byUnit.map(({ unit }) => [unit.code, unit.name]))

  return (
    <section className="preview-report" aria-label="Xem trước">
      <Notice tone="warning" title={`${totals.moved} trong ${looked} hồ sơ đang mở sẽ đổi ngày`}>
        <p>{sentenceOf(totals)} Mỗi người nộp được báo một lần.</p>
      </Notice>
      <table className="plain-table">
        <caption>Theo xã, phường</caption>
        <thead>
          <tr>
            <th scope="col">Xã, phường</th>
            <th scope="col" className="number">
              Đổi ngày
            </th>
            <th scope="col" className="number">
              Lùi
            </th>
            <th scope="col" className="number">
              Sớm hơn
            </th>
            <th scope="col" className="number">
              Thành quá hạn
            </th>
            <th scope="col" className="number">
              Trở lại trong hạn
            </th>
          </tr>
        </thead>
        <tbody>
          {byUnit.map(({ unit, moved, later, earlier, becomeOverdue, healed }) => (
            <tr key={unit.code}>
              <th scope="row">{unit.name}</th>
              <td className="number">{moved}</td>
              <td className="number">{later}</td>
              <td className="number">{earlier}</td>
              <td className="number">{becomeOverdue}</td>
              <td className="number">{healed}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <DataTable
        caption="Từng hồ sơ đổi ngày"
        columns={columnsFor(units)}
        rows={items}
        keyOf={({ code, kind }) => `${code} ${kind}`}
      />
      {items.length < totals.moved && (
        <p className="hint">
          Danh sách chỉ gồm {items.length} hồ sơ đổi nhiều nhất; số liệu theo xã gồm cả {totals.moved} hồ sơ.
        </p>
      )}
    </section>
  )
}

function sentenceOf({ later, earlier, becomeOverdue, healed }: CalendarPreviewView['totals']): string {
  const parts = [
    later > 0 && `${later} hồ sơ lùi ngày`,
    earlier > 0 && `${earlier} hồ sơ có ngày sớm hơn`,
    becomeOverdue > 0 && `${becomeOverdue} hồ sơ thành quá hạn`,
    healed > 0 && `${healed} hồ sơ quá hạn trở lại trong hạn`,
  ].filter(Boolean)

  return `${parts.join(', ')}.`
}

const columnsFor = (units: ReadonlyMap<string, string>): Column<MovedDate>[] => [
  {
    id: 'code',
    header: 'Mã hồ sơ',
    value: ({ code }) => code,
    cell: ({ code }) => <span className="code">{code}</span>,
  },
  { id: 'unit', header: 'Xã, phường', value: ({ unit }) => units.get(unit) ?? unit },
  { id: 'kind', header: 'Ngày', value: ({ kind }) => (kind === 'due' ? 'Hẹn trả' : 'Hạn tiếp nhận') },
  { id: 'from', header: 'Đang hẹn', value: ({ from }) => from.getTime(), cell: ({ from }) => formatInstant(from) },
  { id: 'to', header: 'Sẽ là', value: ({ to }) => to.getTime(), cell: ({ to }) => formatInstant(to) },
  {
    id: 'by',
    header: 'Đổi',
    value: ({ from, to }) => to.getTime() - from.getTime(),
    cell: ({ from, to, becomesOverdue, isHealed }) => (
      <>
        {moveWords(from, to)}
        {becomesOverdue && <strong> · thành quá hạn</strong>}
        {isHealed && <strong> · trở lại trong hạn</strong>}
      </>
    ),
  },
]
