import { Link } from 'react-router'
import { fateWords } from '#shared/reports/ii06.ts'
import type { Ii06Dossier } from '#shared/reports/ii06-schemas.ts'
import { formatInstant } from '#shared/text/format.ts'
import { type Column, DataTable } from '#web/src/ui/data-table.tsx'
import { columnWords } from './column-words.ts'

/** The dossiers behind a number of a report; each leads to the steps of its clock, which say why. Without names. */
export function EntryTable({
  caption,
  rows,
  procedures,
}: {
  caption: string
  rows: readonly Ii06Dossier[]
  procedures: ReadonlyMap<string, string>
}) {
  const columns: Column<Ii06Dossier>[] = [
    {
      id: 'code',
      header: 'Mã hồ sơ',
      value: ({ code }) => code,
      cell: ({ code }) => (
        <Link className="code" to={`/can-bo/ho-so/${code}`}>
          {code}
        </Link>
      ),
    },
    { id: 'procedure', header: 'Thủ tục', value: ({ procedure }) => procedures.get(procedure) ?? procedure },
    { id: 'unit', header: 'Xã, phường', value: ({ unitName }) => unitName.vi },
    {
      id: 'received',
      header: 'Tiếp nhận',
      value: ({ received }) => `(${received}) ${columnWords[received].head}`,
    },
    {
      id: 'outcome',
      header: 'Kết quả',
      value: ({ outcome }) => `(${outcome}) ${columnWords[outcome].head}`,
    },
    { id: 'fate', header: 'Diễn biến', value: ({ fate }) => fateWords[fate] },
    instantColumn('receivedAt', 'Nhận lúc'),
    instantColumn('dueAt', 'Hẹn trả'),
    instantColumn('endedAt', 'Kết thúc'),
  ]

  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      keyOf={({ code, receivedAt }) => `${code} ${receivedAt.toISOString()}`}
    />
  )
}

const instantColumn = (id: 'receivedAt' | 'dueAt' | 'endedAt', header: string): Column<Ii06Dossier> => ({
  id,
  header,
  value: (row) => row[id]?.toISOString() ?? null,
  cell: (row) => row[id] && formatInstant(row[id]),
})
