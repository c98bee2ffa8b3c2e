import { type Kysely, sql } from 'kysely'
import type { Outcome, RequestKind, RequestState } from '../model/request.ts'
import type { Subscription } from './subscription-store.ts'
import type { CatalogueTables } from './tables.ts'

type Db = Kysely<CatalogueTables>

// Everything here runs as the owner, for the job that tells people what happened: addresses are read nowhere else.

/** How far the job has read what happened. The row is locked until the end of the transaction: two jobs do not collect the same. */
export async function newsCursor(trx: Db, topic: string): Promise<number> {
  const { rows } = await sql<{
    cursor: number
  }>`select cursor from catalogue_news_cursor where topic = ${topic} for update`.execute(trx)
  return rows[0]?.cursor ?? 0
}

export async function setNewsCursor(trx: Db, topic: string, cursor: number): Promise<void> {
  await sql`update catalogue_news_cursor set cursor = ${cursor} where topic = ${topic}`.execute(trx)
}

/** Notes for whoever follows one of these records, or its publisher, that it changed. `views` are pairs of a tenant and one whose views show it. */
export async function collectRecords(
  trx: Db,
  ids: readonly string[],
  change: number,
  views: readonly (readonly [owner: string, view: string])[],
): Promise<void> {
  await sql`
    insert into catalogue_subscription_news (subscription, subject, change)
    select s.id, r.id, ${change} from catalogue_resource r
    join unnest(${views.map(([owner]) => owner)}::uuid[], ${views.map(([, view]) => view)}::uuid[]) as v(owner, view) on v.owner = r.tenant
    join catalogue_subscription s on s.tenant = v.view and s.confirmed_at is not null
      and ((s.kind = 'dataset' and s.subject = r.id::text) or (s.kind = 'publisher' and s.subject = r.publisher_slug and r.state = 'published'))
    where r.id = any(${[...ids]}::uuid[])
    on conflict (subscription, subject) do update set change = excluded.change`.execute(trx)
}

/** The searches that somebody follows, each once. */
export async function followedSearches(trx: Db): Promise<{ tenant: string; subject: string }[]> {
  const { rows } = await sql<{ tenant: string; subject: string }>`
    select distinct tenant, subject from catalogue_subscription where kind = 'search' and confirmed_at is not null`.execute(trx)
  return rows
}

/** Notes for whoever follows a search that it finds something that changed. */
export async function collectFound(
  trx: Db,
  found: readonly { tenant: string; subject: string; id: string }[],
  change: number,
): Promise<void> {
  if (found.length === 0) return
  await sql`
    insert into catalogue_subscription_news (subscription, subject, change)
    select s.id, f.id, ${change}
    from unnest(${found.map((one) => one.tenant)}::uuid[], ${found.map((one) => one.subject)}::text[], ${found.map((one) => one.id)}::uuid[]) as f(tenant, subject, id)
    join catalogue_subscription s on s.kind = 'search' and s.tenant = f.tenant and s.subject = f.subject and s.confirmed_at is not null
    on conflict (subscription, subject) do update set change = excluded.change`.execute(trx)
}

/** Notes for whoever follows a request what stands under it; questions are for the author only. */
export async function collectPosts(trx: Db, posts: readonly { request: string; post: string }[], change: number): Promise<void> {
  if (posts.length === 0) return
  await sql`
    insert into catalogue_subscription_news (subscription, subject, change, at)
    select s.id, p.id, ${change}, p.at from unnest(${posts.map((one) => one.request)}::uuid[], ${posts.map((one) => one.post)}::uuid[]) as f(request, post)
    join catalogue_request_post p on p.id = f.post and p.kind in ('answer', 'question')
    join catalogue_subscription s on s.kind = 'request' and s.subject = f.request::text and s.confirmed_at is not null and (p.kind = 'answer' or s.author)
    on conflict (subscription, subject) do update set change = excluded.change`.execute(trx)
}

/** Wishes that waited for one of these records, now that it is published: answered here, once. Gives what was written. */
export async function answerReleased(trx: Db, ids: readonly string[], at: Date): Promise<{ request: string; post: string }[]> {
  const { rows } = await sql<{ request: string; post: string }>`
    with due as (
      update catalogue_request r set state = 'answered', outcome = 'published', planned_until = null, answered_at = coalesce(r.answered_at, ${at}), changed_at = ${at}
      from catalogue_resource made where made.id = r.dataset and made.state = 'published' and r.dataset = any(${[...ids]}::uuid[]) and r.kind = 'wish'
        and (r.state = 'open' or (r.state = 'answered' and r.outcome = 'planned'))
      returning r.id, r.tenant, r.dataset
    )
    insert into catalogue_request_post (id, tenant, request, kind, body, outcome, dataset, office, at)
    select gen_random_uuid(), due.tenant, due.id, 'answer', '', 'published', due.dataset, null, ${at} from due
    returning request, id as post`.execute(trx)
  return rows
}

/** Somebody to whom something is to be told now. */
export interface DueSubscription extends Omit<Subscription, 'confirmedAt'> {
  readonly email: string
  /** Ids of records or posts, at most 50. */
  readonly news: readonly string[]
  readonly count: number
}

/** Those whose time has come, locked so that another process passes them by. `daily` and `weekly`: whether digests go out in this hour. */
export async function dueSubscriptions(
  trx: Db,
  at: Date,
  digests: { daily: boolean; weekly: boolean },
  limit: number,
): Promise<DueSubscription[]> {
  const { rows } = await sql<DueSubscription>`
    select s.id, s.tenant, s.kind, s.subject, s.label, s.rhythm, s.lang, s.author, a.email, n.news, n.count
    from catalogue_subscription s join catalogue_subscription_address a on a.subscription = s.id
    cross join lateral (
      select (array_agg(one.subject order by one.at desc))[1:50] as news, count(*)::int as count from catalogue_subscription_news one where one.subscription = s.id
    ) n
    where n.count > 0 and s.confirmed_at is not null and exists (select 1 from catalogue_subscription_news e where e.subscription = s.id) and (
      s.rhythm = 'immediate'
      or (s.rhythm = 'daily' and ${digests.daily} and coalesce(s.told_at, '-infinity') < ${at}::timestamptz - interval '20 hours')
      or (s.rhythm = 'weekly' and ${digests.weekly} and coalesce(s.told_at, '-infinity') < ${at}::timestamptz - interval '6 days'))
    order by s.id limit ${limit} for update of s skip locked`.execute(trx)
  return rows
}

/** What was told is told: its notes go. */
export async function markTold(trx: Db, ids: readonly string[], at: Date): Promise<void> {
  await sql`delete from catalogue_subscription_news where subscription = any(${[...ids]}::uuid[])`.execute(trx)
  await sql`update catalogue_subscription set told_at = ${at} where id = any(${[...ids]}::uuid[])`.execute(trx)
}

/** A record that changed, as a mail names it. */
export interface ChangedRecord {
  readonly id: string
  readonly tenant: string
  readonly slug: string
  readonly title: string
  readonly state: string
}

export async function changedRecords(trx: Db, ids: readonly string[]): Promise<Map<string, ChangedRecord>> {
  const { rows } = await sql<ChangedRecord>`
    select id, tenant, slug, title, state from catalogue_resource where id = any(${[...ids]}::uuid[]) and state in ('published', 'withdrawn')`.execute(
    trx,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** A post with its request, as a mail tells it. */
export interface ToldPost {
  readonly id: string
  readonly kind: 'answer' | 'question'
  readonly body: string
  readonly outcome: Outcome | null
  readonly law: string | null
  readonly href: string | null
  readonly plannedUntil: string | null
  readonly office: string | null
  readonly request: string
  readonly requestKind: RequestKind
  readonly year: number
  readonly number: number
  readonly title: string
  readonly state: RequestState
  readonly tenant: string
  readonly slug: string | null
}

export async function toldPosts(trx: Db, ids: readonly string[]): Promise<Map<string, ToldPost>> {
  const { rows } = await sql<ToldPost>`
    select p.id, p.kind, p.body, p.outcome, p.law, p.href, p.planned_until as "plannedUntil", p.office, r.id as request, r.kind as "requestKind", r.year, r.number,
      coalesce(nullif(r.title, ''), about.title, '') as title, r.state, r.tenant, coalesce(made.slug, about.slug) as slug
    from catalogue_request_post p join catalogue_request r on r.id = p.request
    left join catalogue_resource about on about.id = r.resource left join catalogue_resource made on made.id = p.dataset and made.state = 'published'
    where p.id = any(${[...ids]}::uuid[])`.execute(trx)
  return new Map(rows.map((row) => [row.id, row]))
}
