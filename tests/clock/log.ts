import type { Term } from '#shared/catalogue/types.ts'
import type { DossierEvent, EventData } from '#shared/dossiers/events.ts'
import type { DossierAction } from '#shared/dossiers/transitions.ts'
import { at } from './vietnam.ts'

export const threeDays: Term = { unit: 'working_day', value: 3 }

type Line = {
  [A in DossierAction]: readonly [action: A, at: string, data?: Partial<EventData[A]>, recordedAt?: string]
}[DossierAction]

/** What the clock reads of each event, when a test does not say otherwise. */
const usual: { [A in DossierAction]?: Partial<EventData[A]> } = {
  submit: { unit: '18673' },
  accept: { term: threeDays },
}

/** A log from its lines; recorded when it occurred unless a line says otherwise. */
export function logOf(...lines: readonly Line[]): DossierEvent[] {
  return lines.map(([action, occurredAt, data, recordedAt], index) => ({
    seq: index + 1,
    action,
    actor: { kind: 'system', part: 'test' },
    occurredAt: at(occurredAt),
    recordedAt: at(recordedAt ?? occurredAt),
    data: { ...usual[action], ...data },
  })) as unknown as DossierEvent[]
}
