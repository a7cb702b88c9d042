import { useEffect } from 'react'
import { Loading } from '#web/src/ui/notice.tsx'

/** Leaves the staff application for a page of the server's, so that Back does not lead here again. */
export function LeaveFor({ address }: { address: string }) {
  useEffect(() => location.replace(address), [address])

  return (
    <main className="page">
      <Loading rows={3} />
    </main>
  )
}
