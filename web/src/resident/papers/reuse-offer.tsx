import { useEffect, useRef, useState } from 'react'
import { reuseTexts as texts } from '#shared/i18n/reuse.ts'
import { type ReusablePaper, reusablePapersView } from '#shared/papers/reuse-schemas.ts'
import { formatDay, formatIsoDay } from '#shared/text/format.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import { request } from '#web/src/lib/http.ts'
import type { DraftStore } from '../draft.ts'
import { say } from '../reader.ts'

/** What this browser may use again for a procedure; empty for everybody who opened no earlier dossier here. */
export async function readReusable(procedure: string): Promise<ReusablePaper[]> {
  const path = `/api/reusable-papers?procedure=${encodeURIComponent(procedure)}`

  return reusablePapersView.parse(await request('GET', path)).papers
}

interface ReuseOfferProps {
  id: string
  kind: string
  offers: readonly ReusablePaper[]
  draft: DraftStore
}

/** The same paper in earlier dossiers: who checked it, until when it counts, and one press that agrees to use it again. */
export function ReuseOffer({ id, kind, offers, draft }: ReuseOfferProps) {
  const [taken, setTaken] = useState<string>()
  const said = useRef<HTMLParagraphElement>(null)
  const { papers } = draft.get()
  const chosen = new Set(papers.map(({ uploadId }) => uploadId))
  const open = offers.filter((offer) => offer.kind === kind && !chosen.has(offer.paper))
  const use = (dossier: string, files: readonly ReusablePaper[]) => {
    const sentAt = Date.now()
    const again = files.map(({ paper, sha256, bytes, type }) => ({
      kind,
      uploadId: paper,
      sha256,
      bytes,
      type,
      sentAt,
      reuse: { dossier },
    }))
    draft.change({ papers: [...papers, ...again] })
    setTaken(dossier)
  }
  // The button that was pressed is gone: whoever reads by ear goes on where it says what happened.
  useEffect(() => {
    if (taken) said.current?.focus()
  }, [taken])
  const isTaken = taken !== undefined && papers.some(({ reuse }) => reuse?.dossier === taken)

  return (
    <>
      {isTaken && (
        <p ref={said} tabIndex={-1} className="quiet">
          {say(texts.taken(taken))}
        </p>
      )}
      {[...new Set(open.map(({ dossier }) => dossier))].map((dossier) => {
        const files = open.filter((offer) => offer.dossier === dossier)
        const first = files.toSorted((a, b) => (a.until < b.until ? -1 : 1))[0]
        if (!first) return null
        const { verifiedBy, verifiedAt, until } = first
        const unit = say(policeOf(verifiedBy.unit))

        return (
          <section key={dossier} className="reuse" aria-labelledby={`${id}-${dossier}`}>
            <h3 id={`${id}-${dossier}`}>{say(texts.title)}</h3>
            <p>
              {say(texts.where(dossier, files.length))}{' '}
              {say(texts.checked(verifiedBy.name, unit, formatDay(verifiedAt), formatIsoDay(until)))}
            </p>
            <p className="hint" id={`${id}-${dossier}-consent`}>
              {say(texts.consent)}
            </p>
            <button
              type="button"
              className="button quiet-button"
              aria-describedby={`${id}-${dossier}-consent`}
              onClick={() => use(dossier, files)}
            >
              {say(texts.agree)}
              <span className="visually-hidden">
                : {say(first.name)}, {dossier}
              </span>
            </button>
          </section>
        )
      })}
    </>
  )
}
