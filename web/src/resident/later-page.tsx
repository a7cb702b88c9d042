import { type ComponentType, useCallback, useEffect, useState } from 'react'
import { formTexts as texts } from '#shared/i18n/form.ts'
import { say } from './reader.ts'

type Load<Props> = () => Promise<ComponentType<Props>>

/**
 * A page that comes with its own file, so that the first question need not wait for it. It is fetched as soon as the
 * browser has nothing else to do, and so is there when the line has broken meanwhile; if not, the page says so and
 * tries again, and what was typed stands in the draft as ever.
 */
export function laterPage<Props extends object>(load: Load<Props>): ComponentType<Props> {
  let Loaded: ComponentType<Props> | undefined
  const fetchPage = async () => {
    Loaded ??= await load()
  }
  whenIdle(() => void fetchPage().catch(() => undefined))

  return function LaterPage(props: Props) {
    const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading')
    const open = useCallback(() => {
      setState('loading')
      fetchPage().then(
        () => setState('ready'),
        () => setState('failed'),
      )
    }, [])
    // Always, for it may have come between the first drawing and this: then only `ready` has it drawn.
    useEffect(open, [open])

    if (Loaded) return <Loaded {...props} />
    if (state === 'failed')
      return (
        <div className="callout bad" role="alert">
          <div className="stack-tight">
            <h1>{say(texts.noNetwork)}</h1>
            <p>{say(texts.noNetworkHint)}</p>
            <button type="button" className="button" onClick={open}>
              {say(texts.tryAgain)}
            </button>
          </div>
        </div>
      )

    return (
      <p className="quiet loading" role="status">
        {say(texts.loading)}
      </p>
    )
  }
}

/** Safari has no idle callbacks. */
function whenIdle(work: () => void) {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 10_000 })
  else setTimeout(work, 3_000)
}
