import { eq } from 'drizzle-orm'
import { dossiers } from '#db/schema/dossiers.ts'
import { may, type StaffActor } from '#shared/accounts/policy.ts'
import type { DossierClockView } from '#shared/sla/clock-schemas.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import { one, type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound } from '../platform/problem.ts'
import { asSubject, type Dossier, readLog } from './change-dossier.ts'
import { clockAt } from './clock-columns.ts'
import { toDossierClockView } from './clock-view.ts'

/** The clock for staff within their units. It names nobody, so looking at it is not recorded as looking at a person. */
export function readStaffClock(deps: Deps, actor: StaffActor, code: string): Promise<DossierClockView> {
  return withTx(deps.pool, { units: actor.units }, async (tx) => {
    const [dossier] = await tx.select().from(dossiers).where(eq(dossiers.code, code))
    if (!dossier || !may(actor, 'read', asSubject(dossier))) throw notFound()

    return readClock(deps, tx, dossier)
  })
}

/** The same for the resident whose tracking key was proved. */
export function readTrackedClock(deps: Deps, dossierId: string): Promise<DossierClockView> {
  return withTx(deps.pool, { dossier: dossierId }, async (tx) =>
    readClock(deps, tx, one(await tx.select().from(dossiers).where(eq(dossiers.id, dossierId)))),
  )
}

async function readClock(deps: Deps, tx: Tx, dossier: Dossier): Promise<DossierClockView> {
  const events = await readLog(tx, dossier.id)
  const now = deps.now()
  const unitTitle = (unit: string) => policeOf(deps.reference.unitName(unit))

  return toDossierClockView(clockAt(deps, events, now), { ...dossier, events, unitTitle }, now)
}
