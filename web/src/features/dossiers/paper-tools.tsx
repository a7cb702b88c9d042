import { useState } from 'react'
import { useShortcuts } from '#web/src/lib/shortcuts.ts'
import { Icon } from '#web/src/ui/icons.tsx'

const zooms = [1, 1.5, 2, 3, 4] as const

/** How a paper is looked at: how close, and turned by how much. */
export interface PaperLook {
  zoom: number
  degrees: number
  /** Turned so that its height lies across. */
  isLying: boolean
  /** Undefined when it cannot be closer, or further away. */
  closer: (() => void) | undefined
  further: (() => void) | undefined
  turn: () => void
}

/**
 * The look at one paper, changed by the same keys whatever kind of file it is; no closer than `closest` times its
 * width at first.
 */
export function usePaperLook(closest: number = Number.POSITIVE_INFINITY): PaperLook {
  const [zoomIndex, setZoomIndex] = useState(0)
  const [quarterTurns, setQuarterTurns] = useState(0)
  const last = zooms.findLastIndex((zoom, index) => index === 0 || zoom <= closest)
  const closer = () => setZoomIndex((index) => Math.min(last, index + 1))
  const further = () => setZoomIndex((index) => Math.max(0, index - 1))
  const turn = () => setQuarterTurns((turns) => turns + 1)
  useShortcuts({ zoomIn: closer, zoomOut: further, turn })

  return {
    zoom: zooms[zoomIndex] ?? 1,
    degrees: quarterTurns * 90,
    isLying: quarterTurns % 2 === 1,
    closer: zoomIndex < last ? closer : undefined,
    further: zoomIndex > 0 ? further : undefined,
    turn,
  }
}

/** The buttons of the same. */
export function PaperTools({ look, href, openWords }: { look: PaperLook; href: string; openWords: string }) {
  return (
    <div className="paper-tools">
      <button type="button" disabled={!look.further} onClick={look.further}>
        <Icon name="zoomOut" />
        <span className="unseen">Thu nhỏ</span>
      </button>
      <span aria-live="polite">{look.zoom * 100}%</span>
      <button type="button" disabled={!look.closer} onClick={look.closer}>
        <Icon name="zoomIn" />
        <span className="unseen">Phóng to</span>
      </button>
      <button type="button" onClick={look.turn}>
        <Icon name="turn" />
        <span className="unseen">Xoay 90 độ</span>
      </button>
      <a href={href} target="_blank" rel="noreferrer">
        <Icon name="open" />
        <span className="unseen">{openWords}</span>
      </a>
    </div>
  )
}
