import { useLive } from '#web/src/features/counter/use-live.ts'
import { TriagePage } from '#web/src/features/triage/triage-page.tsx'

/** What waits for its commune, kept fresh by the same stream as the queues. */
export function TriageDesk() {
  useLive(nothingElse)

  return <TriagePage />
}

/** The list is renewed with the desk's queries. */
const nothingElse = () => undefined
