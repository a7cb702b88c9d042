import { type ComplaintTopic, complaintTopics } from '../complaints/schemas.ts'
import type { Fraction } from './service-quality.ts'
import type { ComplaintIndicatorId } from './service-quality-indicators.ts'

/** One complaint (phản ánh, kiến nghị) as the indicators of Decision 766 look at it; requests about data are none. */
export interface QualityComplaint {
  id: string
  /** Of its dossier; empty where that is out of the asker's sight. */
  code: string
  unit: string
  topic: string
  receivedAt: Date
  replyDueAt: Date
  repliedAt: Date | null
  answerDueAt: Date
  closedAt: Date | null
  /** A date was missed: to take on or refuse, to ask, or to answer. */
  isLate: boolean
  /** What its sender said of the answer; null: nothing yet. */
  isSatisfied: boolean | null
}

export type ComplaintPart = 'numerator' | 'denominator' | 'missing'

const isGood: Record<ComplaintIndicatorId, (complaint: QualityComplaint) => boolean> = {
  '5.2': ({ isLate }) => !isLate,
  '5.3': ({ isLate, isSatisfied }) => !isLate && isSatisfied !== false,
}

/** The complaints behind one part of an indicator: all, those that count for it, and those that do not. */
export const complaintsBehind = (
  complaints: readonly QualityComplaint[],
  id: ComplaintIndicatorId,
  part: ComplaintPart,
): QualityComplaint[] =>
  complaints.filter((complaint) => part === 'denominator' || isGood[id](complaint) === (part === 'numerator'))

/**
 * 5.2 counts those that missed no date. 5.3 takes off the late and the dissatisfied; one that is both is taken off
 * twice, as the formula says and as with 5.4 (CLOCK rule 10.6), and the rate does not fall below 0.
 */
export function complaintFraction(complaints: readonly QualityComplaint[], id: ComplaintIndicatorId): Fraction {
  const late = complaints.filter(({ isLate }) => isLate).length
  const dissatisfied = complaints.filter(({ isSatisfied }) => isSatisfied === false).length
  const good = complaints.length - late - (id === '5.3' ? dissatisfied : 0)

  return { numerator: Math.max(0, good), denominator: complaints.length }
}

/** 5.1: how many complaints of each class, those of no class that is offered today behind "other". */
export function complaintClasses(complaints: readonly QualityComplaint[]): { topic: ComplaintTopic; count: number }[] {
  return complaintTopics
    .map((topic) => ({ topic, count: complaints.filter((complaint) => classOf(complaint) === topic).length }))
    .filter(({ count }) => count > 0)
}

export const classOf = ({ topic }: Pick<QualityComplaint, 'topic'>): ComplaintTopic =>
  complaintTopics.find((each) => each === topic) ?? 'other'
