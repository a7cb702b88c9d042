import type { TrackingView } from '#shared/dossiers/schemas.ts'
import { fieldTexts } from '#shared/i18n/fields.ts'
import type { Say } from '#shared/i18n/say.ts'
import { ratingReasons, ratingScores, trackingTexts as texts } from '#shared/i18n/tracking.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'

export interface RateFormProps {
  say: Say
  dossier: Pick<TrackingView, 'code' | 'rating'>
  problem?: Bilingual | undefined
}

/** One question with five answers, and reasons to tick: once per dossier, after its end. */
export function RateForm({ say, dossier, problem }: RateFormProps) {
  if (dossier.rating) return <p className="quiet">{say(texts.rated(dossier.rating.score))}</p>

  return (
    <section className="panel screen-only" aria-labelledby="danh-gia">
      <form method="post" action={`/ho-so/${dossier.code}/danh-gia`} className="stack-tight">
        <fieldset className={`field ${problem ? 'field-invalid' : ''}`}>
          <legend>
            <h2 id="danh-gia">{say(texts.rate)}</h2>
          </legend>
          {problem && <p className="error-message">{say(problem)}</p>}
          <div className="choices">
            {ratingScores.toReversed().map(({ score, label }) => (
              <label key={score} className="choice">
                <input type="radio" name="score" value={score} />
                <span className="choice-text">{say(label)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <details>
          <summary>
            <span>
              {say(texts.rateReasons)} ({say(fieldTexts.optional)})
            </span>
          </summary>
          <div className="stack-tight">
            <div className="choices">
              {ratingReasons.map(({ code, label }) => (
                <label key={code} className="choice">
                  <input type="checkbox" name="reasons" value={code} />
                  <span className="choice-text">{say(label)}</span>
                </label>
              ))}
            </div>
            <div>
              <label className="label" htmlFor="gop-y">
                {say(texts.rateComment)}
              </label>
              <textarea className="input" id="gop-y" name="comment" rows={3} maxLength={2000} />
            </div>
          </div>
        </details>
        <button type="submit" className="button quiet-button">
          {say(texts.rateSend)}
        </button>
      </form>
    </section>
  )
}
