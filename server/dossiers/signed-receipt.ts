import { eq } from 'drizzle-orm'
import { dossiers } from '#db/schema/dossiers.ts'
import { answerSections } from '#shared/catalogue/answer-rows.ts'
import { termOf } from '#shared/catalogue/variant.ts'
import type { ReceiptContent } from '#shared/certificates/schemas.ts'
import { expectedDate } from '#shared/sla/clock.ts'
import { localDayOf } from '#shared/text/format.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import { signedReceiptFile } from '../certificates/sign-receipt.ts'
import { one, type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { readLog } from './change-dossier.ts'
import { receiptOf } from './dossier-parts.ts'
import { readFiledAnswers } from './filed-answers.ts'

/** Everything that was filed, as it was filed: every answer with its label, and every file by its hash. */
export async function receiptContentOf(deps: Deps, tx: Tx, dossierId: string): Promise<ReceiptContent> {
  const dossier = one(await tx.select().from(dossiers).where(eq(dossiers.id, dossierId)))
  const events = await readLog(tx, dossierId)
  const { answers } = await readFiledAnswers(tx, deps.keys, dossierId)
  const received = receiptOf(deps, dossier, events)
  const procedure = deps.reference.version(dossier.procedure, dossier.procedureVersion)
  const [submit] = events
  const expected = expectedDate(
    termOf(procedure, submit?.action === 'submit' ? submit.data.variant : null),
    dossier.filedAt,
    deps.reference.calendarOf(received.unit.code, dossier.filedAt),
  )
  const sections = answerSections(procedure, answers, {
    on: localDayOf(dossier.filedAt),
    directory: deps.reference.directory(),
  })

  return {
    kind: 'quay-receipt',
    version: 1,
    code: dossier.code,
    procedure: { code: procedure.code, name: procedure.name.vi },
    unit: { code: received.unit.code, name: policeOf(received.unit).vi },
    channel: dossier.channel,
    filedAt: dossier.filedAt.toISOString(),
    receptionDueAt: expected.receptionDueAt?.toISOString() ?? null,
    dueAt: expected.dueAt.toISOString(),
    fee: dossier.fee,
    applicantName: dossier.applicantName,
    ...(received.assisted && { assisted: received.assisted.vi }),
    sections: sections.map(({ title, rows }) => ({
      title: title.vi,
      rows: rows.map(({ label, value }): [string, string] => [label.vi, value.vi]),
    })),
    answersSha256: received.answersSha256,
    papers: received.papers.map(({ name, type, bytes, sha256 }) => ({ name: name.vi, type, bytes, sha256 })),
    demo: !deps.config.isProduction,
  }
}

/** The machine-readable receipt of a dossier, signed. */
export const receiptFile = (deps: Deps, dossierId: string): Promise<string> =>
  withTx(deps.pool, { dossier: dossierId }, async (tx) =>
    signedReceiptFile(deps, await receiptContentOf(deps, tx, dossierId)),
  )
