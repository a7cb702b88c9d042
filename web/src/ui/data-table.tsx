import { type ReactNode, useState } from 'react'

export interface Column<Row> {
  id: string
  header: string
  /** What the number means, as help. */
  definition?: string
  isNumber?: boolean
  /** What it is sorted by; nothing sorts last, either way. */
  value: (row: Row) => number | string | null
  /** How it is shown, when not as its value. */
  cell?: (row: Row) => ReactNode
}

interface DataTableProps<Row> {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** The column it starts sorted by, the largest first. */
  sortedBy?: string
  foot?: ReactNode
}

interface Sorting {
  id: string
  isDescending: boolean
}

/** A table that sorts by any column; the first column names the row. */
export function DataTable<Row>({ caption, columns, rows, keyOf, sortedBy, foot }: DataTableProps<Row>) {
  const [sorting, setSorting] = useState<Sorting | undefined>(
    sortedBy ? { id: sortedBy, isDescending: true } : undefined,
  )
  const sortedColumn = columns.find(({ id }) => id === sorting?.id)
  const sorted = sortedColumn && sorting ? sortRows(rows, sortedColumn.value, sorting.isDescending) : rows
  const sortBy = ({ id, isNumber }: Column<Row>) =>
    setSorting((before) =>
      before?.id === id ? { id, isDescending: !before.isDescending } : { id, isDescending: isNumber ?? false },
    )

  return (
    <div className="table-scroll">
      <table className="data-table">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={column.isNumber ? 'number' : undefined}
                aria-sort={ariaSort(column.id, sorting)}
                title={column.definition}
              >
                <button type="button" onClick={() => sortBy(column)}>
                  {column.header}
                  <span className="sort-sign" aria-hidden="true" />
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ id, isNumber, value, cell }, index) => {
                const content = cell ? cell(row) : value(row)

                return index === 0 ? (
                  <th key={id} scope="row">
                    {content}
                  </th>
                ) : (
                  <td key={id} className={isNumber ? 'number' : undefined} data-column={id}>
                    {content ?? '–'}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  )
}

function ariaSort(id: string, sorting: Sorting | undefined) {
  if (sorting?.id !== id) return undefined

  return sorting.isDescending ? 'descending' : 'ascending'
}

const words = new Intl.Collator('vi')

function sortRows<Row>(rows: readonly Row[], value: Column<Row>['value'], isDescending: boolean): Row[] {
  return [...rows].sort((a, b) => {
    const [one, other] = [value(a), value(b)]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    const order =
      typeof one === 'number' && typeof other === 'number' ? one - other : words.compare(String(one), String(other))

    return isDescending ? -order : order
  })
}
