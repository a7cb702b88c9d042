import { createTransport } from 'nodemailer'
import { type Carrier, Undeliverable } from './carrier.ts'

export interface MailSettings {
  /** `smtp://user:password@host:587`, or `smtps://` for TLS from the first byte. */
  url: string
  /** "Công an tỉnh Hà Tĩnh <quay@example.vn>". */
  from: string
}

/** Bounded, so that a silent server is an error which is tried again, well within a worker's lease. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/**
 * Sends by SMTP. A server's answer says only that it took the mail over, so a letter is never more than `sent`.
 *
 * The Message-ID is made from the message's id and stays the same when a try is repeated after a crash: a mailbox
 * that has the first copy can recognise the second.
 */
export function emailCarrier({ url, from }: MailSettings): Carrier & { close(): void } {
  const transport = createTransport({ url, pool: true, maxConnections: 2, ...timeouts })
  const host = /@([^\s@>]+)>?$/.exec(from)?.[1] ?? 'quay.invalid'

  return {
    async send({ id, to, subject, text }) {
      const messageId = `<${id}@${host}>`
      try {
        await transport.sendMail({
          from,
          // As an object: a comma in what somebody typed must not make two addresses of one.
          to: { name: '', address: to },
          subject,
          text,
          messageId,
          headers: { 'Auto-Submitted': 'auto-generated' },
          disableFileAccess: true,
          disableUrlAccess: true,
        })
      } catch (error) {
        throw isForGood(error) ? new Undeliverable((error as Error).message) : error
      }

      return { state: 'sent', carrierId: messageId }
    },
    close: () => transport.close(),
  }
}

/** 5xx to the address is final (RFC 5321 4.2.1). A wrong password is the desk's fault and no reason to give up on people. */
function isForGood(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, responseCode } = error as Error & { code?: string; responseCode?: number }

  return code === 'EENVELOPE' && (responseCode === undefined || responseCode >= 500)
}
