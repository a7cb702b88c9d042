import type { Answers } from './answers.ts'
import { conditionHolds } from './conditions.ts'
import type { Channel, ProcedureVersion } from './types.ts'

/** Whether filing this case here is filing by law; the case may differ from the procedure (tạm vắng of Luật Cư trú Điều 31(1) a, b). */
export function channelOf(version: ProcedureVersion, answers: Answers): Omit<Channel, 'except'> {
  const { except, ...channel } = version.channel

  return except !== undefined && conditionHolds(except.when, answers, '') ? except : channel
}
