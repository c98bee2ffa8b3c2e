import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { MailMessage, ShownMail } from './port.ts'

/** A mail that this process may send until its claim ends. */
export interface DueMail {
  readonly id: string
  readonly to_address: string
  readonly to_name: string | null
  readonly from_name: string | null
  readonly reply_to: string | null
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly list_unsubscribe: string | null
  readonly created_at: Date
  readonly attempts: number
}

type Db = Kysely<unknown>

/** Writes a mail into the queue; gives its id. */
export async function insertMail(db: Db, mail: MailMessage): Promise<string> {
  const id = randomUUID()
  await sql`
    insert into platform_mail (id, tenant, to_address, to_name, from_name, reply_to, subject, text, html, list_unsubscribe, valid_until)
    values (${id}, ${mail.tenant}, ${mail.to.address}, ${mail.to.name ?? null}, ${mail.fromName ?? null}, ${mail.replyTo ?? null},
      ${mail.subject}, ${mail.text}, ${mail.html}, ${mail.listUnsubscribe ?? null}, ${mail.validUntil?.toISOString() ?? null}::timestamptz)`.execute(
    db,
  )
  return id
}

const open = sql`sent_at is null and given_up_at is null`

/** Takes the mail that has waited longest, for five minutes: nobody else gets it meanwhile. */
export async function claimMail(db: Db): Promise<DueMail | undefined> {
  const { rows } = await sql<DueMail>`
    update platform_mail set claimed_until = now() + interval '5 minutes', attempts = attempts + 1
    where id = (
      select id from platform_mail where ${open} and next_try_at <= now() and (claimed_until is null or claimed_until < now())
      order by next_try_at, created_at limit 1 for update skip locked)
    returning id, to_address, to_name, from_name, reply_to, subject, text, html, list_unsubscribe, created_at, attempts`.execute(
    db,
  )
  return rows[0]
}

const end = sql`claimed_until = null, delete_after = now() + interval '7 days'`

export async function mailSent(db: Db, id: string): Promise<void> {
  await sql`update platform_mail set sent_at = now(), error = null, ${end} where id = ${id}`.execute(db)
}

/** The server did not take this mail: once more in so many seconds, or never. */
export async function mailRefused(db: Db, id: string, error: string, after: number | undefined): Promise<void> {
  await (after === undefined
    ? sql`update platform_mail set given_up_at = now(), error = ${error}, ${end} where id = ${id}`
    : sql`update platform_mail set claimed_until = null, error = ${error}, next_try_at = now() + make_interval(secs => ${after}) where id = ${id}`
  ).execute(db)
}

/** The server is away: that is not the mail's fault, so the attempt does not count. Another one is first the next time. */
export async function mailWaits(db: Db, id: string, error: string): Promise<void> {
  await sql`update platform_mail set claimed_until = null, error = ${error}, attempts = attempts - 1, next_try_at = now() + interval '30 seconds' where id = ${id}`.execute(
    db,
  )
}

/** Mails that nobody needs to get any more. */
export async function giveUpExpired(db: Db): Promise<void> {
  await sql`update platform_mail set given_up_at = now(), error = 'expired', ${end}
    where ${open} and valid_until < now() and (claimed_until is null or claimed_until < now())`.execute(db)
}

/** Removes mails whose time is over; with `unsent` also those that nobody will ever send, after fourteen days. */
export async function deleteOldMail(db: Db, unsent: boolean): Promise<void> {
  await sql`delete from platform_mail where delete_after < now()`.execute(db)
  if (unsent) await sql`delete from platform_mail where ${open} and created_at < now() - interval '14 days'`.execute(db)
}

/** How many wait, for how many seconds the oldest that is due does, and how many were given up and are still kept. */
export async function mailFigures(db: Db): Promise<{ waiting: number; oldest: number; given_up: number }> {
  const { rows } = await sql<{ waiting: number; oldest: number; given_up: number }>`
    select count(*) filter (where ${open})::int as waiting,
      coalesce(extract(epoch from now() - min(created_at) filter (where ${open})), 0)::float8 as oldest,
      count(*) filter (where given_up_at is not null)::int as given_up from platform_mail`.execute(db)
  return rows[0] ?? { waiting: 0, oldest: 0, given_up: 0 }
}

/** The newest mails in the queue. */
export async function recentMail(db: Db, limit: number): Promise<ShownMail[]> {
  const { rows } = await sql<ShownMail>`
    select id, to_address as to, subject, text, created_at as at from platform_mail order by created_at desc, id limit ${limit}`.execute(
    db,
  )
  return rows
}

/** Removes all mails to an address. */
export async function deleteMailTo(db: Db, address: string): Promise<void> {
  await sql`delete from platform_mail where lower(to_address) = lower(${address})`.execute(db)
}
