import { Failure, Notice } from '#web/src/ui/notice.tsx'
import type { useTakeTicket } from './api.ts'

/** The number that an officer took for somebody, with its slip; or why there is none. */
export function TakenNumber({ of: { data, error } }: { of: ReturnType<typeof useTakeTicket> }) {
  if (error) return <Failure error={error} />
  if (!data) return null

  return (
    <Notice tone="good" title={`Đã lấy số ${data.label}.`}>
      <a href={`${data.placeUrl}/phieu`} target="_blank" rel="noreferrer">
        Mở phiếu để in
      </a>
    </Notice>
  )
}
