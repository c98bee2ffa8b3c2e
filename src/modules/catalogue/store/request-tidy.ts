import { type Kysely, sql } from 'kysely'
import type { CatalogueTables } from './tables.ts'

type Db = Kysely<CatalogueTables>

/** What is kept only so long: addresses that nobody confirmed 7 days, of those who were told the final answer 30 days, of those who wait for longer than two years, words that were hidden or withdrawn 30 days. */
export async function forgetRequests(db: Db): Promise<void> {
  await sql`delete from catalogue_subscription where confirmed_at is null and created_at < now() - interval '7 days'`.execute(db)
  await sql`delete from catalogue_subscription s using catalogue_request r
    where s.kind = 'request' and s.subject = r.id::text and (
      (r.state = 'answered' and r.outcome <> 'planned' and r.changed_at < now() - interval '30 days')
      or (r.state in ('hidden', 'withdrawn') and r.changed_at < now() - interval '30 days')
      or r.created_at < now() - interval '2 years')`.execute(db)
  await sql`update catalogue_request set title = '', body = '', place = null, stems = '{}', findings = '{}'
    where state in ('hidden', 'withdrawn') and closed_at < now() - interval '30 days' and (body <> '' or title <> '')`.execute(db)
  await sql`delete from catalogue_request_post p using catalogue_request r
    where p.request = r.id and r.state in ('hidden', 'withdrawn') and r.closed_at < now() - interval '30 days'`.execute(db)
}

/** What is known of somebody by this mark of an address, or by the account with this id. */
export interface RequestsOfPerson {
  readonly subscriptions: readonly {
    kind: string
    subject: string
    label: string
    rhythm: string
    createdAt: Date
    confirmedAt: Date | null
  }[]
  readonly posts: readonly { kind: string; body: string; at: Date }[]
  readonly assigned: readonly { kind: string; year: number; number: number }[]
}

export async function requestsOfPerson(db: Db, mark: Buffer, person: string | undefined): Promise<RequestsOfPerson> {
  const subscriptions = await sql<RequestsOfPerson['subscriptions'][number]>`
    select kind, subject, label, rhythm, created_at as "createdAt", confirmed_at as "confirmedAt" from catalogue_subscription where address_mark = ${mark} order by created_at`.execute(
    db,
  )
  const posts = await sql<RequestsOfPerson['posts'][number]>`
    select kind, body, at from catalogue_request_post where person = ${person ?? null} order by at`.execute(db)
  const assigned = await sql<RequestsOfPerson['assigned'][number]>`
    select kind, year, number from catalogue_request where assigned_person = ${person ?? null} order by created_at`.execute(db)
  return { subscriptions: subscriptions.rows, posts: posts.rows, assigned: assigned.rows }
}

/** Ends what an address subscribed to, and takes an account off what it wrote and looked after. Answers stay: they are the office's. */
export async function eraseOfPerson(db: Db, mark: Buffer, person: string | undefined): Promise<void> {
  await sql`delete from catalogue_subscription where address_mark = ${mark}`.execute(db)
  if (!person) return
  await sql`update catalogue_request_post set person = null where person = ${person}`.execute(db)
  await sql`update catalogue_request set assigned_person = null, assigned_name = null where assigned_person = ${person}`.execute(
    db,
  )
}
