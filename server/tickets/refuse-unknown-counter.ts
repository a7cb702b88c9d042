import type { LineSettings } from '#shared/tickets/settings.ts'
import { invalid } from '../platform/problem.ts'

/** A unit has the counters that its settings say. */
export function refuseUnknownCounter(counter: number, { counters }: LineSettings): void {
  if (counter > counters)
    throw invalid([{ pointer: '#/counter', detail: `Đơn vị có ${counters} quầy: chọn từ 1 đến ${counters}.` }])
}
