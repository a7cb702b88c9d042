import type { SlaMeasure, SlaRow } from '#shared/reports/schemas.ts'

export interface Measure {
  name: SlaMeasure
  /** Its field in a row. */
  field: Exclude<keyof SlaRow, 'medianMinutes' | 'p90Minutes'>
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
]

export const measureOf = (name: SlaMeasure): Measure => measures.find((measure) => measure.name === name) as Measure
