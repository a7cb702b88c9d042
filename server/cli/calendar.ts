import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { newEntries, parseCalendarFile } from '#shared/calendar/calendar-file.ts'
import type { CalendarPreviewView } from '#shared/calendar/schemas.ts'
import { canonicalJson } from '#shared/text/canonical-json.ts'
import { formatInstant, formatIsoDay } from '#shared/text/format.ts'
import { markYear } from '../calendar/mark-year.ts'
import { previewChange } from '../calendar/preview-change.ts'
import { type SaveDeps, saveChange } from '../calendar/save-change.ts'
import { openLog } from '../parts.ts'
import { openClock } from '../platform/clock.ts'
import { openPool } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { ProblemError } from '../platform/problem.ts'
import { openReference, province } from '../platform/reference.ts'
import { sha256 } from '../platform/sealing.ts'
import { openWakeups } from '../platform/wakeups.ts'
import { reachDesk } from './reach-desk.ts'

export interface ImportOptions {
  dryRun: boolean
  /** Saves without asking. */
  yes: boolean
}

const listed = 20
const recordedBy = 'desk calendar import'

/**
 * `desk calendar import FILE.csv`: what is new in the file, what it would move, and after a yes the change itself.
 *
 * Rows that the calendar holds already are passed over. The desk's worker moves the dates; when no desk is running it
 * does so as soon as one is started. Resolves to the exit code: 1 when the file is wrong, 2 when nobody said yes.
 */
export async function runCalendar(
  action: string | undefined,
  file: string | undefined,
  options: ImportOptions,
): Promise<0 | 1 | 2> {
  if (action !== 'import' || !file)
    throw new Error('usage: npm run desk -- calendar import FILE.csv [--dry-run] [--yes]')
  const { entries: given, years } = parseCalendarFile(await readFile(file, 'utf8'))

  await using desk = await reachDesk()
  const log = openLog({ logLevel: 'silent' })
  const pool = openPool(desk.database.appUrl, { name: 'quay-cli', max: 2, onError: () => undefined })
  const wake = await openWakeups(desk.database.appUrl, pool, log)
  try {
    const clock = await openClock(pool, wake, desk.config.isProduction)
    const deps: SaveDeps = { pool, wake, now: clock.now, reference: await openReference(pool, wake, log) }
    const entries = newEntries(given, deps.reference.calendarBook(), province.code)
    say(`${given.length} days in the file, ${entries.length} of them new; ${years.length} years to mark.`)
    for (const { date, kind, name, source } of entries) say(`  ${formatIsoDay(date)}  ${kind}  ${name} (${source})`)
    if (entries.length > 0) sayPreview(await previewChange(deps, { entries }))
    if (options.dryRun || entries.length + years.length === 0) return 0
    if (!options.yes && !(await isConfirmed())) return 2

    if (entries.length > 0) {
      const keyed = { actor: 'cli', route: 'calendar import', key: newId(), bodySha256: sha256(canonicalJson(entries)) }
      const { id } = await saveChange(deps, recordedBy, keyed, { entries })
      say(`Saved as change ${id}. The desk's worker moves the dates; the administrator's page shows how far it is.`)
    }
    for (const { year, ...mark } of years) await markYear(deps, recordedBy, year, mark)

    return 0
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    say(`${error.body.title}. ${error.body.detail ?? ''}`)
    for (const { pointer, detail } of error.body.errors ?? []) say(`  ${pointer}: ${detail}`)

    return 1
  } finally {
    await wake.close()
    await pool.end()
  }
}

function sayPreview({ looked, totals, byUnit, items }: CalendarPreviewView) {
  say(
    `${looked} open dossiers looked at, ${totals.moved} would move: ${totals.later} later, ${totals.earlier} earlier; ` +
      `${totals.becomeOverdue} would be overdue, ${totals.healed} would be in time again.`,
  )
  for (const { unit, moved } of byUnit) say(`  ${unit.name}: ${moved}`)
  for (const { code, from, to } of items.slice(0, listed))
    say(`  ${code}  ${formatInstant(from)}  ->  ${formatInstant(to)}`)
  if (totals.moved > listed) say(`  ... and ${totals.moved - listed} more`)
}

async function isConfirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    say('Nothing was saved: there is nobody to ask. Say --yes to save.')

    return false
  }
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return /^(y|yes|c|có)$/i.test((await asking.question('Save? [y/N] ')).trim())
  } finally {
    asking.close()
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`)
