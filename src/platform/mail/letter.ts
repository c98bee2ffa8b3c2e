import type { Kysely } from 'kysely'
import type { Translate } from '#kernel/locale.ts'
import type { Site } from '#kernel/site.ts'
import { compose } from './compose.ts'
import { mailText } from './mail-text.ts'
import type { Mail } from './port.ts'

/** What a mail of a room says; the frame is put around it when it is sent. Everything is text. */
export interface Letter {
  readonly site: Pick<Site, 'id' | 'name' | 'contact'>
  readonly to: string
  readonly subject: string
  readonly paragraphs: readonly string[]
  /** What one may do now, as links of their own lines. */
  readonly ways: readonly { readonly text: string; readonly href: string }[]
  /** Why this mail comes. */
  readonly reason: string
  /** Ends it with one POST (RFC 8058). */
  readonly unsubscribe?: string
  readonly validUntil?: Date
}

/** Queues a letter in the caller's transaction: with it, or not at all. `t` knows the texts of the mail frame in the reader's language. */
export async function sendLetter<Tables>(
  mail: Pick<Mail, 'queue'>,
  trx: Kysely<Tables>,
  t: Translate,
  letter: Letter,
): Promise<void> {
  const { site, to, subject, paragraphs, ways, reason, unsubscribe, validUntil } = letter
  const [first, ...others] = ways
  const framed = mailText({
    site,
    t,
    paragraphs: [...paragraphs, ...others.map((way) => `${way.text}:\n${way.href}`)],
    ...(first ? { action: { label: first.text, url: first.href } } : {}),
    why: reason,
  })
  const message = compose({
    ...framed,
    tenant: site.id,
    to,
    subject,
    fromName: site.name,
    // RFC 8058 wants https; the demonstration on a laptop has none.
    ...(unsubscribe?.startsWith('https://') ? { listUnsubscribe: unsubscribe } : {}),
    ...(validUntil ? { validUntil } : {}),
  })
  // An address that a room's own reader took and ours does not: nobody is written to, and nothing else is lost.
  if (message.ok) await mail.queue(trx, message.value)
}
