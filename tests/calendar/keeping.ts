import { moveDates } from '#server/calendar/move-dates.ts'
import type { CalendarEntryInput } from '#shared/calendar/schemas.ts'
import type { Caller, TestDesk } from '../support/desk.ts'
import { fileExample, newKey } from '../support/filings.ts'

export const administrator = 'quantri'

/** A storm closes what `changes` says, on a day of the week of 23 November 2026; announced the day before it is typed in. */
export const closure = (changes: Partial<CalendarEntryInput> = {}): CalendarEntryInput => ({
  date: '2026-11-25',
  kind: 'local_closure',
  name: 'Đóng cửa do bão',
  scope: { level: 'province' },
  source: 'Công điện 31/CĐ-UBND',
  announcedOn: '2026-11-19',
  ...changes,
})

/** A dossier that the commune of `unit` has accepted now, three working days to go. */
export async function acceptedDossier(desk: TestDesk, unit: string) {
  const dossier = await filedDossier(desk, unit)
  const answer = await dossier.step('PUT', '/acceptance', {})
  if (answer.statusCode !== 200) throw new Error(`not accepted: ${answer.body}`)

  return dossier
}

/** A dossier on the desk of `unit`, filed now, with the officer's next steps. */
export async function filedDossier(desk: TestDesk, unit: string) {
  const resident = desk.visitor()
  const filed = await fileExample(resident, '1.004194', {
    dwelling: { unit: { edition: '2025-07', code: unit }, detail: 'Thôn 1' },
  })
  await desk.deliver()
  const officer = await desk.signIn(`canbo-${unit}`)
  const view = async () => (await officer.request('GET', `/api/dossiers/${filed.code}`)).json()
  const step = async (method: string, rest: string, body: unknown, by: Caller = officer) => {
    const { version } = await view()

    return by.request(method, `/api/dossiers/${filed.code}${rest}`, body, { 'if-match': `"${version}"`, ...newKey() })
  }

  return { ...filed, resident, officer, view, step }
}

export const preview = (admin: Caller, ...entries: CalendarEntryInput[]) =>
  admin.request('POST', '/api/calendar/previews', { entries })

/** Records entries; the job that moves the dates is run by `carryOut`. */
export const record = (admin: Caller, ...entries: CalendarEntryInput[]) =>
  admin.request('POST', '/api/calendar/entries', { entries }, newKey())

/** Does what the worker of the queue would, once for every promise. */
export async function carryOut(desk: TestDesk): Promise<void> {
  const { rows } = await desk.owner.query<{ id: string; body: { changeId: string } }>(
    `select id, body from outbox where topic = 'move_dates' and done_at is null order by id`,
  )
  for (const { id, body } of rows) await moveDates(desk.deps, id, body.changeId)
}

/** What the log of a dossier says about moved dates. */
export async function movesOf(desk: TestDesk, code: string) {
  const { rows } = await desk.owner.query<{ data: { from: object; to: object; reason: string; entries: string[] } }>(
    `select e.data from dossier_events e join dossiers d on d.id = e.dossier_id
     where d.code = $1 and e.action = 'move_date' order by e.seq`,
    [code],
  )

  return rows.map(({ data }) => data)
}

export async function storedDates(desk: TestDesk, code: string) {
  const { rows } = await desk.owner.query(
    'select due_at, next_due_at, reception_due_at, verdict, version from dossiers where code = $1',
    [code],
  )

  return rows[0]
}
