import { desc } from 'drizzle-orm'
import { recordedMessages } from '#db/schema/messages.ts'
import { trackingAddress } from '#shared/dossiers/tracking-address.ts'
import type { RecordedMessageView } from '#shared/messages/schemas.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { trackingKeyOf } from '../platform/tracking-key.ts'

const shownAtOnce = 200

/**
 * What a demonstration recorded in place of sending it, the newest first, each with the address that opens its
 * dossier. Only outside production: there the key of a dossier is given to nobody but on its receipt.
 */
export async function recordedLetters({
  pool,
  keys,
  config,
}: Pick<Deps, 'pool' | 'keys' | 'config'>): Promise<RecordedMessageView[]> {
  if (config.isProduction) return []
  const rows = await withTx(pool, {}, (tx) =>
    tx
      .select()
      .from(recordedMessages)
      .orderBy(desc(recordedMessages.at), desc(recordedMessages.messageId))
      .limit(shownAtOnce),
  )

  return rows.map(({ messageId, dossierId, code, channel, address, subject, body, at }) => ({
    id: messageId,
    channel,
    address,
    subject,
    body,
    at,
    code,
    trackingHref: dossierId && trackingAddress('', code, trackingKeyOf(keys.hmac, dossierId)),
  }))
}
