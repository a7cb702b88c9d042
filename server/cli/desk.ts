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
  calendar: {
    usage: 'calendar import FILE.csv [--dry-run] [--yes]',
    about: 'Record days off and worked days (as in db/reference); shows first which open dossiers move',
    options: { 'dry-run': { type: 'boolean' }, yes: { type: 'boolean' } },
    run: async (values, [action, file]) =>
      (await import('./calendar.ts')).runCalendar(action, file, {
        dryRun: values['dry-run'] === true,
        yes: values.yes === true,
      }),
  },
  verify: {
    usage: 'verify [--sample N]',
    about:
      'Check every chain, seal and signature, and recompute every stored state, date and figure (or of N dossiers at random); exit 1 on the first difference',
    options: { sample: { type: 'string' } },
    run: async ({ sample }) =>
      (await import('./verify/verify.ts')).runVerify(sample === undefined ? undefined : Number(sample)),
  },
  rollups: {
    usage: 'rollups rebuild',
    about: 'Make the figures that reports are drawn from anew from the log, while the desk goes on',
    run: async (_values, [action]) => (await import('./rollups.ts')).runRollups(action),
  },
  index: {
    usage: 'index rebuild',
    about: 'Write anew by what each dossier is found (names, addresses, telephone), while the desk goes on',
    run: async (_values, [action]) => (await import('./rebuild-index.ts')).runIndex(action),
  },
  'verify-receipt': {
    usage: 'verify-receipt FILE [--keys keys.json] [--url http://localhost:3000]',
    about:
      'Check a receipt (JSON or PDF) by the desk’s public keys; the file is sent nowhere; exit 1 when it is not genuine',
    options: { keys: { type: 'string' }, url: { type: 'string' } },
    run: async ({ keys, url }, [file]) =>
      (await import('./verify-receipt.ts')).runVerifyReceipt(file, {
        ...(typeof keys === 'string' && { keys }),
        url: String(url ?? 'http://localhost:3000'),
      }),
  },
  'line-simulation': {
    usage: 'line-simulation',
    about: 'Serve a month of visits under the rule of the line and two others; writes docs/tickets',
    run: async () => (await import('./line-simulation.ts')).runLineSimulation(),
  },
  'verify-archive': {
    usage: 'verify-archive FILE.zip [--keys keys.json] [--url http://localhost:3000]',
    about:
      'Check a package of the archive: every file, the log link by link, and the desk’s signature; exit 1 on any fault',
    options: { keys: { type: 'string' }, url: { type: 'string' } },
    run: async ({ keys, url }, [file]) =>
      (await import('./archive.ts')).runVerifyArchive(file, {
        ...(typeof keys === 'string' && { keys }),
        url: String(url ?? 'http://localhost:3000'),
      }),
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
