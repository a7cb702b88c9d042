import type { Answers } from '#shared/catalogue/answers.ts'
import { papersNeeded } from '#shared/catalogue/papers.ts'
import type { ProcedureVersion } from '#shared/catalogue/types.ts'
import type { RequestSupplementInput } from '#shared/dossiers/step-schemas.ts'
import { supplementMessage, supplementReasons } from '#shared/dossiers/supplement-reasons.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import { readAddress } from '#shared/units/address.ts'
import { purposes } from './answers-confirmation.ts'
import { phoneNumber } from './people.ts'
import type { Random } from './random.ts'

/** Something that an officer may ask for, and what the resident would send. */
export interface Mend {
  item: RequestSupplementInput['items'][number]
  /** The paper to upload. */
  paper?: string
  /** The answer to write again. */
  answer?: Record<string, unknown>
}

/**
 * One or two things to ask for in a filing: papers that cannot be read or did not come, or an answer too vague.
 * `papers` are the kinds that came.
 */
export function mendsFor(
  version: ProcedureVersion,
  answers: Answers,
  papers: readonly string[],
  random: Random,
): Mend[] {
  const needed = papersNeeded(version, answers).filter(({ optional }) => !optional)
  const ofPapers = needed.map(({ kind, name }): Mend => {
    const reason = papers.includes(kind)
      ? random.weighted({ 'paper-unreadable': 6, 'paper-incomplete': 3, 'paper-wrong': 2, 'paper-expired': 1 })
      : 'paper-missing'

    return { item: asked('paper', kind, name, reason), paper: kind }
  })
  const first =
    ofPapers.length > 0 && random.chance(0.75) ? random.pick(ofPapers) : vagueAnswer(version, answers, random)
  const second = random.chance(0.25) ? random.pick([...ofPapers, wrongPhone(version, random)]) : undefined

  return second && second.item.subject !== first.item.subject ? [first, second] : [first]
}

function vagueAnswer(version: ProcedureVersion, answers: Answers, random: Random): Mend {
  const { field } = version.routing
  const address = readAddress(answers[field])
  if (address) {
    const mended = { ...address, detail: `Số ${random.int(1, 99)}, ${address.detail}` }

    return { item: asked('answer', field, labelOf(version, field), 'answer-unclear'), answer: { [field]: mended } }
  }
  if (typeof answers.purpose === 'string') {
    const purpose = `${random.pick(purposes)}, nộp trước ngày ${random.int(10, 28)} tháng này`

    return { item: asked('answer', 'purpose', labelOf(version, 'purpose'), 'answer-unclear'), answer: { purpose } }
  }

  return wrongPhone(version, random)
}

function wrongPhone(version: ProcedureVersion, random: Random): Mend {
  return {
    item: asked('answer', 'phone', labelOf(version, 'phone'), 'answer-wrong'),
    answer: { phone: phoneNumber(random) },
  }
}

function asked(subjectKind: 'paper' | 'answer', subject: string, name: Bilingual, code: string): Mend['item'] {
  const reason = supplementReasons.find((each) => each.code === code)
  if (!reason) throw new RangeError(`No reason ${code} to ask for a supplement`)

  return { subject, subjectKind, reason: code, message: supplementMessage(reason, name).vi }
}

const labelOf = (version: ProcedureVersion, field: string): Bilingual =>
  version.pages.flatMap(({ fields }) => fields).find(({ name }) => name === field)?.label ?? { vi: field, en: field }
