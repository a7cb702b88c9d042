import { type Edition, editions, type Share, type Successor, type Unit, unitTypes } from './types.ts'

/**
 * Reads `units.csv`. Throws on the first row that cannot be right (unknown edition, malformed code, text that is
 * not NFC) and names its line: a list of communes is imported whole or not at all.
 */
export const parseUnits = (csv: string): Unit[] => rowsOf(csv).map(toUnit)

/** Reads `successors.csv`, as strictly. */
export const parseSuccessors = (csv: string): Successor[] => rowsOf(csv).map(toSuccessor)

/** One record by the names of the header, and where it stood. */
interface Row {
  line: number
  cell(name: string): string
}

function toUnit(row: Row): Unit {
  const type = unitTypes.find((known) => known === row.cell('type'))
  if (type === undefined) throw wrong(row, `unknown type "${row.cell('type')}"`)
  if (row.cell('name') === '') throw wrong(row, 'a unit without a name')

  return {
    edition: editionIn(row, 'edition'),
    code: codeIn(row, 'code'),
    name: row.cell('name'),
    type,
    ...(row.cell('district') === '' ? {} : { district: row.cell('district') }),
  }
}

function toSuccessor(row: Row): Successor {
  return {
    from: { edition: editionIn(row, 'from_edition'), code: codeIn(row, 'from_code') },
    to: { edition: editionIn(row, 'to_edition'), code: codeIn(row, 'to_code') },
    share: shareIn(row),
  }
}

function editionIn(row: Row, name: string): Edition {
  const edition = editions.find((known) => known === row.cell(name))
  if (edition === undefined) throw wrong(row, `unknown edition "${row.cell(name)}"`)

  return edition
}

function codeIn(row: Row, name: string): string {
  const code = row.cell(name)
  if (!/^\d{5}$/.test(code)) throw wrong(row, `"${code}" is not a unit code of five digits`)

  return code
}

function shareIn(row: Row): Share {
  const share = row.cell('share')
  if (share !== 'whole' && share !== 'part') throw wrong(row, `unknown share "${share}"`)

  return share
}

const wrong = (row: Row, what: string) => new RangeError(`Line ${row.line}: ${what}`)

function rowsOf(csv: string): Row[] {
  const [header = [], ...records] = recordsOf(csv)

  return records.map((cells, index) => {
    const row: Row = {
      line: index + 2,
      cell(name) {
        const value = cells[header.indexOf(name)]
        if (value === undefined) throw wrong(row, `no column "${name}"`)
        if (value !== value.normalize('NFC')) throw wrong(row, `"${value}" is not NFC`)

        return value
      },
    }

    return row
  })
}

/** RFC 4180 without line breaks inside quotes, which these files never have. */
function recordsOf(csv: string): string[][] {
  return csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    )
}
