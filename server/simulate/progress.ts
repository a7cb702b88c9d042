import { formatDay, formatTime } from '#shared/text/format.ts'

export interface ProgressState {
  /** The simulated time. */
  at: Date
  /** Of all there is to do, 0 to 1. */
  share: number
  filed: number
  requests: number
}

export interface Progress {
  show(state: ProgressState): void
  /** A sentence of its own line. */
  note(text: string): void
  end(): void
}

const barWidth = 28

/** A bar that redraws itself on a terminal; elsewhere a line for each tenth, so that logs stay short. */
export function openProgress(out: NodeJS.WritableStream & { isTTY?: boolean }): Progress {
  let tenth = -1
  let isDrawn = false
  const erase = () => {
    if (isDrawn) out.write('\r\u001b[K')
    isDrawn = false
  }

  return {
    show(state) {
      if (out.isTTY) {
        out.write(`\r${barOf(state.share)} ${lineOf(state)}\u001b[K`)
        isDrawn = true

        return
      }
      const reached = Math.floor(state.share * 10)
      if (reached === tenth) return
      tenth = reached
      out.write(`${lineOf(state)}\n`)
    },
    note(text) {
      erase()
      out.write(`${text}\n`)
    },
    end: erase,
  }
}

function barOf(share: number): string {
  const full = Math.round(Math.min(1, share) * barWidth)

  return `[${'█'.repeat(full)}${'·'.repeat(barWidth - full)}]`
}

function lineOf({ at, share, filed, requests }: ProgressState): string {
  const percent = String(Math.floor(share * 100)).padStart(3)

  return `${percent} %  ${formatDay(at)} ${formatTime(at)}  ${filed} filed  ${requests} requests`
}
