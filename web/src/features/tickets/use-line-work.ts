import { useState } from 'react'
import { badNews } from '#web/src/lib/bad-news.ts'
import { useShortcuts } from '#web/src/lib/shortcuts.ts'
import { announce } from '#web/src/ui/announce.ts'
import { runningAt, type TicketOrder, useCallNext, useTicketStep } from './api.ts'

/** A call that waits for a yes, because the counter still has somebody. */
export interface HeldCall {
  running: { id: string; label: string; state: string }
  /** Does it all the same: the one at the counter is done with, or absent. */
  goOn: () => void
}

/** Calling and every other step from one counter, with the question before somebody's visit is ended. */
export function useLineWork(counter: number | undefined) {
  const callNext = useCallNext()
  const step = useTicketStep()
  const [heldCall, setHeldCall] = useState<HeldCall>()

  const refused = (error: unknown, again: (over: string) => void) => {
    const running = runningAt(error)
    if (running) setHeldCall({ running, goOn: () => again(running.id) })
    else announce(badNews(error).detail)
  }
  const next = (over?: string) => {
    setHeldCall(undefined)
    if (counter === undefined || callNext.isPending) return
    callNext.mutate(
      { counter, ...(over && { over }) },
      {
        onSuccess: (ticket) =>
          announce(ticket ? `Mời số ${ticket.label} đến Quầy ${counter}` : 'Không còn ai đang chờ.'),
        onError: (error) => refused(error, next),
      },
    )
  }
  const take = (order: TicketOrder) => {
    setHeldCall(undefined)
    step.mutate(order, { onError: (error) => refused(error, (over) => take({ ...order, over })) })
  }
  useShortcuts(counter === undefined ? {} : { callNext: () => next() })

  return {
    next: () => next(),
    take,
    heldCall,
    dropCall: () => setHeldCall(undefined),
    isBusy: callNext.isPending || step.isPending,
  }
}

export type LineWork = ReturnType<typeof useLineWork>
