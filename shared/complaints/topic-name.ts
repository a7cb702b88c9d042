import { complaintTopicNames } from '../i18n/complaints.ts'
import type { Bilingual } from '../text/bilingual.ts'
import { complaintTopics } from './schemas.ts'

/** What a complaint is about, in words; a topic that is no longer offered keeps its code. */
export function topicName(topic: string): Bilingual {
  const known = complaintTopics.find((each) => each === topic)

  return known ? complaintTopicNames[known] : { vi: topic, en: topic }
}
