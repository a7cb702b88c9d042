import { and, asc, eq, gte, lt } from 'drizzle-orm'
import { accessLog } from '#db/schema/accounts.ts'
import { dossiers } from '#db/schema/dossiers.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import type { LogbookQuery } from '#shared/dossiers/logbook-schemas.ts'
import { stateName } from '#shared/dossiers/names.ts'
import { formatDay } from '#shared/text/format.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import type { LogbookFacts, LogbookRow } from '../documents/desk-book-facts.ts'
import type { Tx } from '../platform/db.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { invalid, notFound } from '../platform/problem.ts'
import { province } from '../platform/reference.ts'
import { type Dossier, readLog } from './change-dossier.ts'
import { printedDossier } from './document-facts.ts'

/** A book of more is asked for in parts: every row is unsealed one by one, and its reading recorded. */
const mostRows = 2_000

/**
 * Form 07 of a unit: every dossier filed on these days, both included, in the order of filing. It names people, so
 * that each reading is recorded like the opening of the dossier.
 */
export async function readLogbook(deps: Deps, actor: StaffActor, query: LogbookQuery): Promise<LogbookFacts> {
  const unit = query.unit ?? actor.units[0]
  if (!unit || !actor.units.includes(unit))
    throw notFound('Không có sổ của đơn vị này, hoặc nó không thuộc đơn vị của bạn.')
  const from = startOfDay(query.from)
  const until = new Date(startOfDay(query.to).getTime() + 86_400_000)
  if (until <= from) throw invalid([{ parameter: 'to', detail: 'Ngày cuối phải từ ngày đầu trở đi.' }])
  const madeAt = deps.now()
  const rows = await withTx(deps.pool, { units: [unit] }, async (tx) => {
    const found = await tx
      .select()
      .from(dossiers)
      .where(and(eq(dossiers.unitCode, unit), gte(dossiers.filedAt, from), lt(dossiers.filedAt, until)))
      .orderBy(asc(dossiers.filedAt), asc(dossiers.id))
      .limit(mostRows + 1)
    if (found.length > mostRows)
      throw invalid([{ parameter: 'to', detail: `Sổ có hơn ${mostRows} hồ sơ. Hãy chọn ít ngày hơn.` }])
    await recordReading(tx, actor, found, madeAt)
    const book: LogbookRow[] = []
    for (const dossier of found) book.push(await rowOf(deps, tx, dossier))

    return book
  })

  return {
    unit: deps.reference.unitName(unit),
    province: province.name,
    from: query.from,
    to: query.to,
    madeAt,
    isDemo: !deps.config.isProduction,
    rows,
  }
}

async function recordReading(tx: Tx, actor: StaffActor, found: readonly Dossier[], at: Date) {
  if (found.length === 0) return
  await tx.insert(accessLog).values(
    found.map(({ id }) => ({
      id: newId(),
      at,
      accountId: actor.accountId,
      unitCode: actor.unit,
      dossierId: id,
      purpose: 'lập sổ theo dõi hồ sơ',
    })),
  )
}

async function rowOf(deps: Deps, tx: Tx, dossier: Dossier): Promise<LogbookRow> {
  const { facts } = await printedDossier(deps, tx, dossier, { madeAt: dossier.filedAt })
  const { applicant, procedureName } = facts
  const events = await readLog(tx, dossier.id)
  const handedOver = events.find(({ action }) => action === 'hand_over')
  const letter = events.find(({ action }) => action === 'extend')
  const address = applicant.currentAddress ?? applicant.temporaryAddress ?? applicant.permanentAddress

  return {
    code: dossier.code,
    procedureName,
    applicantName: dossier.applicantName,
    contact: [address, applicant.phone].filter(Boolean).join('\n'),
    unit: policeOf(deps.reference.unitName(dossier.unitCode)).vi,
    filedAt: dossier.filedAt,
    acceptedAt: dossier.acceptedAt,
    dueAt: dossier.dueAt,
    returnedAt: handedOver?.occurredAt ?? dossier.endedAt,
    method: handedOver?.action === 'hand_over' ? methodWords[handedOver.data.method] : '',
    note: [
      stateName(dossier.state).vi,
      dossier.verdict === 'late' && 'quá hạn',
      letter?.action === 'extend' && `hẹn lại ${formatDay(new Date(letter.data.newDueAt))}`,
    ]
      .filter(Boolean)
      .join('; '),
  }
}

const methodWords = { counter: 'Tại quầy', electronic: 'Qua mạng', post: 'Bưu điện' } as const

const startOfDay = (day: string) => new Date(`${day}T00:00:00+07:00`)
