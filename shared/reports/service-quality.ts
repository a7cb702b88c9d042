import type { Term } from '../catalogue/types.ts'
import type { Bilingual } from '../text/bilingual.ts'
import type { Ii06DatedEntry } from './ii06-share.ts'
import { complaintFraction, type QualityComplaint } from './service-quality-complaints.ts'
import {
  countsComplaints,
  type DossierIndicatorId,
  type IndicatorId,
  type IndicatorText,
  indicatorTexts,
} from './service-quality-indicators.ts'

/** One dossier as the indicators of Decision 766 look at it. */
export interface QualityDossier extends Ii06DatedEntry {
  isOnline: boolean
  /** Open at the period's end and waiting on a second or later supplement request (CLOCK rule 10.2). */
  waitsAgain: boolean
  /** Its procedure gives a written result. */
  givesResult: boolean
  /** It was resolved with a result file. */
  hasResultFile: boolean
  hasDigitalPaper: boolean
  /** One of its papers was taken from what the office already held. */
  hasReusedPaper: boolean
  /** In đồng; 0 when every fee was 0. */
  fee: number
  isPaidOnline: boolean
  /** A complaint, or a rating of one or two of five. */
  isDisliked: boolean
  /** How long it took once resolved (not refused, withdrawn), in the unit of its term; null otherwise. */
  taken: { unit: Term['unit']; amount: Fraction } | null
  /** It has ended by now, whatever happened after the period. */
  isEnded: boolean
}

/** An exact fraction, so that rounding is done once and at the end. */
export interface Fraction {
  numerator: number
  denominator: number
}

export interface Indicator extends IndicatorText, Fraction {
  id: IndicatorId
  /** Percent with two decimals, half up; null ("N/A") when there is nothing to divide by (CLOCK rule 10.7). */
  rate: number | null
  /** Null where the maximum is not known. */
  points: number | null
  /** Some of its dossiers are still open: the rate may change. */
  isProvisional: boolean
}

export interface MeanTime {
  procedure: string
  resolved: number
  /** In working days, working hours or calendar days, with two decimals. */
  mean: number
  unit: Term['unit']
}

/** Accepted in the period, whatever happens later (CLOCK rule 10.1). */
const isCohort = ({ received }: QualityDossier) => received !== '6'
const isInTime = ({ outcome, waitsAgain }: QualityDossier) =>
  outcome === '8' || outcome === '9' || (outcome === '12' && !waitsAgain)

type Part = (dossier: QualityDossier) => boolean

/** For each indicator whose fraction counts dossiers: who is counted below, and who of them above the line. */
const counted: Record<Exclude<DossierIndicatorId, '3.2' | '5.4'>, { denominator: Part; numerator: Part }> = {
  '2.1': { denominator: () => true, numerator: isInTime },
  '3.3': {
    denominator: isCohort,
    numerator: ({ isOnline, givesResult, hasResultFile }) => isOnline && (!givesResult || hasResultFile),
  },
  '3.6': {
    denominator: (dossier) => isCohort(dossier) && dossier.fee > 0,
    numerator: ({ isPaidOnline }) => isPaidOnline,
  },
  '4.1': {
    denominator: (dossier) => isCohort(dossier) && dossier.givesResult,
    numerator: ({ hasResultFile }) => hasResultFile,
  },
  '4.2': {
    denominator: isCohort,
    numerator: ({ hasDigitalPaper, givesResult, hasResultFile }) => hasDigitalPaper && (!givesResult || hasResultFile),
  },
  '4.3': { denominator: isCohort, numerator: ({ hasReusedPaper }) => hasReusedPaper },
}

/** The dossiers behind one part of an indicator: those counted, those in, and those missing. */
export function behindIndicator(
  dossiers: readonly QualityDossier[],
  id: DossierIndicatorId,
  part: 'numerator' | 'denominator' | 'missing',
): QualityDossier[] {
  if (id === '5.4') {
    if (part === 'denominator') return [...dossiers]
    const isGood: Part = (dossier) => isInTime(dossier) && !dossier.isDisliked

    return dossiers.filter((dossier) => isGood(dossier) === (part === 'numerator'))
  }
  if (id === '3.2')
    return dossiers.filter(
      (dossier) => isCohort(dossier) && (part === 'denominator' || dossier.isOnline === (part === 'numerator')),
    )
  const { denominator, numerator } = counted[id]

  return dossiers.filter(
    (dossier) => denominator(dossier) && (part === 'denominator' || numerator(dossier) === (part === 'numerator')),
  )
}

/**
 * The indicators of Decision 766/QĐ-TTg that a desk can compute by itself (CLOCK §10), of one unit or the province.
 * `offered` is how many procedures can be filed online; `complaints` are those received in the period.
 */
export function serviceQuality(
  dossiers: readonly QualityDossier[],
  offered: number,
  complaints: readonly QualityComplaint[],
): Indicator[] {
  return (Object.keys(indicatorTexts) as IndicatorId[]).sort().map((id) => {
    const { numerator, denominator } = countsComplaints(id)
      ? complaintFraction(complaints, id)
      : fractionOf(dossiers, id, offered)

    return {
      ...indicatorTexts[id],
      id,
      numerator,
      denominator,
      rate: percent({ numerator, denominator }),
      points: pointsOf(id, { numerator, denominator }),
      isProvisional: mayChange(id, dossiers, complaints),
    }
  })
}

/** What is counted by what was received in the period stays open to change while some of that is open (CLOCK rule 10.1). */
function mayChange(
  id: IndicatorId,
  dossiers: readonly QualityDossier[],
  complaints: readonly QualityComplaint[],
): boolean {
  if (countsComplaints(id)) return complaints.some(({ closedAt }) => closedAt === null)

  return id !== '2.1' && id !== '5.4' && dossiers.some((dossier) => isCohort(dossier) && !dossier.isEnded)
}

function fractionOf(dossiers: readonly QualityDossier[], id: DossierIndicatorId, offered: number): Fraction {
  const count = (part: 'numerator' | 'denominator') => behindIndicator(dossiers, id, part).length
  if (id === '3.2') {
    const used = new Set(behindIndicator(dossiers, id, 'numerator').map(({ procedure }) => procedure))

    return { numerator: used.size, denominator: offered }
  }
  if (id === '5.4') {
    // A dossier that is both late and disliked counts in both; the rate does not fall below 0 (CLOCK rule 10.6).
    const good = dossiers.filter(isInTime).length - dossiers.filter(({ isDisliked }) => isDisliked).length

    return { numerator: Math.max(0, good), denominator: dossiers.length }
  }

  return { numerator: count('numerator'), denominator: count('denominator') }
}

/** 2.2: the mean time of the resolved dossiers of the cohort, for each procedure on its own (CLOCK rule 10.3). */
export function meanTimes(dossiers: readonly QualityDossier[]): MeanTime[] {
  const groups = new Map<string, QualityDossier[]>()
  for (const dossier of dossiers) {
    if (!isCohort(dossier) || !dossier.taken || dossier.taken.unit === 'immediate') continue
    const key = `${dossier.procedure} ${dossier.taken.unit}`
    groups.set(key, [...(groups.get(key) ?? []), dossier])
  }

  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => {
      const [procedure = '', unit] = key.split(' ')
      const denominator = group[0]?.taken?.amount.denominator ?? 1
      const sum = group.reduce((total, { taken }) => total + (taken?.amount.numerator ?? 0), 0)

      return {
        procedure,
        unit: unit as Term['unit'],
        resolved: group.length,
        mean: roundHalfUp(sum, denominator * group.length, 100) / 100,
      }
    })
}

/** What would lift the score: a group of dossiers, what to do with them, and what that gains. */
export interface Lever {
  id: 'answer_again' | 'close_in_time' | 'attach_result' | 'pay_online' | 'scan_papers'
  indicator: IndicatorId
  dossiers: string[]
  words: Bilingual
  /** Percentage points of the indicator. */
  gainRate: number
  /** Points of the 100 of Decision 766; null where the maximum is not known. */
  gainPoints: number | null
  /** It keeps what would be lost rather than adding to what is. */
  isKeeping: boolean
}

/**
 * What would lift the score most, the largest gain first: each group is counted by computing the indicators again as
 * if its dossiers had been done. `end` is the period's end; before it, what falls due can still be kept in time.
 */
export function levers(dossiers: readonly QualityDossier[], end: Date, isRunning: boolean): Lever[] {
  const lever = (
    id: Lever['id'],
    indicators: readonly DossierIndicatorId[],
    group: readonly QualityDossier[],
    words: Bilingual,
    isKeeping = false,
  ): Lever[] => {
    const [indicator] = indicators
    if (group.length === 0 || !indicator) return []
    const gain = (each: DossierIndicatorId, measure: (fraction: Fraction) => number | null) => {
      const now = fractionOf(dossiers, each, 0)
      const done = { ...now, numerator: now.numerator + (isKeeping ? -group.length : group.length) }
      const [before, after] = isKeeping ? [measure(done), measure(now)] : [measure(now), measure(done)]

      return before === null || after === null ? null : Math.round((after - before) * 100) / 100
    }
    const points = indicators.map((each) => gain(each, (fraction) => pointsOf(each, fraction)))
    const known = points.filter((each) => each !== null)

    return [
      {
        id,
        indicator,
        dossiers: group.map(({ code }) => code),
        words,
        gainRate: gain(indicator, percent) ?? 0,
        gainPoints: known.length > 0 ? Math.round(known.reduce((sum, each) => sum + each, 0) * 100) / 100 : null,
        isKeeping,
      },
    ]
  }
  const open = dossiers.filter(({ outcome }) => outcome === '12')

  return [
    ...lever(
      'answer_again',
      ['2.1', '5.4'],
      open.filter(({ waitsAgain }) => waitsAgain),
      {
        vi: 'Giải quyết dứt hồ sơ đang chờ bổ sung lần hai trở lên: đang bị tính như quá hạn',
        en: 'Settle dossiers waiting on a second supplement request: they count as overdue',
      },
    ),
    ...(isRunning
      ? lever(
          'close_in_time',
          ['2.1', '5.4'],
          open.filter(({ waitsAgain, dueAt }) => !waitsAgain && dueAt < end),
          {
            vi: 'Trả đúng hạn hồ sơ đến hạn trong kỳ này: để quá hạn sẽ mất điểm',
            en: 'Finish in time what falls due in this period: overdue it costs points',
          },
          true,
        )
      : []),
    ...lever(
      'attach_result',
      ['4.1'],
      behindIndicator(dossiers, '4.1', 'missing').filter(({ fate }) => fate === 'resolved'),
      {
        vi: 'Gắn kết quả điện tử cho hồ sơ đã giải quyết mà chưa có tệp kết quả',
        en: 'Attach the electronic result to resolved dossiers that have none',
      },
    ),
    ...lever(
      'pay_online',
      ['3.6'],
      behindIndicator(dossiers, '3.6', 'missing').filter(({ isEnded }) => !isEnded),
      {
        vi: 'Mời nộp lệ phí trực tuyến với hồ sơ có phí còn đang mở',
        en: 'Invite online payment for open dossiers with a fee',
      },
    ),
    ...lever(
      'scan_papers',
      ['4.2'],
      behindIndicator(dossiers, '4.2', 'missing').filter(({ hasDigitalPaper }) => !hasDigitalPaper),
      {
        vi: 'Số hóa giấy tờ của hồ sơ chưa có giấy tờ điện tử',
        en: 'Digitise the papers of dossiers that have none in digital form',
      },
    ),
  ].sort((a, b) => (b.gainPoints ?? -1) - (a.gainPoints ?? -1) || b.gainRate - a.gainRate)
}

/** Percent with two decimals, half up from the exact fraction. */
export const percent = ({ numerator, denominator }: Fraction): number | null =>
  denominator === 0 ? null : roundHalfUp(numerator, denominator, 10_000) / 100

/** min(1, rate / threshold) × maximum, with two decimals; null without a rate or a known maximum. */
function pointsOf(id: IndicatorId, { numerator, denominator }: Fraction): number | null {
  const { maximum, threshold } = indicatorTexts[id]
  if (maximum === null || denominator === 0) return null
  const whole = denominator * (threshold ?? 100)

  return roundHalfUp(Math.min(numerator * 100, whole) * maximum, whole, 100) / 100
}

const roundHalfUp = (numerator: number, denominator: number, scale: number): number =>
  Math.floor((numerator * scale * 2 + denominator) / (2 * denominator))
