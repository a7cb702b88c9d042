import { desc, eq, sql } from 'drizzle-orm'
import { outages } from '#db/schema/outages.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import type { OutageInput, OutageView } from '#shared/dossiers/outage-schemas.ts'
import { problemTypes } from '#shared/http/problem.ts'
import { type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { type Keyed, wasDone } from '../platform/keyed.ts'
import { conflict, invalid } from '../platform/problem.ts'
import { sha256 } from '../platform/sealing.ts'

/** Held while a record is appended, so that two never follow the same one. */
const outagesLock = 7_210_411

/** What is hashed of each record. */
interface OutageBody {
  v: 1
  seq: number
  id: string
  scope: OutageInput['scope']
  from: string
  to: string | null
  reason: string
  recordedAt: string
  recordedBy: { accountId: string; name: string }
  supersedes?: string
}

/**
 * Records an outage for the split of turns (CLOCK rule 8.1): its minutes are the system's and not the office's.
 *
 * Each record is chained to the one before by hash. What was recorded is never changed; a record that supersedes
 * ends it or puts it right. Ended dossiers keep their split: it was not known when they ended.
 */
export async function recordOutage(deps: Deps, actor: StaffActor, keyed: Keyed, input: OutageInput): Promise<void> {
  const now = deps.now()
  const from = new Date(input.from)
  const to = input.to === undefined ? undefined : new Date(input.to)
  check(deps, input.scope, from, to, now)
  await withTx(deps.pool, {}, async (tx) => {
    if (await wasDone(tx, keyed, null, now)) return
    await tx.execute(sql`select pg_advisory_xact_lock(${outagesLock})`)
    if (input.supersedes) await mustStand(tx, input.supersedes)
    const [last] = await tx.select().from(outages).orderBy(desc(outages.seq)).limit(1)
    const body: OutageBody = {
      v: 1,
      seq: (last?.seq ?? 0) + 1,
      id: newId(),
      scope: input.scope,
      from: from.toISOString(),
      to: to?.toISOString() ?? null,
      reason: input.reason,
      recordedAt: now.toISOString(),
      recordedBy: { accountId: actor.accountId, name: actor.name },
      ...(input.supersedes && { supersedes: input.supersedes }),
    }
    const text = JSON.stringify(body)
    const hash = sha256(Buffer.concat([last?.hash ?? Buffer.alloc(0), Buffer.from(text)]))
    await tx.insert(outages).values({ seq: body.seq, id: body.id, recordedAt: now, body: text, hash })
  })
  deps.wake.send('reference')
  await deps.reference.reload()
}

function check({ reference }: Deps, scope: OutageInput['scope'], from: Date, to: Date | undefined, now: Date) {
  if (scope.level === 'unit' && !reference.units().some(({ code }) => code === scope.code))
    throw invalid([{ pointer: '#/scope/code', detail: 'Không có công an xã nào mang mã này trong tỉnh.' }])
  if (from > now) throw invalid([{ pointer: '#/from', detail: 'Sự cố chưa xảy ra thì chưa ghi nhận được.' }])
  if (to && to <= from) throw invalid([{ pointer: '#/to', detail: 'Lúc kết thúc phải sau lúc bắt đầu.' }])
  if (to && to > now) throw invalid([{ pointer: '#/to', detail: 'Sự cố chưa hết thì để trống lúc kết thúc.' }])
}

/** Only what still stands can be put right: two corrections of one record would both count. */
async function mustStand(tx: Tx, id: string) {
  const [record] = await tx.select({ seq: outages.seq }).from(outages).where(eq(outages.id, id))
  if (!record) throw invalid([{ pointer: '#/supersedes', detail: 'Không có ghi nhận sự cố này.' }])
  const [later] = await tx.select({ seq: outages.seq }).from(outages).where(sql`data ->> 'supersedes' = ${id}`)
  if (later) throw conflict(problemTypes.notAllowedInState, 'Ghi nhận này đã được thay bằng ghi nhận khác.')
}

/** Every record, the latest first. */
export async function readOutages({ pool }: Pick<Deps, 'pool'>): Promise<OutageView[]> {
  const rows = await withTx(pool, {}, (tx) =>
    tx.select({ body: outages.body }).from(outages).orderBy(desc(outages.seq)),
  )
  const bodies = rows.map(({ body }) => JSON.parse(body) as OutageBody)
  const superseded = new Set(bodies.map(({ supersedes }) => supersedes))

  return bodies.map(({ id, scope, from, to, reason, recordedAt, recordedBy, supersedes }) => ({
    id,
    scope,
    from: new Date(from),
    to: to === null ? null : new Date(to),
    reason,
    recordedAt: new Date(recordedAt),
    recordedBy: recordedBy.name,
    supersedes: supersedes ?? null,
    isSuperseded: superseded.has(id),
  }))
}
