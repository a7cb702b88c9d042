import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useLive } from '#web/src/features/counter/use-live.ts'
import { LinePage } from '#web/src/features/tickets/line-page.tsx'
import { OverDialog } from '#web/src/features/tickets/over-dialog.tsx'
import { useCounter } from '#web/src/features/tickets/use-counter.ts'
import { useLineWork } from '#web/src/features/tickets/use-line-work.ts'

/** The line's own page, kept fresh by the desk's one stream. */
export function LinePageAtDesk() {
  const client = useQueryClient()
  useLive(useCallback(() => void client.invalidateQueries({ queryKey: ['desk', 'tickets'] }), [client]))
  const [counter] = useCounter()
  const work = useLineWork(counter)

  return (
    <>
      <LinePage work={work} />
      {work.heldCall && <OverDialog held={work.heldCall} onClose={work.dropCall} />}
    </>
  )
}
