import type { SlaMeasure, SlaRow, SlaView } from '#shared/reports/schemas.ts'

type CountField = Exclude<keyof SlaRow, `${string}Minutes`>

export interface Measure {
  name: SlaMeasure
  /** Its field in a row; the ages of the backlog stand beside the rows. */
  field?: CountField
  words: string
  definition: string
}

/** What is counted and how, in the words of the help. The rules are the clock's own (CLOCK §6, §9). */
export const measures: readonly Measure[] = [
  { name: 'received', field: 'received', words: 'Đã nộp', definition: 'Hồ sơ nộp trong kỳ, kể cả chưa tiếp nhận.' },
  {
    name: 'accepted',
    field: 'accepted',
    words: 'Đã tiếp nhận',
    definition: 'Hồ sơ nộp trong kỳ đã được tiếp nhận; thời hạn giải quyết tính từ lúc này.',
  },
  {
    name: 'ended',
    field: 'ended',
    words: 'Đã xong',
    definition:
      'Hồ sơ đã kết thúc: ký kết quả, từ chối, công dân rút; kể cả không tiếp nhận, khi đó không có ngày hẹn trả nên không tính đúng hay trễ.',
  },
  { name: 'early', field: 'early', words: 'Trước hạn', definition: 'Kết thúc vào một ngày trước ngày hẹn trả.' },
  {
    name: 'on_time',
    field: 'onTime',
    words: 'Đúng hạn',
    definition: 'Kết thúc trong ngày hẹn trả, không muộn hơn giờ hẹn.',
  },
  {
    name: 'late',
    field: 'late',
    words: 'Trễ hạn',
    definition: 'Kết thúc sau giờ hẹn trả. Tạm dừng chờ bổ sung đã được trừ; gia hạn không xóa trễ hạn.',
  },
  {
    name: 'late_on_arrival',
    field: 'lateOnArrival',
    words: 'Trễ từ nơi chuyển đến',
    definition: 'Trong số trễ hạn: hồ sơ đã quá hạn trước khi được chuyển đến đơn vị này.',
  },
  {
    name: 'extended',
    field: 'extended',
    words: 'Gia hạn',
    definition: 'Hồ sơ có thư xin lỗi và hẹn lại ngày trả (mẫu 04). Ngày hẹn đầu vẫn là mốc để tính đúng hay trễ.',
  },
  {
    name: 'open',
    field: 'open',
    words: 'Đang mở',
    definition: 'Hồ sơ chưa kết thúc, kể cả đang chờ công dân bổ sung.',
  },
  {
    name: 'due_soon',
    field: 'dueSoon',
    words: 'Sắp đến hạn',
    definition: 'Đang mở, còn dưới 8 giờ làm việc đến ngày hẹn trả.',
  },
  {
    name: 'overdue',
    field: 'overdue',
    words: 'Quá hạn',
    definition: 'Đang mở và đã qua giờ hẹn trả, hoặc đã qua 8 giờ làm việc mà chưa ai tiếp nhận.',
  },
  {
    name: 'waiting',
    field: 'waiting',
    words: 'Chờ bổ sung',
    definition: 'Đang chờ công dân bổ sung; thời hạn tạm dừng.',
  },
  {
    name: 'second_supplements',
    field: 'secondSupplements',
    words: 'Bổ sung lần 2',
    definition:
      'Hồ sơ bị yêu cầu bổ sung từ hai lần trở lên. Luôn đặt cạnh tỷ lệ đúng hạn, vì yêu cầu bổ sung làm dừng thời hạn.',
  },
  ...ages([0, 3, 7, 14, 30]),
]

/** The ages of the backlog, each up to the day before the next. */
function ages(from: readonly [0, 3, 7, 14, 30]): Measure[] {
  return from.map((days, index) => {
    const next = from[index + 1]
    const span = next === undefined ? `từ ${days} ngày trở lên` : `từ ${days} đến dưới ${next} ngày`

    return {
      name: `age_${days}` as const,
      words:
        days === 0 ? `Dưới ${next} ngày` : next === undefined ? `Từ ${days} ngày` : `${days} đến dưới ${next} ngày`,
      definition: `Hồ sơ đang mở, đã nộp ${days === 0 ? `dưới ${next} ngày` : span}.`,
    }
  })
}

export const measureOf = (name: SlaMeasure): Measure => measures.find((measure) => measure.name === name) as Measure

/** How many dossiers a measure counts in the whole report. */
export function countOf(view: SlaView, { name, field }: Measure): number {
  return field ? view.totals[field] : (view.backlog.find(({ measure }) => measure === name)?.count ?? 0)
}

/** The same in one row of it; 0 where there is no such row. */
export function countOfRow(view: SlaView, key: string, { field }: Measure): number {
  const row = view.rows.find((each) => each.key === key)

  return row && field ? row[field] : 0
}
