import { demoView } from '#shared/demo/schemas.ts'
import { type Minute, toDate } from '#shared/sla/minutes.ts'
import type { Staff } from './staff.ts'

/** The clock of the demonstration, in the administrator's hand. */
export interface DemoClock {
  /** Moves the desk to the beginning of that minute; does nothing when it is there or later already. */
  moveTo(minute: Minute): Promise<void>
}

/** `now`: what the desk's clock said when it was asked. It runs on with real time between the moves. */
export function openDemoClock(staff: Staff, now: Date): DemoClock {
  let ahead = now.getTime() - Date.now()

  return {
    async moveTo(minute) {
      const to = toDate(minute)
      if (to.getTime() <= Date.now() + ahead) return
      const moved = await staff.as('quantri', (administrator) =>
        administrator.send(demoView, 'PUT', '/api/demo/clock', { body: { now: to.toISOString() } }),
      )
      ahead = moved.now.getTime() - Date.now()
    },
  }
}
