import { parseArgs } from 'node:util'

/** One command: what it takes, in a line of help, and its module. */
interface Command {
  usage: string
  about: string
  options?: Record<string, { type: 'string' | 'boolean' }>
  /** Resolves with its exit code; with anything else it went well. */
  run(values: Record<string, string | boolean | undefined>, positionals: string[]): Promise<unknown>
}

/** Modules are loaded when they run: `clock` must not wait for a database driver. */
const commands: Record<string, Command> = {
  migrate: {
    usage: 'migrate',
    about: 'Bring the database to this version (DATABASE_OWNER_URL or DATABASE_URL)',
    run: async () => (await import('./migrate.ts')).runMigrate(),
  },
  clock: {
    usage: 'clock [--explain] < cases.jsonl',
    about: 'Due date, working minutes and standing for JSON lines, on the national calendar',
    options: { explain: { type: 'boolean' } },
    run: async ({ explain }) =>
      (await import('./clock.ts')).runClock(process.stdin, process.stdout, { explain: explain === true }),
  },
  units: {
    usage: 'units import FOLDER',
    about: 'Replace units and successors by the CSV files of a folder (as in db/reference)',
    run: async (_values, [action, folder]) => (await import('./units.ts')).runUnits(action, folder),
  },
  verify: {
    usage: 'verify',
    about:
      'Check every hash chain and recompute every stored state and date from the log; exit 1 on the first difference',
    run: async () => (await import('./verify.ts')).runVerify(),
  },
  simulate: {
    usage: 'simulate [--dossiers 500] [--days 60] [--seed 1] [--url http://localhost:3000]',
    about: 'Fill a running desk through its HTTP API with believable filings and work',
    options: {
      dossiers: { type: 'string' },
      days: { type: 'string' },
      seed: { type: 'string' },
      url: { type: 'string' },
    },
    run: async ({ dossiers, days, seed, url }) =>
      (await import('../simulate/simulate.ts')).runSimulate({
        dossiers: Number(dossiers ?? 500),
        days: Number(days ?? 60),
        seed: Number(seed ?? 1),
        url: String(url ?? 'http://localhost:3000'),
      }),
  },
}

async function main() {
  const [name, ...rest] = process.argv.slice(2)
  const command = name ? commands[name] : undefined
  if (!command) {
    const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length))
    const lines = Object.values(commands).map(({ usage, about }) => `  ${usage.padEnd(width)}  ${about}`)
    process.stderr.write(`npm run desk -- COMMAND\n\n${lines.join('\n')}\n`)
    process.exitCode = name && name !== 'help' ? 2 : 0

    return
  }
  const { values, positionals } = parseArgs({ args: rest, options: command.options ?? {}, allowPositionals: true })
  const code = await command.run(values, positionals)
  process.exitCode = typeof code === 'number' ? code : 0
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
