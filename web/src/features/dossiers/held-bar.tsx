import { useEffect, useReducer } from 'react'
import { badNews } from '#web/src/lib/bad-news.ts'
import { useShortcuts } from '#web/src/lib/shortcuts.ts'
import { announce } from '#web/src/ui/announce.ts'
import { KeyHint } from '#web/src/ui/key-hint.tsx'
import { stepEntries } from './actions/step-entries.ts'
import { dropFailed, type HeldStep, sendAllHeld, sendHeld, undoStep, useHeldSteps } from './held-steps.ts'

/** What is about to leave the desk, second by second, and the way to take it back; what did not get through, and why. */
export function HeldBar({ onOpen }: { onOpen: (code: string) => void }) {
  const steps = useHeldSteps()
  const isWaiting = steps.some(({ state }) => state === 'waiting')
  useEverySecond(isWaiting)
  useEffect(() => {
    const leave = () => void sendAllHeld(true)
    window.addEventListener('pagehide', leave)

    return () => window.removeEventListener('pagehide', leave)
  }, [])
  const undo = (code?: string) => {
    const taken = undoStep(code)
    if (!taken) return
    announce(`Đã hoàn tác, chưa gửi gì · ${taken.applicantName}`)
    onOpen(taken.code)
  }
  useShortcuts(isWaiting ? { undo: () => undo() } : {})
  if (steps.length === 0) return null

  return (
    <ul className="held-bar" aria-label="Việc sắp gửi">
      {steps.map((step, index) =>
        step.state === 'failed' ? (
          <Failed key={step.code} step={step} onOpen={onOpen} />
        ) : (
          <li key={step.code}>
            <span>
              {stepEntries[step.step].heldWords} · <strong>{step.applicantName}</strong>
              {step.state === 'waiting' ? `, còn ${secondsLeft(step)} giây` : ', đang gửi…'}
            </span>
            {step.state === 'waiting' && (
              <>
                <button type="button" onClick={() => undo(step.code)} aria-keyshortcuts="z">
                  Hoàn tác {index === steps.length - 1 && <KeyHint name="undo" />}
                </button>
                <button type="button" className="quiet" onClick={() => void sendHeld(step.code)}>
                  Gửi ngay
                </button>
              </>
            )}
          </li>
        ),
      )}
    </ul>
  )
}

function Failed({ step, onOpen }: { step: HeldStep; onOpen: (code: string) => void }) {
  return (
    <li className="failed" role="alert">
      <span>
        Chưa làm được “{stepEntries[step.step].words}” · <strong>{step.applicantName}</strong>.{' '}
        {badNews(step.error).detail} Những gì đã nhập vẫn còn.
      </span>
      <button
        type="button"
        onClick={() => {
          dropFailed(step.code)
          onOpen(step.code)
        }}
      >
        Mở lại hồ sơ
      </button>
    </li>
  )
}

const secondsLeft = ({ sendsAt }: HeldStep) => Math.max(0, Math.ceil((sendsAt - Date.now()) / 1000))

function useEverySecond(isOn: boolean) {
  const [, tick] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    if (!isOn) return undefined
    const timer = setInterval(tick, 1000)

    return () => clearInterval(timer)
  }, [isOn])
}
