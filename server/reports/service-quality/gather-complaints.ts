import { askTerm, endOfSpan, isLateComplaint } from '#shared/complaints/terms.ts'
import type { QualityComplaint } from '#shared/reports/service-quality-complaints.ts'
import { withTx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import type { ReportScope } from '../report-scope.ts'

type Needs = Pick<Deps, 'pool' | 'reference' | 'now'>

interface Row {
  id: string
  code: string | null
  unitCode: string
  topic: string
  receivedAt: Date
  replyDueAt: Date
  repliedAt: Date | null
  answerDueAt: Date
  askedAt: Date | null
  firstAskedAt: Date | null
  closedAt: Date | null
  isSatisfied: boolean | null
}

/**
 * The complaints that were received in a period, as they stand now, and every dossier that was complained of by its
 * end. Read in the scope of the report's own units: which steps a complaint took is nothing for the reports' role.
 */
export async function gatherComplaints(
  { pool, reference, now }: Needs,
  { logs, window }: ReportScope,
): Promise<{ complaints: QualityComplaint[]; complainedOf: ReadonlySet<string> }> {
  const units = logs.units ?? [...reference.directory().units.map(({ code }) => code), ...reference.receivingUnits()]
  const [rows, dossiers] = await withTx(pool, { units: [...new Set(units)] }, async (tx) => [
    await tx.statement<Row>(receivedSql, [window.from, window.until]),
    await tx.statement<{ id: string }>(
      `select distinct dossier_id as id from complaints where kind = 'complaint' and received_at < $1`,
      [window.until],
    ),
  ])
  const at = now()

  return {
    complaints: rows.map(({ unitCode, code, askedAt, firstAskedAt, ...row }) => {
      const askDueAt = endOfSpan(askTerm, row.receivedAt, reference.calendarOf(unitCode, at))

      return {
        ...row,
        code: code ?? '',
        unit: window.unitOn(unitCode, row.receivedAt),
        isLate: isLateComplaint({ ...row, askedAt }, at) || (firstAskedAt !== null && firstAskedAt > askDueAt),
      }
    }),
    complainedOf: new Set(dossiers.map(({ id }) => id)),
  }
}

const receivedSql = `
  select c.id, d.code, c.unit_code as "unitCode", c.topic, c.received_at as "receivedAt", c.reply_due_at as "replyDueAt",
    c.replied_at as "repliedAt", c.answer_due_at as "answerDueAt", c.asked_at as "askedAt", c.closed_at as "closedAt",
    c.is_satisfied as "isSatisfied",
    (select min(s.at) from complaint_steps s where s.complaint_id = c.id and s.action = 'ask') as "firstAskedAt"
  from complaints c left join dossiers d on d.id = c.dossier_id
  where c.kind = 'complaint' and c.received_at >= $1 and c.received_at < $2`
