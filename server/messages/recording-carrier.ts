import type pg from 'pg'
import { recordedMessages } from '#db/schema/messages.ts'
import type { MessageChannel } from '#shared/messages/schemas.ts'
import { withTx } from '../platform/db.ts'
import type { Carrier } from './carrier.ts'

/**
 * Keeps letters instead of sending them, for demonstrations and development: the page `/demo/thu` shows them. The
 * same letter twice is kept once, as every carrier with idempotency keys does.
 */
export const recordingCarrier = ({ pool, now }: { pool: pg.Pool; now(): Date }, channel: MessageChannel): Carrier => ({
  async send({ id, dossierId, code, to, subject, text }) {
    await withTx(pool, dossierId === null ? {} : { dossier: dossierId }, (tx) =>
      tx
        .insert(recordedMessages)
        .values({ messageId: id, dossierId, code, channel, address: to, subject, body: text, at: now() })
        .onConflictDoNothing(),
    )

    return { state: 'delivered', carrierId: `recorded-${id}` }
  },
})
