import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { deskKey } from './api.ts'
import { followDesk } from './desk-stream.ts'

/** The first change is looked at at once, those that follow within this time together. */
const gatherMs = 300

/**
 * Keeps the queues, their counts and whatever else the desk shows fresh, as long as the page is open. Returns whether
 * changes arrive at once; polling goes on either way.
 */
export function useLive(alsoRenew: () => void): boolean {
  const client = useQueryClient()
  const [isLive, setIsLive] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let hasMore = false
    const renew = () => {
      hasMore = false
      void client.invalidateQueries({ queryKey: deskKey })
      alsoRenew()
      timer = setTimeout(() => {
        timer = undefined
        if (hasMore) renew()
      }, gatherMs)
    }
    const leave = followDesk({
      onLive: setIsLive,
      onChange: () => {
        if (timer) hasMore = true
        else renew()
      },
    })

    return () => {
      clearTimeout(timer)
      leave()
    }
  }, [client, alsoRenew])

  return isLive
}
