import type { ReusedFrom } from '../dossiers/events.ts'
import type { Bilingual } from '../text/bilingual.ts'
import { formatDay, formatIsoDay } from '../text/format.ts'

/** On which check a paper rests that was used again, as officer and resident read it. `unit`: the police that checked it. */
export function reuseSentence({ dossier, verifiedBy, verifiedAt, until }: ReusedFrom, unit: Bilingual): Bilingual {
  const on = formatDay(new Date(verifiedAt))

  return {
    vi: `Dùng lại từ hồ sơ ${dossier}: ${verifiedBy.name}, ${unit.vi} đã đối chiếu ngày ${on}, còn giá trị đến ${formatIsoDay(until)}.`,
    en: `Used again from dossier ${dossier}: checked on ${on} by ${verifiedBy.name}, ${unit.en}; valid until ${formatIsoDay(until)}.`,
  }
}
