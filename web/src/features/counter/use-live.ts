import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { deskKey } from './api.ts'
import { followDesk } from './desk-stream.ts'

/** Several commits in a moment are one refetch. */
const gatherMs = 200

/**
 * Keeps the queues, their counts and whatever else the desk shows fresh, as long as the page is open. Returns whether
 * changes arrive at once; polling goes on either way.
 */
export function useLive(alsoRenew: () => void): boolean {
  const client = useQueryClient()
  const [isLive, setIsLive] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const leave = followDesk({
      onLive: setIsLive,
      onChange: () => {
        timer ??= setTimeout(() => {
          timer = undefined
          void client.invalidateQueries({ queryKey: deskKey })
          alsoRenew()
        }, gatherMs)
      },
    })

    return () => {
      clearTimeout(timer)
      leave()
    }
  }, [client, alsoRenew])

  return isLive
}
