import { type Kysely, sql } from 'kysely'
import type { Finding } from '../model/look-first.ts'
import type { Outcome, RequestKind, RequestState } from '../model/request.ts'
import {
  postColumns,
  type RequestPost,
  type RequestRow,
  requestColumns,
  requestTables,
  type StaffRequestRow,
  staffColumns,
} from './request-rows.ts'
import type { CatalogueTables } from './tables.ts'

type Db = Kysely<CatalogueTables>

/** A request as it is written for the first time. */
export interface NewRequest {
  readonly id: string
  readonly tenant: string
  readonly kind: RequestKind
  readonly year: number
  readonly state: 'waiting' | 'open'
  readonly title: string
  readonly body: string
  readonly place?: string | undefined
  readonly resource?: string | undefined
  readonly stems: readonly string[]
  readonly findings: readonly Finding[]
  readonly secretHash: Buffer
  readonly lang: string
  readonly dueOn: string
  readonly at: Date
}

/** Writes a request under the next free number of its tenant, kind and year; gives the number. The row of the number is locked until the end of the transaction, so that no two get the same and none is lost. */
export async function insertRequest(trx: Db, one: NewRequest): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into catalogue_request_number (tenant, kind, year, last) values (${one.tenant}, ${one.kind}, ${one.year}, 1)
    on conflict (tenant, kind, year) do update set last = catalogue_request_number.last + 1 returning last`.execute(trx)
  const number = rows[0]?.last ?? 1
  await sql`insert into catalogue_request (id, tenant, kind, year, number, state, title, body, place, resource, stems, findings, secret_hash, lang, due_on, created_at, changed_at)
    values (${one.id}, ${one.tenant}, ${one.kind}, ${one.year}, ${number}, ${one.state}, ${one.title}, ${one.body}, ${one.place ?? null}, ${one.resource ?? null},
      ${[...one.stems]}, ${[...one.findings]}, ${one.secretHash}, ${one.lang}, ${one.dueOn}, ${one.at}, ${one.at})`.execute(trx)
  return number
}

/** The published request with a number. */
export async function publicRequest(
  db: Db,
  tenant: string,
  kind: RequestKind,
  year: number,
  number: number,
): Promise<RequestRow | undefined> {
  const { rows } = await sql<RequestRow>`select ${requestColumns} from ${requestTables}
    where r.tenant = ${tenant} and r.kind = ${kind} and r.year = ${year} and r.number = ${number} and r.state in ('open', 'answered')`.execute(
    db,
  )
  return rows[0]
}

/** The request of a secret link; inside `withSecret`. */
export async function requestOfSecret(trx: Db, tenant: string, hash: Buffer): Promise<RequestRow | undefined> {
  const { rows } =
    await sql<RequestRow>`select ${requestColumns} from ${requestTables} where r.tenant = ${tenant} and r.secret_hash = ${hash}`.execute(
      trx,
    )
  return rows[0]
}

/** A request of the own tenant, for those who look after it. `lock` keeps others from answering at the same time. */
export async function staffRequest(db: Db, tenant: string, id: string, lock = false): Promise<StaffRequestRow | undefined> {
  if (lock) await sql`select 1 from catalogue_request where tenant = ${tenant} and id = ${id} for update`.execute(db)
  const { rows } =
    await sql<StaffRequestRow>`select ${staffColumns} from ${requestTables} where r.tenant = ${tenant} and r.id = ${id}`.execute(
      db,
    )
  return rows[0]
}

/** What stands under a request; without `kinds` everything whoever asks may see. */
export async function postsOf(db: Db, request: string, kinds?: readonly RequestPost['kind'][]): Promise<RequestPost[]> {
  const { rows } = await sql<RequestPost>`
    select ${postColumns} from catalogue_request_post p left join catalogue_resource made on made.id = p.dataset and made.state = 'published'
    where p.request = ${request} ${kinds ? sql`and p.kind = any(${[...kinds]}::text[])` : sql``} order by p.at, p.id`.execute(db)
  return rows
}

/** The last answer to each of some requests. */
export async function lastAnswers(db: Db, requests: readonly string[]): Promise<Map<string, RequestPost>> {
  if (requests.length === 0) return new Map()
  const { rows } = await sql<RequestPost & { request: string }>`
    select distinct on (p.request) p.request, ${postColumns} from catalogue_request_post p left join catalogue_resource made on made.id = p.dataset and made.state = 'published'
    where p.request = any(${[...requests]}::uuid[]) and p.kind = 'answer' order by p.request, p.at desc, p.id desc`.execute(db)
  return new Map(rows.map((row) => [row.request, row]))
}

export interface NewPost {
  readonly id: string
  readonly tenant: string
  readonly request: string
  readonly kind: RequestPost['kind']
  readonly body: string
  readonly outcome?: Outcome | undefined
  readonly law?: string | undefined
  readonly href?: string | undefined
  readonly dataset?: string | undefined
  readonly plannedUntil?: string | undefined
  readonly office?: string | undefined
  readonly person?: string | undefined
  readonly at: Date
}

/** Writes a post, and with it what happened: whoever follows is told by the job that reads it. */
export async function insertPost(trx: Db, post: NewPost): Promise<void> {
  await sql`insert into catalogue_request_post (id, tenant, request, kind, body, outcome, law, href, dataset, planned_until, office, person, at)
    values (${post.id}, ${post.tenant}, ${post.request}, ${post.kind}, ${post.body}, ${post.outcome ?? null}, ${post.law ?? null}, ${post.href ?? null},
      ${post.dataset ?? null}, ${post.plannedUntil ?? null}, ${post.office ?? null}, ${post.person ?? null}, ${post.at})`.execute(
    trx,
  )
  if (post.kind !== 'note') await requestEvent(trx, post.tenant, post.request, post.kind, post.id)
}

/** Notes that something happened to a request. */
export async function requestEvent(trx: Db, tenant: string, request: string, what: string, post?: string): Promise<void> {
  await sql`insert into platform_event (topic, tenant, subject, payload) values ('catalogue/request-changed', ${tenant}, ${request}, ${JSON.stringify({ what, ...(post ? { post } : {}) })}::jsonb)`.execute(
    trx,
  )
  await sql`select pg_notify('platform_event', '')`.execute(trx)
}

/** The answer that counts from now on. The day of the first one stays: it is what the promise was about. */
export async function setAnswered(
  trx: Db,
  tenant: string,
  id: string,
  answer: { outcome: Outcome; dataset?: string | undefined; plannedUntil?: string | undefined; at: Date },
): Promise<void> {
  await sql`update catalogue_request set state = 'answered', outcome = ${answer.outcome}, dataset = coalesce(${answer.dataset ?? null}, dataset),
    planned_until = ${answer.plannedUntil ?? null}, answered_at = coalesce(answered_at, ${answer.at}), changed_at = ${answer.at}
    where tenant = ${tenant} and id = ${id}`.execute(trx)
}

/** Moves a request from one of some states to another; false when it is in none of them. */
export async function setState(
  trx: Db,
  tenant: string,
  id: string,
  from: readonly RequestState[],
  to: RequestState,
  at: Date,
): Promise<boolean> {
  const { rows } =
    await sql`update catalogue_request set state = ${to}, changed_at = ${at}, closed_at = ${to === 'hidden' || to === 'withdrawn' ? at : null}
    where tenant = ${tenant} and id = ${id} and state = any(${[...from]}::text[]) returning id`.execute(trx)
  return rows.length > 0
}

/** Who looks after a request: a person, an office, or nobody. */
export async function setAssigned(
  trx: Db,
  tenant: string,
  id: string,
  to: { person?: string | undefined; name?: string | undefined },
): Promise<void> {
  await sql`update catalogue_request set assigned_person = ${to.person ?? null}, assigned_name = ${to.name ?? null} where tenant = ${tenant} and id = ${id}`.execute(
    trx,
  )
}

/** The dataset that is to come of a wish: when it is released, the wish is answered by itself. */
export async function setDataset(trx: Db, tenant: string, id: string, dataset: string): Promise<void> {
  await sql`update catalogue_request set dataset = ${dataset} where tenant = ${tenant} and id = ${id}`.execute(trx)
}

/** New words of the author. */
export async function setText(
  trx: Db,
  tenant: string,
  id: string,
  text: {
    title: string
    body: string
    place?: string | undefined
    stems: readonly string[]
    findings: readonly Finding[]
    state: 'waiting' | 'open'
    at: Date
  },
): Promise<void> {
  await sql`update catalogue_request set title = ${text.title}, body = ${text.body}, place = ${text.place ?? null}, stems = ${[...text.stems]}, findings = ${[...text.findings]},
    state = ${text.state}, changed_at = ${text.at} where tenant = ${tenant} and id = ${id}`.execute(trx)
}

/** Counts a browser in; false when it was counted before. Inside `withSecret` with the mark as the secret. */
export async function insertJoin(trx: Db, tenant: string, request: string, mark: Buffer): Promise<boolean> {
  const { rows } =
    await sql`insert into catalogue_request_join (tenant, request, mark) values (${tenant}, ${request}, ${mark}) on conflict do nothing returning request`.execute(
      trx,
    )
  return rows.length > 0
}

/** Whether a mark was counted; inside `withSecret`. */
export async function hasJoined(trx: Db, request: string, mark: Buffer): Promise<boolean> {
  const { rows } = await sql`select 1 from catalogue_request_join where request = ${request} and mark = ${mark}`.execute(trx)
  return rows.length > 0
}
