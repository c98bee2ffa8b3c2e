import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { ModeratedKind } from '../model/moderation.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

/** One line of the queue: a submission or a comment. */
export interface QueueRow {
  readonly kind: ModeratedKind
  readonly id: string
  readonly state: string
  readonly prefix: string
  /** Number of the submission, or of the one that the comment stands under. */
  readonly number: number
  readonly procedureTitle: string
  readonly title: string
  readonly body: string
  readonly findings: readonly string[]
  readonly receivedAt: Date
  /** Notices that nobody decided yet. */
  readonly notices: number
  /** Where the next page begins: what waits comes first, oldest first; the rest newest first. */
  readonly key: string
}

/** Every part narrows. */
export interface QueueFilter {
  readonly procedure?: string | undefined
  readonly kind?: ModeratedKind | undefined
  readonly state?: string | undefined
  readonly finding?: string | undefined
}

const micros = (column: RawBuilder<unknown>) => sql`(extract(epoch from ${column}) * 1000000)::bigint`

function submissions(tenant: string, filter: QueueFilter) {
  return sql`
    select 'submission' as kind, s.id, s.state, s.number, s.title, s.body, s.findings, s.received_at, s.procedure,
      (select count(*)::int from participation_notice n where n.submission = s.id and n.comment is null and n.state = 'open') as notices
    from participation_submission s where s.tenant = ${tenant} and s.state in ('waiting', 'public', 'hidden', 'merged') ${narrowed(filter)}`
}

function comments(tenant: string, filter: QueueFilter) {
  return sql`
    select 'comment' as kind, s.id, s.state, under.number, '' as title, s.body, s.findings, s.received_at, s.procedure,
      (select count(*)::int from participation_notice n where n.comment = s.id and n.state = 'open') as notices
    from participation_comment s join participation_submission under on under.id = s.submission
    where s.tenant = ${tenant} and s.office is null and s.state in ('waiting', 'public', 'hidden') ${narrowed(filter)}`
}

const narrowed = ({ procedure, state, finding }: QueueFilter) => sql`
  ${procedure ? sql`and s.procedure = ${procedure}` : sql``} ${state ? sql`and s.state = ${state}` : sql``}
  ${finding ? sql`and ${finding} = any(s.findings)` : sql``}`

/** Rows of one part (`waiting` or the rest) behind a key; each kind is read by its own index, so a page costs the same everywhere. */
async function part(db: Db, tenant: string, filter: QueueFilter, waits: boolean, after: string | undefined, limit: number) {
  const [at, id] = after?.split('.') ?? []
  const key = sql`(${micros(sql`s.received_at`)}, s.id)`
  const behind =
    at && id ? (waits ? sql`and ${key} > (${at}::bigint, ${id}::uuid)` : sql`and ${key} < (${at}::bigint, ${id}::uuid)`) : sql``
  const order = waits ? sql`received_at, id` : sql`received_at desc, id desc`
  const one = (kind: ModeratedKind, from: RawBuilder<unknown>) =>
    filter.kind && filter.kind !== kind
      ? []
      : [sql`(${from} and s.state ${waits ? sql`=` : sql`<>`} 'waiting' ${behind} order by ${order} limit ${limit})`]
  const parts = [...one('submission', submissions(tenant, filter)), ...one('comment', comments(tenant, filter))]
  const { rows } = await sql<QueueRow>`
    with participation_queued as (${sql.join(parts, sql` union all `)})
    select q.kind, q.id, q.state, q.number, q.title, q.body, q.findings, q.received_at as "receivedAt", q.notices, p.prefix, p.title as "procedureTitle",
      ${waits ? 'w' : 'r'} || '.' || ${micros(sql`q.received_at`)}::text || '.' || q.id::text as key
    from participation_queued q join participation_procedure p on p.id = q.procedure order by ${waits ? sql`q.received_at, q.id` : sql`q.received_at desc, q.id desc`} limit ${limit}`.execute(
    db,
  )
  return rows
}

/** A page of the queue: first what waits, then the rest. `after` is the key of the last row seen. */
export async function listQueue(
  db: Db,
  tenant: string,
  filter: QueueFilter,
  after: string | undefined,
  limit: number,
): Promise<QueueRow[]> {
  const [, where, key] = /^([wr])\.(\d{1,17}\.[0-9a-f-]{36})$/.exec(after ?? '') ?? []
  const first = where === 'r' ? [] : await part(db, tenant, filter, true, key, limit)
  if (first.length >= limit || filter.state === 'waiting') return first
  return [...first, ...(await part(db, tenant, filter, false, where === 'r' ? key : undefined, limit - first.length))]
}

/** How many wait, by kind; and how many notices and objections nobody decided. */
export async function queueFigures(
  db: Db,
  tenant: string,
): Promise<{ submissions: number; comments: number; notices: number; objections: number }> {
  const { rows } = await sql<{ submissions: number; comments: number; notices: number; objections: number }>`select
    (select count(*)::int from participation_submission where tenant = ${tenant} and state = 'waiting') as submissions,
    (select count(*)::int from participation_comment where tenant = ${tenant} and state = 'waiting') as comments,
    (select count(*)::int from participation_notice where tenant = ${tenant} and state = 'open') as notices,
    (select count(*)::int from participation_objection where tenant = ${tenant} and decided_at is null) as objections`.execute(db)
  return rows[0] ?? { submissions: 0, comments: 0, notices: 0, objections: 0 }
}
