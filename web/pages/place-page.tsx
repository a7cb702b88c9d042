import { sayIn } from '#shared/i18n/say.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import { classRules } from '#shared/tickets/classes.ts'
import type { PlaceView } from '#shared/tickets/schemas.ts'
import { placeTexts as texts } from '#shared/tickets/texts.ts'
import { type PageContext, Shell } from './shell.tsx'

interface PlacePageProps {
  context: PageContext
  place: PlaceView
  now: Date
  /** Whether the page is asked for again by itself; readers may stop that. */
  renews: boolean
}

/** One's place in line, on the phone of whoever holds the slip. Works without scripts; renewed by the browser. */
export function PlacePage({ context, place, now, renews }: PlacePageProps) {
  const say = sayIn(context.language)
  const isCalled = place.state === 'called' && !place.isOver
  const waits = place.state === 'waiting' && !place.isOver
  const path = context.path.split('?')[0]

  return (
    <Shell context={context} title={say(texts.title(place.label))}>
      <main id="noi-dung" className="wrap stack">
        <div className={`place ${isCalled ? 'is-called' : ''}`}>
          <h1 className="place-title">
            <span className="quiet">{say(texts.yourNumber)}</span>
            <span className="place-number">{place.label}</span>
          </h1>
          <p className="place-state">
            <strong>{say(stateText(place))}</strong>
          </p>
          {waits && <p>{say(texts.wait(place.wait.from, place.wait.to))}</p>}
        </div>
        <p>
          {place.unitName} · {say(classRules[place.class].name)} · {say(texts.arrived(place.arrivedAt))}
        </p>
        {waits && place.closedAt > now && <p className="quiet">{say(texts.closed(place.closedAt))}</p>}
        {!place.isOver && place.state !== 'done' && (
          <p className="quiet">
            {say(texts.asOf(now))}. {renews && say(texts.refreshes)}{' '}
            <a href={renews ? `${path}?dung=1` : path}>{say(renews ? texts.stopRefresh : texts.startRefresh)}</a>
          </p>
        )}
      </main>
    </Shell>
  )
}

function stateText(place: PlaceView): Bilingual {
  const { state, counter } = place
  if (place.isOver && state !== 'done') return texts.over
  if (state === 'called' && counter) return texts.called(counter)
  if (state === 'serving' && counter) return texts.serving(counter)
  if (state === 'held') return texts.held
  if (state === 'no_show') return texts.absent(place.returnUntil)
  if (state === 'done') return texts.done

  return texts.ahead(place.ahead)
}
