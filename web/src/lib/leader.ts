import { newKey } from './intention.ts'

/** What the election needs of a `BroadcastChannel`. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'close'> & {
  onmessage: ((event: MessageEvent) => void) | null
}

const beatMs = 2_000
const silenceMs = 5_000

/**
 * Runs `task` in exactly one tab of this browser, and in another one soon after that tab closed. `task` returns how
 * to stop it.
 *
 * The browser's locks decide where it has them; a desk on plain HTTP in an office network does not, and its tabs
 * elect a leader among themselves.
 */
export function inOneTab(name: string, task: () => () => void): () => void {
  if (!navigator.locks) return electLeader(new BroadcastChannel(`${name}.leader`), task)

  const ended = new AbortController()
  navigator.locks
    .request(name, { signal: ended.signal }, async () => {
      const stop = task()
      await new Promise<void>((resolve) => ended.signal.addEventListener('abort', () => resolve()))
      stop()
    })
    .catch((error: unknown) => {
      if (!ended.signal.aborted) throw error
    })

  return () => ended.abort()
}

/**
 * The election without locks: a leader beats; who hears nothing for a while leads; of two leaders the one with the
 * smaller id stays. For some seconds there may be two or none, which the caller's polling covers.
 */
export function electLeader(channel: Channel, task: () => () => void, id = newKey()): () => void {
  let stop: (() => void) | undefined
  let heardAt = Date.now()

  const lead = () => {
    stop ??= task()
    channel.postMessage({ beat: id })
  }
  const stepDown = () => {
    stop?.()
    stop = undefined
  }
  channel.onmessage = ({ data }: MessageEvent<{ beat?: string; bye?: true }>) => {
    const { beat, bye } = data
    if (bye) heardAt = 0
    if (!beat) return
    heardAt = Date.now()
    if (stop && beat < id) stepDown()
    else if (stop) channel.postMessage({ beat: id })
  }
  const timer = setInterval(() => {
    if (stop || Date.now() - heardAt >= silenceMs) lead()
  }, beatMs)

  return () => {
    clearInterval(timer)
    if (stop) channel.postMessage({ bye: true })
    stepDown()
    channel.close()
  }
}
