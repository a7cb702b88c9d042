import { useQuery } from '@tanstack/react-query'
import { formatInstant } from '#shared/text/format.ts'
import { demoOptions } from '#web/src/lib/demo.ts'
import { useDeskNow } from '#web/src/lib/desk-time.ts'

/** Two machines' clocks differ by a little; only more is a moved clock. */
const aheadFromMs = 60_000

/** On every page while the demonstration runs ahead, so that nobody takes its dates for real ones. */
export function AheadBanner() {
  const { data: demo } = useQuery(demoOptions)
  const now = useDeskNow()
  if (!demo || demo.aheadMs < aheadFromMs) return null

  return (
    <p className="ahead-banner">
      <strong>MÔ PHỎNG</strong> Đồng hồ của quầy đang ở {formatInstant(now)}, đi trước giờ thật.
    </p>
  )
}
