import type { Kysely } from 'kysely'

declare const framed: unique symbol

/** A body with its frame: only `mailText` makes one, so every mail says who sends it and why. */
export interface MailText {
  readonly text: string
  readonly html: string
  readonly [framed]: true
}

export interface MailAddress {
  readonly address: string
  readonly name?: string
}

/** One mail to one person. */
export interface MailDraft extends MailText {
  /** null: the instance itself writes. */
  readonly tenant: string | null
  readonly to: string | MailAddress
  readonly subject: string
  /** Shown as the sender; the address is MAIL_FROM. */
  readonly fromName?: string
  readonly replyTo?: string
  /** https address that ends the subscription with one POST (RFC 8058). */
  readonly listUnsubscribe?: string
  /** After this moment it is not sent any more: what it says is no longer true. */
  readonly validUntil?: Date
}

export interface MailFault {
  readonly field: 'to' | 'subject' | 'text' | 'replyTo' | 'listUnsubscribe'
  readonly fault: 'missing' | 'invalid' | 'long'
}

/** A mail that is fit to be sent; made by `compose`. */
export interface MailMessage extends Omit<MailDraft, 'to'> {
  readonly to: MailAddress
  readonly composed: true
}

/** A mail in the queue as the page for developers shows it. */
export interface ShownMail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly at: Date
}

/** Mails of the house: written into the queue with the change that causes them, sent by a job. */
export interface Mail {
  /** Queues in the caller's transaction; gives the mail's id. */
  queue<Tables>(trx: Kysely<Tables>, message: MailMessage): Promise<string>
  /** The newest mails; undefined unless this is a demonstration without a mail server, for mails hold keys to accounts. */
  readonly recent: ((limit: number) => Promise<ShownMail[]>) | undefined
  /** Sends what is due; gives how many went out. The job calls it. */
  sendDue(): Promise<number>
  /** Removes what was kept long enough. */
  forget(): Promise<void>
  /** Removes all mails to an address, sent or not, in the caller's transaction: its owner erases the account. */
  forgetAddress<Tables>(trx: Kysely<Tables>, address: string): Promise<void>
}
