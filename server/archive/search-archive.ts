import type { StaffActor } from '#shared/accounts/policy.ts'
import { findRetentionClass } from '#shared/archive/retention.ts'
import type { ArchiveItem, ArchiveQuery, ArchiveView } from '#shared/archive/schemas.ts'
import { fold } from '#shared/text/fold.ts'
import { localDayOf } from '#shared/text/format.ts'
import { cursorAfter, readCursor } from '../platform/cursor.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound } from '../platform/problem.ts'

const pageSize = 50

/**
 * Sealed dossiers and scanned paper files on one shelf: `$1` units, `$2` and `$3` what was typed (folded words, and a
 * code), `$4` year, `$5` kind, `$6` the day before which it need not be kept any longer, `$7`, `$8` where the page before ended.
 */
const shelfSql = `
  select * from (
    select 'dossier' as kind, d.id, d.code, d.procedure, d.procedure_version, null as title, d.applicant_name as person_name,
      extract(year from s.ended_at at time zone 'Asia/Ho_Chi_Minh')::integer as year, s.unit_code, s.files, s.sealed_at as at,
      s.retention_class, s.keep_until::text as keep_until, s.disposed_at
    from archive_seals s join dossiers d on d.id = s.dossier_id
    where s.unit_code = any ($1::text[]) and coalesce($5, 'dossier') = 'dossier'
      and ($2::text is null or d.applicant_fold like '%' || $2 || '%' or d.code like '%' || $3)
      and ($6::date is null or (s.keep_until < $6 and s.disposed_at is null))
    union all
    select 'record', r.id, d.code, null, null, r.title, r.person_name, r.year, r.unit_code,
      (select count(*)::integer from archive_record_files f where f.record_id = r.id), r.added_at, null, null, null
    from archive_records r left join dossiers d on d.id = r.dossier_id
    where r.unit_code = any ($1::text[]) and coalesce($5, 'record') = 'record'
      and ($2::text is null or r.fold like '%' || $2 || '%' or d.code like '%' || $3) and $6::date is null
  ) shelf
  where ($4::integer is null or year = $4) and ($7::timestamptz is null or (at, id) < ($7, $8::uuid))
  order by at desc, id desc limit $9`

interface Row {
  kind: ArchiveItem['kind']
  id: string
  code: string | null
  procedure: string | null
  procedure_version: string | null
  title: string | null
  person_name: string
  year: number
  unit_code: string
  files: number
  at: Date
  retention_class: string | null
  keep_until: string | null
  disposed_at: Date | null
}

/** Finds what lies in the archive of this person's units, the newest first. */
export function searchArchive(deps: Deps, actor: StaffActor, query: ArchiveQuery): Promise<ArchiveView> {
  if (query.unit && !actor.units.includes(query.unit))
    throw notFound('Không có đơn vị này, hoặc bạn không xem được kho lưu trữ của nó.')
  const after = readCursor(query.cursor)
  const words = query.q?.trim() ? fold(query.q) : null
  // A code, or its end, as it is written; nothing typed finds everything.
  const code = query.q?.trim().toUpperCase().replaceAll('%', '').replaceAll('_', '') || null

  return withTx(deps.pool, { units: actor.units }, async (tx) => {
    const rows = await tx.statement<Row>(shelfSql, [
      query.unit ? [query.unit] : actor.units,
      words,
      code,
      query.year ?? null,
      query.kind ?? null,
      query.expired ? localDayOf(deps.now()) : null,
      after?.at ?? null,
      after?.id ?? null,
      pageSize + 1,
    ])
    const shown = rows.slice(0, pageSize)
    const last = shown.at(-1)

    return {
      items: shown.map((row) => toItem(deps, row)),
      ...(rows.length > pageSize && last && { nextCursor: cursorAfter(last.at, last.id) }),
    }
  })
}

const toItem = ({ reference }: Pick<Deps, 'reference'>, row: Row): ArchiveItem => ({
  kind: row.kind,
  id: row.id,
  code: row.code,
  title:
    row.title ??
    (row.procedure && row.procedure_version ? reference.version(row.procedure, row.procedure_version).name.vi : ''),
  personName: row.person_name,
  year: row.year,
  unit: row.unit_code,
  files: row.files,
  at: row.at,
  retention: (row.retention_class && findRetentionClass(row.retention_class)?.name) || null,
  keepUntil: row.keep_until,
  disposedAt: row.disposed_at,
})
