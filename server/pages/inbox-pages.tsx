import type { FastifyPluginAsync } from 'fastify'
import { InboxPage } from '#web/pages/inbox-page.tsx'
import { recordedLetters } from '../messages/recorded-messages.ts'
import type { Deps } from '../platform/deps.ts'
import type { BuiltWeb } from './assets.ts'
import { pageContext } from './page-context.ts'
import { sendPage } from './send-page.ts'

/** The demonstration's letter box: what residents would have received. In production this address does not exist. */
export const inboxPages: FastifyPluginAsync<{ deps: Deps; web: BuiltWeb }> = async (app, { deps, web }) => {
  app.get('/demo/thu', { schema: { hide: true } }, async (request, reply) =>
    sendPage(
      reply,
      <InboxPage context={pageContext(deps, request, reply, web.pages)} letters={await recordedLetters(deps)} />,
      { isPersonal: true },
    ),
  )
}
