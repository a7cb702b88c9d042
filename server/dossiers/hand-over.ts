import type { EventData } from '#shared/dossiers/events.ts'
import type { Deps } from '../platform/deps.ts'
import { changeDossier, type Target } from './change-dossier.ts'

/** The result reached the resident: at the counter, electronically or by post. The clock ended with the signature. */
export function handOver(deps: Deps, target: Target, data: EventData['hand_over']): Promise<string> {
  return changeDossier(deps, target, 'hand_over', () => ({ action: 'hand_over', data }))
}
