import { useLive } from '#web/src/features/counter/use-live.ts'
import { WarningsPage } from '#web/src/features/warnings/warnings-page.tsx'

/** The warnings, kept fresh by the same stream as the queues. */
export function WarningsDesk() {
  useLive(nothingElse)

  return <WarningsPage />
}

/** Warnings are renewed with the desk's queries. */
const nothingElse = () => undefined
