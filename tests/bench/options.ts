/** What was asked for on the command line. */
export interface Options {
  /** Rows of the table in README.md; empty means all. */
  rows: number[]
  /** How long each measurement of a round lasts. */
  seconds: number
  /** How often limit and desk take turns. */
  rounds: number
  /** Dossiers that stand in the queues before rows 3 and 5 begin. */
  stored: number
  /** Sizes that the reports' data grows to, one after the other, before rows 8 to 10 are measured on each. */
  dossiers: number[]
  /** Where the desk's processes leave CPU profiles, for whoever looks for what costs. */
  profile: string | undefined
}

const defaults: Options = { rows: [], seconds: 5, rounds: 3, stored: 60_000, dossiers: [1_000_000], profile: undefined }

/** Reads `1 3 --seconds 5 --rounds 3 --stored 60000 --profile folder`, `reports --dossiers 1000000,3000000`; throws with the usage when a word is not known. */
export function readOptions(words: readonly string[]): Options {
  const options = { ...defaults, rows: [] as number[] }
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? ''
    const value = words[i + 1] ?? ''
    if (/^\d+$/.test(word)) options.rows.push(Number(word))
    else if ((word === '--seconds' || word === '--rounds' || word === '--stored') && Number(value) > 0) {
      options[word.slice(2) as 'seconds' | 'rounds' | 'stored'] = Number(value)
      i += 1
    } else if (word === 'reports') options.rows.push(8)
    else if (word === '--dossiers' && /^\d+(,\d+)*$/.test(value)) {
      options.dossiers = value.split(',').map(Number)
      i += 1
    } else if (word === '--profile' && value !== '') {
      options.profile = value
      i += 1
    } else
      throw new Error(
        `“${word}”? npm run bench -- [row … | reports] [--seconds N] [--rounds N] [--stored N] [--dossiers N,N] [--profile folder]`,
      )
  }

  return options
}
