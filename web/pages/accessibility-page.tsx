import { accessibilityTexts as texts } from '#shared/i18n/accessibility.ts'
import { sayIn } from '#shared/i18n/say.ts'
import { type PageContext, Shell } from './shell.tsx'

/** The statement on languages and accessibility: what can be chosen, what is missing, whom to tell. */
export function AccessibilityPage({ context }: { context: PageContext }) {
  const say = sayIn(context.language)

  return (
    <Shell context={context} title={say(texts.title)}>
      <main id="noi-dung" className="wrap stack">
        <h1>{say(texts.title)}</h1>
        <p>{say(texts.promise)}</p>
        <section className="stack-tight">
          <h2>{say(texts.can)}</h2>
          <ul>
            {[texts.language, texts.text, texts.aloud, texts.keyboard, texts.time].map((text) => (
              <li key={text.vi}>{say(text)}</li>
            ))}
          </ul>
        </section>
        <section className="stack-tight">
          <h2>{say(texts.short)}</h2>
          <p>{say(texts.missing)}</p>
          <p>{say(texts.tell)}</p>
        </section>
      </main>
    </Shell>
  )
}
