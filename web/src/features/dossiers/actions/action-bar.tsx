import { useState } from 'react'
import type { DossierView } from '#shared/dossiers/dossier-view.ts'
import type { DeskKey } from '#web/src/lib/keys.ts'
import { deskKeys } from '#web/src/lib/keys.ts'
import { useShortcuts } from '#web/src/lib/shortcuts.ts'
import { announce } from '#web/src/ui/announce.ts'
import { KeyHint } from '#web/src/ui/key-hint.tsx'
import { Failure } from '#web/src/ui/notice.tsx'
import { useStep } from '../api.ts'
import { useHeldSteps } from '../held-steps.ts'
import { openSteps, type StepName, stepEntries, stepForKey } from './step-entries.ts'
import { stepWindows } from './step-windows.tsx'

interface ActionBarProps {
  dossier: DossierView
  onDone: (step: StepName, dossier: DossierView | null) => void
}

const stepKeys = [
  'take',
  'supplement',
  'refuse',
  'propose',
  'grant',
  'sendBack',
  'transfer',
  'handOver',
  'extend',
  'release',
  'payment',
  'variant',
  'agencyCheck',
  'withdraw',
] as const satisfies readonly DeskKey[]

/** What may be done with this dossier now, each step with its key; always in sight under the dossier. */
export function ActionBar({ dossier, onDone }: ActionBarProps) {
  const [open, setOpen] = useState<StepName>()
  const isHeld = useHeldSteps().some(({ code, state }) => code === dossier.code && state !== 'failed')
  // While a step is on its way the next one would be taken on an old version.
  const steps = isHeld ? [] : openSteps(dossier)
  const direct = useDirectSteps(dossier, onDone)
  const start = (step: StepName | undefined) => {
    if (!step) return
    if (stepWindows[step]) setOpen(step)
    else direct.take(step)
  }
  useShortcuts(Object.fromEntries(stepKeys.map((key) => [key, () => start(stepForKey(steps, key))])))

  const finish: ActionBarProps['onDone'] = (step, after) => {
    setOpen(undefined)
    announce(`${stepEntries[step].heldWords ?? stepEntries[step].doneWords} · ${dossier.applicantName}`)
    onDone(step, after)
  }
  const Window = open && stepWindows[open]
  const usual = steps.some((step) => !stepEntries[step].isRare)
    ? steps.filter((step) => !stepEntries[step].isRare)
    : steps
  const rare = steps.filter((step) => !usual.includes(step))

  return (
    <div className="action-bar">
      {direct.error && <Failure error={direct.error} />}
      {steps.length === 0 && (
        <p className="hint">{isHeld ? 'Bước vừa làm sắp được gửi. Bấm Z để hoàn tác.' : whyNothing(dossier)}</p>
      )}
      <div className="actions">
        {usual.map((step, index) => (
          <StepButton
            key={step}
            step={step}
            isFirst={index === 0}
            keyIsFree={stepForKey(steps, stepEntries[step].key ?? 'help') === step}
            isBusy={direct.isPending}
            onPress={() => start(step)}
          />
        ))}
        {rare.length > 0 && (
          <details className="menu">
            <summary>Thêm</summary>
            <div>
              {rare.map((step) => (
                <button
                  key={step}
                  type="button"
                  onClick={({ currentTarget }) => {
                    currentTarget.closest('details')?.removeAttribute('open')
                    start(step)
                  }}
                >
                  {stepEntries[step].words}
                </button>
              ))}
            </div>
          </details>
        )}
      </div>
      {Window && <Window dossier={dossier} onClose={() => setOpen(undefined)} onDone={finish} />}
    </div>
  )
}

interface StepButtonProps {
  step: StepName
  isFirst: boolean
  /** Of two steps that share a key it belongs to the first. */
  keyIsFree: boolean
  isBusy: boolean
  onPress: () => void
}

function StepButton({ step, isFirst, keyIsFree, isBusy, onPress }: StepButtonProps) {
  const { words, key, tone } = stepEntries[step]
  const look = tone === 'danger' ? 'danger-outline' : isFirst && tone === 'primary' ? 'primary' : undefined

  return (
    <button
      type="button"
      className={look}
      disabled={isBusy}
      onClick={onPress}
      aria-keyshortcuts={key && keyIsFree ? deskKeys[key].key : undefined}
    >
      {words} {key && keyIsFree && <KeyHint name={key} />}
    </button>
  )
}

/** Claim and release need no words and can be undone: they are taken at once. */
function useDirectSteps(dossier: DossierView, onDone: ActionBarProps['onDone']) {
  const send = useStep(dossier.code)
  const take = (step: StepName) =>
    send.mutate(
      { method: step === 'claim' ? 'PUT' : 'DELETE', resource: 'claim', version: dossier.version },
      {
        onSuccess: (after) => {
          announce(`${stepEntries[step].doneWords} · ${dossier.applicantName}`)
          onDone(step, after)
        },
      },
    )

  return { take, error: send.error, isPending: send.isPending }
}

function whyNothing({ state, holder }: DossierView): string {
  if (state === 'returned' || state === 'refused' || state === 'refused_intake' || state === 'withdrawn')
    return 'Hồ sơ đã kết thúc, chỉ xem.'
  if (holder) return `${holder.name} đang xử lý hồ sơ này.`
  if (state === 'proposed') return 'Đang chờ chỉ huy ký.'

  return 'Tài khoản này chỉ xem được hồ sơ.'
}
