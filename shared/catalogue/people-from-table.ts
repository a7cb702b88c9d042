import { isRealDay } from './days.ts'
import { relationships } from './relationships.ts'
import type { Field } from './types.ts'

/** A person as the form holds one: texts, and a day in its three boxes. */
export type TypedPerson = Record<string, unknown>

/**
 * People out of rows that were copied from a spreadsheet: one person a row, columns in the order of the questions.
 *
 * Understands tabs (what every spreadsheet copies) and, without any, semicolons; a first row of headings and a column of
 * running numbers are passed over. Days as 20/8/1995 or 1995-08-20, "Nam" and "Nữ" as written. What cannot be read is
 * left as it stands, so that the form shows it and says what is wrong: nobody is dropped in silence.
 */
export function peopleFromTable(text: string, fields: readonly Field[]): TypedPerson[] {
  const rows = text
    .normalize('NFC')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(line.includes('\t') ? '\t' : ';').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')))
  const people = rows.filter((cells) => cells.some((cell) => /\d{4}/.test(cell)))
  const isNumbered = people.length > 0 && people.every(([first = ''], index) => first === String(index + 1))

  return people.map((cells) => {
    const own = isNumbered ? cells.slice(1) : cells

    return Object.fromEntries(
      fields.flatMap((field, column) => {
        const cell = own[column] ?? ''

        return cell === '' ? [] : [[field.name, typedCell(field, cell)] as const]
      }),
    )
  })
}

function typedCell(field: Field, cell: string): unknown {
  switch (field.kind) {
    case 'date':
      return typedDay(cell)
    case 'choice':
      return field.options.find(({ label }) => isSame(label.vi, cell) || isSame(label.en, cell))?.value ?? cell
    case 'relationship':
      return relationships.find(({ label }) => isSame(label.vi, cell))?.value ?? cell
    case 'identity':
      // A spreadsheet takes twelve digits for a number and drops the one or two zeros in front. Nine digits are an old
      // identity card's, and stay to be refused.
      return /^\d{10,11}$/.test(cell) ? cell.padStart(12, '0') : cell
    default:
      return cell
  }
}

function typedDay(cell: string): unknown {
  const [, first = '', month = '', last = ''] = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})$/.exec(cell) ?? []
  const [year, day] = first.length === 4 ? [first, last] : [last, first]
  const iso = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

  return isRealDay(iso) ? { day, month, year } : { day: cell, month: '', year: '' }
}

const isSame = (a: string, b: string) => a.toLocaleLowerCase('vi') === b.toLocaleLowerCase('vi')
