import { formatDay, formatIsoDay, formatTime, localDayOf } from '#shared/text/format.ts'
import type { Officer, PoliceUnit } from './inputs.ts'

/**
 * A text from outside as it may be printed: composed letters, so that every Vietnamese mark has its glyph, and none
 * of the characters that no glyph belongs to or that turn the direction of what follows.
 */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .trim()

/** Upper case with Vietnamese rules, for names on forms that ask for capitals. */
export const capitals = (text: string): string => plain(text).toLocaleUpperCase('vi')

/** `ngày 04 tháng 12 năm 2026`: a zero before days below 10 and months 1 and 2 (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export const officialDate = (at: Date): string => officialDay(localDayOf(at))

/** The same for `2026-12-04`; dots for a pen where there is no day, and a text that is none as it is. */
export function officialDay(day: string): string {
  const [, year, month = '', date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  if (!year) return plain(day) || '…………'

  return `ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`
}

/** `17 giờ 00 phút`, as slips promise it. */
export const officialTime = (at: Date): string => formatTime(at).replace(/^(\d\d):(\d\d)$/, '$1 giờ $2 phút')

export const officialInstant = (at: Date): string => `${officialTime(at)}, ${officialDate(at)}`

/** Stands where a pen would sign when an officer confirmed with an account of the desk. */
export const confirmedAt = (at: Date): string =>
  `Đã xác nhận trên hệ thống\nlúc ${formatTime(at)} ngày ${formatDay(at)}`

/** A day that may be missing. */
export const dayOr = (day: string | undefined): string => (day ? formatIsoDay(day) : '')

/** `Công an xã Toàn Lưu`. */
export const policeName = ({ name, type }: PoliceUnit): string =>
  `Công an ${type.toLocaleLowerCase('vi')} ${plain(name)}`

export const signedName = ({ name, rank }: Officer): string => (rank ? `${plain(rank)} ${plain(name)}` : plain(name))

/** `1,4 MB`, `87 KB`: sizes as people see them on their phones. */
export function fileSize(bytes: number): string {
  if (bytes < 1_024) return `${bytes} byte`
  if (bytes < 1_024 * 1_024) return `${Math.round(bytes / 1_024)} KB`

  return `${(bytes / 1_024 / 1_024).toFixed(1).replace('.', ',')} MB`
}

/** Eight groups of eight, which a person can compare. */
export const hashGroups = (sha256: string): string => sha256.replace(/(.{8})(?=.)/g, '$1 ')
