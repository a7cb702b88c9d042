import { type FormEvent, useEffect, useState } from 'react'
import { papersNeeded } from '#shared/catalogue/papers.ts'
import type { Paper } from '#shared/catalogue/types.ts'
import { formTexts as texts } from '#shared/i18n/form.ts'
import type { ReusablePaper } from '#shared/papers/reuse-schemas.ts'
import { controlId } from '#web/pages/fields/binding.ts'
import type { FormContext } from '../form-context.ts'
import { FaultsOnTop } from '../question-page.tsx'
import { say } from '../reader.ts'
import { ScreenFrame } from '../screen-frame.tsx'
import { papersWithoutFile, type Step, stepAfter } from '../steps.ts'
import { PaperSlot } from './paper-slot.tsx'
import type { ReuseOffer } from './reuse-offer.tsx'
import { useSendings } from './use-sendings.ts'

/** A slot for each paper that these answers call for; green only when the server has the file. */
export function PapersPage({ context, step }: { context: FormContext; step: Step }) {
  const { procedure, draft, state, uploads } = context
  const sendings = useSendings(uploads)
  const reuse = useReuse(procedure.code)
  const [attempt, setAttempt] = useState(0)
  const needed = papersNeeded(procedure, state.answers)
  const missing = papersWithoutFile(state, draft.get().papers, Date.now())
  const messageFor = (paper: Paper): string | undefined => {
    const unfinished = sendings.some(
      ({ kind, state: how }) => kind === paper.kind && how !== 'refused' && how !== 'too_large',
    )
    if (unfinished) return say(texts.paperUnfinished(say(paper.name)))

    return missing.includes(paper) ? say(texts.paperMissing(say(paper.name))) : undefined
  }
  const errors =
    attempt === 0
      ? new Map<string, string>()
      : new Map(
          needed.flatMap((paper) => {
            const message = messageFor(paper)

            return message ? [[paper.kind, message] as const] : []
          }),
        )

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (needed.some(messageFor)) return setAttempt(attempt + 1)
    context.setRefused(context.refused.filter(({ path: [name] }) => name !== 'papers'))
    context.goTo(stepAfter(step, state, draft.get().papers, Date.now(), { toCheck: context.toCheck }))
  }
  const refused = context.refused.filter(({ path: [name] }) => name === 'papers')

  return (
    <ScreenFrame context={context} step={step} title={say(texts.papersTitle)} hasError={errors.size > 0}>
      <form onSubmit={onSubmit} noValidate className="stack">
        <FaultsOnTop errors={errors} attempt={attempt} />
        <div className="stack-tight">
          <h1 tabIndex={-1}>{say(texts.papersTitle)}</h1>
          <p className="quiet">{say(texts.papersIntro)}</p>
          {refused.map(({ message }) => (
            <p key={message} className="error-message">
              {message}
            </p>
          ))}
        </div>
        {needed.map((paper) => (
          <PaperSlot
            key={paper.kind}
            paper={paper}
            id={controlId(paper.kind)}
            error={errors.get(paper.kind)}
            draft={draft}
            uploads={uploads}
            sendings={sendings.filter(({ kind }) => kind === paper.kind)}
          >
            {reuse && <reuse.Offer id={controlId(paper.kind)} kind={paper.kind} offers={reuse.offers} draft={draft} />}
          </PaperSlot>
        ))}
        <button type="submit" className="button main">
          {say(texts.continue)}
        </button>
      </form>
    </ScreenFrame>
  )
}

interface Reuse {
  Offer: typeof ReuseOffer
  offers: readonly ReusablePaper[]
}

/** What may be used again, with what shows it; loaded apart, since most readers have opened no earlier dossier. */
function useReuse(procedure: string): Reuse | undefined {
  const [reuse, setReuse] = useState<Reuse>()
  useEffect(() => {
    let isHere = true
    const load = async () => {
      const { ReuseOffer: Offer, readReusable } = await import('./reuse-offer.tsx')
      const offers = await readReusable(procedure)
      if (isHere && offers.length > 0) setReuse({ Offer, offers })
    }
    // An offer beside the camera: who cannot be reached now loses nothing by not hearing of it.
    load().catch(() => undefined)

    return () => {
      isHere = false
    }
  }, [procedure])

  return reuse
}
