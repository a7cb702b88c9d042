import { privacyTexts as texts } from '#shared/i18n/account.ts'
import { sayIn } from '#shared/i18n/say.ts'
import { type PageContext, Shell } from './shell.tsx'

/** What is kept of a person, why, who reads it, and what that person may ask: a notice, no box to tick. */
export function PrivacyPage({ context }: { context: PageContext }) {
  const say = sayIn(context.language)
  const parts = [
    { title: texts.why, text: texts.whyText },
    { title: texts.who, text: texts.whoText },
    { title: texts.how, text: texts.howText },
    { title: texts.long, text: texts.longText },
    { title: texts.device, text: texts.deviceText },
  ]

  return (
    <Shell context={context} title={say(texts.title)}>
      <main id="noi-dung" className="wrap stack">
        <h1>{say(texts.title)}</h1>
        {parts.map(({ title, text }) => (
          <section key={title.vi} className="stack-tight">
            <h2>{say(title)}</h2>
            <p>{say(text)}</p>
          </section>
        ))}
        <section className="stack-tight">
          <h2>{say(texts.rights)}</h2>
          <p>{say(texts.rightsIntro)}</p>
          <ul>
            <li>{say(texts.rightReply)}</li>
            <li>{say(texts.rightCopy)}</li>
            <li>{say(texts.rightDelete)}</li>
          </ul>
        </section>
      </main>
    </Shell>
  )
}
