import type { GridColumn } from './blocks.ts'
import type { HouseholdMember } from './inputs.ts'
import { dayOr } from './words.ts'

/** The columns in which CT01 and CT07 list the members of a household; the last heading differs between the two. */
export const memberColumns = (relationship: string): GridColumn[] => [
  { head: 'TT', width: 22, isCentred: true },
  { head: 'Họ, chữ đệm và tên' },
  { head: 'Ngày, tháng, năm sinh', width: 66, isCentred: true },
  { head: 'Giới tính', width: 38, isCentred: true },
  { head: 'Số định danh cá nhân', width: 84, isCentred: true },
  { head: relationship, width: 82 },
]

export const memberRow = (
  { name, birthDate, gender = '', identity = '', relationship = '' }: HouseholdMember,
  index: number,
): string[] => [String(index + 1), name, dayOr(birthDate), gender, identity, relationship]
