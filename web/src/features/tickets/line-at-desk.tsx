import { LineBar } from './line-bar.tsx'
import { OverDialog } from './over-dialog.tsx'
import { useCounter } from './use-counter.ts'
import { useLineWork } from './use-line-work.ts'

/** What the frame of every staff page carries of the line; nothing until a counter is chosen on its own page. */
export function LineAtDesk() {
  const [counter] = useCounter()

  return counter === undefined ? null : <AtCounter counter={counter} />
}

function AtCounter({ counter }: { counter: number }) {
  const work = useLineWork(counter)

  return (
    <>
      <LineBar counter={counter} work={work} />
      {work.heldCall && <OverDialog held={work.heldCall} onClose={work.dropCall} />}
    </>
  )
}
