import type { Bilingual } from '../text/bilingual.ts'

/** Why somebody has the place in line that they have. */
export const ticketClasses = ['priority', 'booked', 'walk_in'] as const
export type TicketClass = (typeof ticketClasses)[number]

export interface ClassRule {
  /** Stands before the number, so that everybody sees why C002 is called before A015. */
  letter: 'A' | 'B' | 'C'
  name: Bilingual
  /** Within how many minutes this class should be called; what the order of the line is made of. */
  targetMinutes: number
}

/** The desk's own targets: no law gives minutes. They are data, and the bound in README.md holds for any values. */
export const classRules: Record<TicketClass, ClassRule> = {
  priority: { letter: 'C', name: { vi: 'Ưu tiên', en: 'Priority' }, targetMinutes: 10 },
  booked: { letter: 'B', name: { vi: 'Đã đặt lịch', en: 'Booked' }, targetMinutes: 10 },
  walk_in: { letter: 'A', name: { vi: 'Số thường', en: 'Walk-in' }, targetMinutes: 30 },
}

/** Somebody whom the desk serves first, and why; shown on the kiosk, and asked for no proof. */
export interface PriorityGround {
  who: Bilingual
  source: string
  /** How sure we are: `memory` waits for a lawyer; `derived` is the desk's own rule in the spirit of a law. */
  mark: 'memory' | 'derived'
}

/**
 * Who takes a priority number. From 60 on, because the law calls everybody elderly from then: a higher age of our own
 * would take a right away. The kiosk does not store which ground it was: nobody at the counter needs to know.
 */
export const priorityGrounds: readonly PriorityGround[] = [
  {
    who: { vi: 'Từ đủ 60 tuổi', en: 'Aged 60 or over' },
    source: 'Luật Người cao tuổi 39/2009/QH12 Điều 2, Điều 3 khoản 1 điểm d',
    mark: 'memory',
  },
  {
    who: { vi: 'Người khuyết tật', en: 'People with a disability' },
    source: 'Luật Người khuyết tật 51/2010/QH12 Điều 4 khoản 1',
    mark: 'memory',
  },
  {
    who: { vi: 'Phụ nữ mang thai', en: 'Pregnant women' },
    source: 'Quy ước của quầy, theo tinh thần Luật Trẻ em 102/2016/QH13',
    mark: 'derived',
  },
  {
    who: { vi: 'Người đi cùng trẻ nhỏ dưới 36 tháng', en: 'People with a child under 36 months' },
    source: 'Quy ước của quầy, theo tinh thần Luật Trẻ em 102/2016/QH13',
    mark: 'derived',
  },
]

/** `A012`: letter of the class and at least three digits. */
export const ticketLabel = (letter: string, number: number): string => `${letter}${String(number).padStart(3, '0')}`
