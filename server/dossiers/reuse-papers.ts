import { eq } from 'drizzle-orm'
import { dossiers } from '#db/schema/dossiers.ts'
import type { ProcedureCode } from '#shared/catalogue/types.ts'
import type { PaperMention } from '#shared/dossiers/events.ts'
import type { SubmitDossierInput } from '#shared/dossiers/schemas.ts'
import { type EarlierDossier, judgeReuse, type Reuse, roundsOf } from '#shared/papers/papers-to-reuse.ts'
import type { ReusablePaper, ReusablePapersView } from '#shared/papers/reuse-schemas.ts'
import type { PaperType } from '#shared/papers/schemas.ts'
import { formatIsoDay, localDayOf } from '#shared/text/format.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { readLog } from './change-dossier.ts'
import { paperName, readPapers } from './dossier-parts.ts'
import type { Tracked } from './tracking-cookie.ts'

/** A dossier that this browser proved, with what decides about its papers. */
interface Earlier extends EarlierDossier, Tracked {}

/** A paper of a filing; `copyOf` the upload of an earlier dossier, where it was not sent but is used again. */
export interface FiledPaper extends PaperMention {
  copyOf?: { dossierId: string; uploadId: string }
}

type AskedReuse = Extract<SubmitDossierInput['papers'][number], { reuse: unknown }>

/**
 * What a new filing of this procedure may use again of the dossiers that this browser proved, as it stands today.
 * Empty where nothing was proved, where no procedure of that code is in force, and where nothing fits.
 */
export async function listReusablePapers(
  deps: Deps,
  proved: readonly Tracked[],
  code: ProcedureCode,
): Promise<ReusablePapersView> {
  const on = localDayOf(deps.now())
  const procedure = deps.reference.procedure(code, on)
  if (!procedure || proved.length === 0) return { papers: [] }
  const earlier = await readEarlier(
    deps,
    proved,
    proved.map((dossier) => dossier.code),
  )
  const kinds = new Set(procedure.papers.map(({ kind }) => kind))
  const papers = [...earlier.values()].flatMap((dossier) =>
    roundsOf(dossier.events)
      .flat()
      .flatMap(({ id, kind }): ReusablePaper[] => {
        const judged = kinds.has(kind) ? judgeReuse(dossier, id, kind, on) : undefined
        if (!judged?.may) return []
        const { paper, check } = judged

        return [
          {
            kind,
            name: paperName(procedure, kind),
            dossier: dossier.code,
            paper: id,
            sha256: paper.sha256,
            bytes: paper.bytes,
            type: paper.type as PaperType,
            verifiedBy: { name: check.verifiedBy.name, unit: deps.reference.unitName(check.verifiedBy.unit) },
            verifiedAt: check.verifiedAt,
            until: check.until,
          },
        ]
      }),
  )

  return { papers }
}

/** Those of the named dossiers that were proved, each read in its own scope: a code that was not proved opens nothing. */
export async function readEarlier(
  { pool }: Pick<Deps, 'pool'>,
  proved: readonly Tracked[],
  named: readonly string[],
): Promise<Map<string, Earlier>> {
  const found = new Map<string, Earlier>()
  for (const { code, id } of proved.filter((dossier) => named.includes(dossier.code))) {
    await withTx(pool, { dossier: id }, async (tx) => {
      const known = await tx.select({ id: dossiers.id }).from(dossiers).where(eq(dossiers.id, id))
      if (known.length === 0) return
      const kept = (await readPapers(tx, id)).flatMap((paper) => (paper.status === 'clean' ? paper.id : []))
      found.set(code, { code, id, events: await readLog(tx, id), keptPapers: new Set(kept) })
    })
  }

  return found
}

/** The paper as the new dossier has it, under an id of its own; or why not, and what to do instead. */
export function reusedPaper(
  earlier: Earlier | undefined,
  { kind, reuse, consent }: AskedReuse,
  on: string,
): FiledPaper | { refusal: string } {
  if (!earlier) return { refusal: notProved }
  const judged = judgeReuse(earlier, reuse.paper, kind, on)
  if (!judged.may) return { refusal: refusalOf(judged) }
  const { sha256, bytes, type } = judged.paper
  const { verifiedBy, verifiedAt, until } = judged.check

  return {
    id: newId(),
    kind,
    sha256,
    bytes,
    type,
    reusedFrom: {
      dossier: earlier.code,
      paper: reuse.paper,
      verifiedBy,
      verifiedAt: verifiedAt.toISOString(),
      until,
      consent,
    },
    copyOf: { dossierId: earlier.id, uploadId: reuse.paper },
  }
}

/** A foreign dossier, one that does not exist and one that was proved too long ago are one answer. */
const notProved =
  'Chưa mở hồ sơ cũ trên máy này, hoặc đã mở quá 30 phút. Hãy mở lại hồ sơ đó bằng mã hồ sơ và mã tra cứu, hoặc chụp giấy này.'

export const goneWords = 'Tệp của giấy này không còn ở quầy, vì đã hủy khi hết hạn lưu trữ. Hãy chụp lại giấy này.'

function refusalOf(no: Extract<Reuse, { may: false }>): string {
  switch (no.why) {
    case 'unknown':
      return 'Hồ sơ cũ không có giấy này. Hãy chụp giấy này.'
    case 'other_kind':
      return 'Giấy của hồ sơ cũ thuộc loại khác, không thay được. Hãy chụp đúng giấy này.'
    case 'never':
      return 'Loại giấy này chỉ dùng cho một lần đề nghị. Hãy chụp giấy của lần này.'
    case 'not_checked':
      return 'Giấy của hồ sơ cũ chưa được cán bộ đối chiếu và chấp nhận. Hãy chụp giấy này.'
    case 'replaced':
      return 'Giấy này đã được thay bằng bản gửi sau theo yêu cầu bổ sung. Hãy chọn bản sau, hoặc chụp lại.'
    case 'gone':
      return goneWords
    case 'expired':
      return `Giấy này chỉ dùng lại được đến hết ngày ${formatIsoDay(no.until)}. Hãy chụp giấy mới.`
  }
}
