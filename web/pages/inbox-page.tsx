import { inboxTexts as texts } from '#shared/i18n/inbox.ts'
import { sayIn } from '#shared/i18n/say.ts'
import type { RecordedMessageView } from '#shared/messages/schemas.ts'
import { formatInstant } from '#shared/text/format.ts'
import { type PageContext, Shell } from './shell.tsx'

const channels: Readonly<Record<RecordedMessageView['channel'], string>> = { email: 'E-mail', zalo: 'Zalo', sms: 'SMS' }

/** Every recorded message, as its reader would see it, with the way to its dossier. */
export function InboxPage({ context, letters }: { context: PageContext; letters: readonly RecordedMessageView[] }) {
  const say = sayIn(context.language)

  return (
    <Shell context={context} title={say(texts.title)}>
      <main id="noi-dung" className="wrap stack">
        <div className="stack-tight">
          <h1>{say(texts.title)}</h1>
          <p className="quiet">{say(texts.intro)}</p>
        </div>
        {letters.length === 0 && <p>{say(texts.empty)}</p>}
        {letters.map(({ id, channel, address, subject, body, at, trackingHref }) => (
          <article key={id} className="panel stack-tight" lang="vi">
            <h2 className="panel-title">{subject}</h2>
            <p className="quiet">
              {`${channels[channel]} · ${say(texts.to)} ${address} · ${formatInstant(at, context.language)}`}
            </p>
            {body.split('\n\n').map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            {trackingHref && (
              <p>
                <a href={trackingHref}>{say(texts.open)}</a>
              </p>
            )}
          </article>
        ))}
      </main>
    </Shell>
  )
}
