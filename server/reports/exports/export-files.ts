import type { ExportOrder } from '#shared/reports/exports-schemas.ts'
import { isInColumn } from '#shared/reports/ii06.ts'
import { ii06Share } from '#shared/reports/ii06-share.ts'
import { print } from '../../documents/print.ts'
import type { Deps } from '../../platform/deps.ts'
import { province } from '../../platform/reference.ts'
import { entriesOf } from '../ii06/gather-ii06.ts'
import { ii06Report, reportFileName } from '../ii06/ii06-report.ts'
import { ii06Workbook } from '../ii06/ii06-workbook.ts'
import { printedDraft } from '../ii06/printed-report.ts'
import { reportScope } from '../report-scope.ts'
import { countLogs, reportedLogs } from '../reported-logs.ts'
import { csvHead, csvLine, entryHeads, entryLine } from './csv.ts'
import { countDossierRows, dossierRows } from './dossier-rows.ts'
import type { ExportJob } from './read-exports.ts'

type Needs = Pick<Deps, 'pool' | 'reportPool' | 'reference' | 'now' | 'config'>

/** A file that is made piece by piece; each piece says how many of the rows it stands for. */
export interface ExportFile {
  name: string
  total(): Promise<number>
  pieces(): AsyncGenerator<{ bytes: Buffer; rows: number }>
}

/** The file of an order, seen with what its asker could see when asking. */
export function exportFile(deps: Needs, { order, units }: Pick<ExportJob, 'order' | 'units'>): ExportFile {
  if (order.kind === 'dossiers') return dossierFile(deps, order, units)
  const actor = { units, unit: units.at(-1) ?? '' }

  return order.kind === 'ii06_form' ? formFile(deps, order, actor) : cellFile(deps, order, actor)
}

type Order<K extends ExportOrder['kind']> = Extract<ExportOrder, { kind: K }>
type Asker = { units: readonly string[]; unit: string }

function dossierFile(deps: Needs, order: Order<'dossiers'>, units: readonly string[]): ExportFile {
  const isProvince = order.unit === undefined || order.unit === province.code
  const filter = { from: order.from, to: order.to, units: isProvince ? units : [order.unit ?? ''] }

  return {
    name: `ho-so-${order.unit ?? 'tat-ca'}-${order.from}-${order.to}.csv`,
    total: () => countDossierRows(deps, filter),
    pieces: () => dossierRows(deps, filter),
  }
}

function cellFile(deps: Needs, order: Order<'ii06_dossiers'>, actor: Asker): ExportFile {
  const scope = reportScope(deps, actor, order)

  return {
    name: reportFileName(scope, `cot-${order.cell}.csv`),
    total: () => countLogs(deps.reportPool, scope.logs),
    async *pieces() {
      yield { bytes: csvHead(entryHeads), rows: 0 }
      for await (const batch of reportedLogs(deps.reportPool, scope.logs)) {
        const lines = batch
          .flatMap((logged) => entriesOf(ii06Share(logged, scope.window), scope))
          .filter(({ unit }) => scope.isProvince || unit === scope.unit)
          .filter((entry) => isInColumn(entry, order.cell) && (!order.procedure || entry.procedure === order.procedure))
          .map((entry) => csvLine(entryLine(deps, entry, scope.period.to)))
        yield { bytes: Buffer.from(lines.join('')), rows: batch.length }
      }
    },
  }
}

/** The form itself is one piece: it is counted in memory that does not grow with its dossiers but for their codes. */
function formFile(deps: Needs, order: Order<'ii06_form'>, actor: Asker): ExportFile {
  const scope = reportScope(deps, actor, order)

  return {
    name: reportFileName(scope, order.format),
    total: () => countLogs(deps.reportPool, scope.logs),
    async *pieces() {
      const rows = await countLogs(deps.reportPool, scope.logs)
      const facts = printedDraft(deps, await ii06Report(deps, scope, Number.POSITIVE_INFINITY))
      yield { bytes: order.format === 'xlsx' ? await ii06Workbook(facts) : await print('ii06', facts), rows }
    },
  }
}
