import type { Channel } from '#shared/dossiers/events.ts'
import { stateName } from '#shared/dossiers/names.ts'
import type { DossierState } from '#shared/dossiers/transitions.ts'
import { localDayOf } from '#shared/text/format.ts'
import type { Deps } from '../../platform/deps.ts'
import { unitNameOn } from '../unit-name-on.ts'
import { csvHead, csvLine } from './csv.ts'

type Needs = Pick<Deps, 'reportPool' | 'reference'>

/** Dossiers filed on local days from `from` to `to`, standing with these units. */
export interface DossierRowFilter {
  from: string
  to: string
  units: readonly string[]
}

const batchSize = 2_000
const filed = `filed_at >= ($1::date::timestamp at time zone 'Asia/Ho_Chi_Minh')
  and filed_at < (($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and unit_code = any ($3)`

interface Row {
  id: string
  code: string
  procedure: string
  unit_code: string
  channel: Channel
  state: DossierState
  filed_at: Date
  accepted_at: Date | null
  due_at: Date | null
  ended_at: Date | null
  verdict: 'early' | 'on_time' | 'late' | null
  working_minutes: number | null
  supplements: number
}

export async function countDossierRows({ reportPool }: Needs, { from, to, units }: DossierRowFilter): Promise<number> {
  const { rows } = await reportPool.query<{ n: number }>(`select count(*)::integer as n from dossiers where ${filed}`, [
    from,
    to,
    [...units],
  ])

  return rows[0]?.n ?? 0
}

/** The dossiers of a period as lines of CSV, two thousand at a time, in the order in which they were filed. */
export async function* dossierRows(
  deps: Needs,
  { from, to, units }: DossierRowFilter,
): AsyncGenerator<{ bytes: Buffer; rows: number }> {
  yield { bytes: csvHead(heads), rows: 0 }
  for (let at = '-infinity', id = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await deps.reportPool.query<Row>(
      `select id, code, procedure, unit_code, channel, state, filed_at, accepted_at, due_at, ended_at, verdict,
         working_minutes, supplements
       from dossiers where ${filed} and (filed_at, id) > ($4::timestamptz, $5::uuid) order by filed_at, id limit ${batchSize}`,
      [from, to, [...units], at, id],
    )
    yield { bytes: Buffer.from(rows.map((row) => csvLine(lineOf(deps, row))).join('')), rows: rows.length }
    const last = rows.at(-1)
    if (!last || rows.length < batchSize) return
    at = last.filed_at.toISOString()
    id = last.id
  }
}

const heads = [
  'Mã hồ sơ',
  'Thủ tục',
  'Tên thủ tục',
  'Đơn vị',
  'Cách nộp',
  'Trạng thái',
  'Nộp lúc',
  'Tiếp nhận lúc',
  'Hẹn trả',
  'Kết thúc lúc',
  'Kết quả thời hạn',
  'Phút làm việc đã dùng',
  'Số lần yêu cầu bổ sung',
] as const

const channelWords: Record<Channel, string> = { online: 'Trực tuyến', counter: 'Trực tiếp', post: 'Bưu chính' }
const verdictWords = { early: 'Trước hạn', on_time: 'Đúng hạn', late: 'Quá hạn' } as const

const lineOf = ({ reference }: Needs, row: Row) => [
  row.code,
  row.procedure,
  reference.procedure(row.procedure, localDayOf(row.filed_at))?.name.vi ?? '',
  // An open dossier stands with a commune of today, an ended one with that of its last day.
  row.ended_at
    ? unitNameOn(reference, row.unit_code, localDayOf(row.ended_at)).name
    : reference.unitName(row.unit_code).name,
  channelWords[row.channel],
  stateName(row.state).vi,
  row.filed_at,
  row.accepted_at,
  row.due_at,
  row.ended_at,
  row.verdict && verdictWords[row.verdict],
  row.working_minutes,
  row.supplements,
]
