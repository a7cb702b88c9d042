import { derived, memory } from '../catalogue/sources.ts'
import type { Source } from '../catalogue/types.ts'
import type { CertificateForm } from './schemas.ts'

/** How long a form is valid from its day of issue; without an entry until something changes. */
interface Validity {
  form: CertificateForm
  years: number
  source: Source
}

const validities: readonly Validity[] = [
  { form: 'CT07', years: 1, source: memory('Thông tư 55/2021/TT-BCA Điều 17, sửa bởi Thông tư 66/2023/TT-BCA') },
]

/** The last day of validity of a form issued on a day (`YYYY-MM-DD`), or null. From 29 February it is 28 February. */
export function lastDayOf(form: CertificateForm, issuedOn: string): string | null {
  const rule = validities.find((each) => each.form === form)
  if (!rule) return null
  const [year = 0, month = 1, day = 1] = issuedOn.split('-').map(Number)
  const last = new Date(Date.UTC(year + rule.years, month - 1, day))
  if (last.getUTCMonth() !== month - 1) last.setUTCDate(0)

  return last.toISOString().slice(0, 10)
}

/** Once a procedure has been decided, what was certified about the same people before and is true no more. */
export interface RevocationRule {
  /** Codes of procedures whose granting changes the fact. */
  decided: readonly string[]
  form: CertificateForm
  /** Only certificates of these procedures; without it, of all. */
  issuedFor?: readonly string[]
  source: Source
}

const permanent = '1.004222'
const permanentDeletion = '1.003197'
const separation = '1.010038'
const adjustment = '1.010039'
const temporary = '1.004194'
const extension = '1.002755'
const temporaryDeletion = '1.010028'

export const revocationRules: readonly RevocationRule[] = [
  {
    // Confirmed information ends when it changes in the residence database.
    decided: [permanent, permanentDeletion, separation, adjustment, temporary, temporaryDeletion],
    form: 'CT07',
    source: memory('Thông tư 55/2021/TT-BCA Điều 17, sửa bởi Thông tư 66/2023/TT-BCA'),
  },
  {
    decided: [temporaryDeletion],
    form: 'CT08',
    issuedFor: [temporary, extension],
    source: derived('Luật Cư trú 68/2020/QH14 Điều 29'),
  },
  {
    // Who registers at a new permanent residence is struck at the old one.
    decided: [permanentDeletion, permanent],
    form: 'CT08',
    issuedFor: [permanent],
    source: derived('Luật Cư trú 68/2020/QH14 Điều 24'),
  },
]
