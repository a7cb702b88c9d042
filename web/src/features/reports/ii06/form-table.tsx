import type { ReactNode } from 'react'
import { type Ii06Column, type Ii06Counts, ii06Columns } from '#shared/reports/ii06.ts'
import { groupDigits } from '#shared/text/format.ts'
import { CountLink } from '../count-link.tsx'
import { columnWords } from './column-words.ts'

interface FormRow {
  procedure: string
  label: { vi: string }
  counts: Ii06Counts
}

interface FormTableProps {
  caption: string
  rows: readonly FormRow[]
  totals: Ii06Counts
  /** Where a cell leads; without it the numbers are only numbers, as in a sealed report. */
  addressOf?: (cell: Ii06Column, procedure?: string) => string
}

/** The form as it is on paper: its headings, the columns by their numbers, a row for each procedure. */
export function FormTable({ caption, rows, totals, addressOf }: FormTableProps) {
  const cells = (counts: Ii06Counts, name: string, procedure?: string): ReactNode[] =>
    ii06Columns.map((column) => (
      <td key={column} className={column === '10' || column === '13' ? 'number late' : 'number'}>
        {addressOf ? (
          <CountLink
            count={counts[column]}
            to={addressOf(column, procedure)}
            label={`${name}, cột ${column}, ${columnWords[column].whole.toLowerCase()}`}
          />
        ) : (
          groupDigits(counts[column])
        )}
      </td>
    ))

  return (
    <div className="table-scroll">
      <table className="data-table official-form">
        <caption className="unseen">{caption}</caption>
        <FormHead />
        <tbody>
          <tr className="whole">
            <td>A</td>
            <th scope="row">TTHC thuộc thẩm quyền giải quyết của cấp xã</th>
            {cells(totals, 'Cấp xã')}
          </tr>
          <tr className="whole">
            <td>I</td>
            <th scope="row">Lĩnh vực đăng ký, quản lý cư trú</th>
            {cells(totals, 'Lĩnh vực cư trú')}
          </tr>
          {rows.map(({ procedure, label, counts }, index) => (
            <tr key={procedure}>
              <td>{index + 1}</td>
              <th scope="row">{label.vi}</th>
              {cells(counts, label.vi, procedure)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <th scope="row">Tổng cộng</th>
            {cells(totals, 'Tổng cộng')}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

const headOf = (column: Ii06Column, rowSpan?: number) => (
  <th key={column} scope="col" rowSpan={rowSpan} title={columnWords[column].definition}>
    {columnWords[column].head}
  </th>
)

function FormHead() {
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={3}>
          TT
        </th>
        <th scope="col" rowSpan={3}>
          Lĩnh vực, công việc giải quyết theo cấp
        </th>
        <th scope="colgroup" colSpan={4}>
          Số lượng hồ sơ tiếp nhận
        </th>
        <th scope="colgroup" colSpan={4}>
          Số lượng hồ sơ đã giải quyết
        </th>
        <th scope="colgroup" colSpan={3}>
          Số lượng hồ sơ đang giải quyết
        </th>
      </tr>
      <tr>
        {headOf('3', 2)}
        <th scope="colgroup" colSpan={2}>
          Trong kỳ
        </th>
        {(['6', '7', '8', '9', '10', '11', '12', '13'] as const).map((column) => headOf(column, 2))}
      </tr>
      <tr>
        {headOf('4')}
        {headOf('5')}
      </tr>
      <tr className="numbers">
        {['1', '2', ...ii06Columns].map((column) => (
          <td key={column}>({column})</td>
        ))}
      </tr>
    </thead>
  )
}
