import { type Kysely, sql } from 'kysely'
import { type NoticeDecision, type NoticeDraft, type NoticeReason, noticeNumber } from '../model/notice.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

/** A notice as staff and whoever sent it see it. */
export interface Notice {
  readonly id: string
  readonly tenant: string
  readonly year: number
  readonly number: number
  readonly procedure: string
  readonly submission: string
  readonly comment: string | null
  readonly address: string
  readonly reason: NoticeReason
  readonly body: string
  readonly name: string | null
  readonly lang: string
  readonly state: 'open' | 'decided'
  readonly decision: NoticeDecision | null
  readonly receivedAt: Date
  readonly decidedAt: Date | null
}

const columns = sql`n.id, n.tenant, n.year, n.number, n.procedure, n.submission, n.comment, n.address, n.reason, n.body, n.name, n.lang, n.state, n.decision,
  n.received_at as "receivedAt", n.decided_at as "decidedAt"`

/** What can be reported: a public submission, or a comment under it. */
export interface Reported {
  readonly procedure: string
  readonly slug: string
  readonly prefix: string
  readonly submission: string
  readonly number: number
  readonly title: string
  readonly comment: string | null
  readonly commentBody: string | null
}

/** The public thing that a number names; `slug` narrows where two procedures have the same prefix. Undefined when none or several. */
export async function reportedThing(
  db: Db,
  tenant: string,
  named: { prefix: string; number: number; slug: string | undefined; comment: string | undefined },
): Promise<Reported | undefined> {
  const { rows } = await sql<Reported>`
    select p.id as procedure, p.slug, p.prefix, s.id as submission, s.number, s.title, c.id as comment, c.body as "commentBody"
    from participation_procedure p join participation_submission s on s.procedure = p.id
    left join participation_comment c on c.id = ${named.comment ?? null}::uuid and c.submission = s.id and c.state = 'public'
    where p.tenant = ${tenant} and p.prefix = ${named.prefix} and s.number = ${named.number} and p.state = 'public' and s.state = 'public'
      ${named.slug ? sql`and p.slug = ${named.slug}` : sql``} limit 2`.execute(db)
  const [one] = rows
  return rows.length === 1 && (!named.comment || one?.comment) ? one : undefined
}

/** Writes a notice under the next number of the year. Inside `withSecret` with its own secret. */
export async function insertNotice(
  trx: Db,
  one: {
    readonly id: string
    readonly tenant: string
    readonly about: Reported
    readonly address: string
    readonly draft: NoticeDraft
    readonly lang: string
    readonly secretHash: Buffer
    readonly addressMark: Buffer | undefined
  },
): Promise<{ year: number; number: number }> {
  const { rows } = await sql<{ year: number; number: number }>`
    insert into participation_notice_number (tenant, year, last) values (${one.tenant}, extract(year from now() at time zone 'Europe/Berlin')::int, 1)
    on conflict (tenant, year) do update set last = participation_notice_number.last + 1 returning year, last as number`.execute(
    trx,
  )
  const { year = 0, number = 0 } = rows[0] ?? {}
  const { about, draft } = one
  await sql`insert into participation_notice (id, tenant, year, number, procedure, submission, comment, address, reason, body, name, lang, secret_hash)
    values (${one.id}, ${one.tenant}, ${year}, ${number}, ${about.procedure}, ${about.submission}, ${about.comment}, ${one.address}, ${draft.reason}, ${draft.body},
      ${draft.name ?? null}, ${one.lang}, ${one.secretHash})`.execute(trx)
  if (draft.email && one.addressMark)
    await sql`insert into participation_notice_address (notice, tenant, email, address_mark) values (${one.id}, ${one.tenant}, ${draft.email}, ${one.addressMark})`.execute(
      trx,
    )
  return { year, number }
}

/** The notice of a secret link; inside `withSecret`. */
export async function noticeOfSecret(trx: Db, tenant: string, hash: Buffer): Promise<Notice | undefined> {
  const { rows } =
    await sql<Notice>`select ${columns} from participation_notice n where n.tenant = ${tenant} and n.secret_hash = ${hash}`.execute(
      trx,
    )
  return rows[0]
}

/** A notice of a tenant; locked until the end of the transaction if wanted. */
export async function noticeById(db: Db, tenant: string, id: string, locked = false): Promise<Notice | undefined> {
  const { rows } =
    await sql<Notice>`select ${columns} from participation_notice n where n.tenant = ${tenant} and n.id = ${id} ${locked ? sql`for update` : sql``}`.execute(
      db,
    )
  return rows[0]
}

/** Notices of a tenant, open ones oldest first, decided ones newest first, behind the one with the id `after`. */
export async function listNotices(
  db: Db,
  tenant: string,
  state: Notice['state'],
  after: string | undefined,
  limit: number,
): Promise<(Notice & { prefix: string; of: number; title: string })[]> {
  const open = state === 'open'
  const key = after
    ? sql`(select received_at, id from participation_notice where tenant = ${tenant} and id = ${after})`
    : undefined
  const behind = key ? (open ? sql`and (n.received_at, n.id) > ${key}` : sql`and (n.received_at, n.id) < ${key}`) : sql``
  const { rows } = await sql<Notice & { prefix: string; of: number; title: string }>`
    select ${columns}, p.prefix, s.number as of, s.title from participation_notice n
    join participation_procedure p on p.id = n.procedure join participation_submission s on s.id = n.submission
    where n.tenant = ${tenant} and n.state = ${state} ${behind}
    order by ${open ? sql`n.received_at, n.id` : sql`n.received_at desc, n.id desc`} limit ${limit}`.execute(db)
  return rows
}

/** Open notices on a submission or the comments under it. */
export async function openNoticesOn(db: Db, submission: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; year: number; number: number }>`
    select id, year, number from participation_notice where submission = ${submission} and state = 'open' order by received_at limit 20`.execute(
    db,
  )
  return rows.map((one) => ({ id: one.id, name: noticeNumber(one) }))
}

/** Notes what was decided. */
export async function setNoticeDecided(trx: Db, id: string, decision: NoticeDecision): Promise<void> {
  await sql`update participation_notice set state = 'decided', decision = ${decision}, decided_at = clock_timestamp() where id = ${id}`.execute(
    trx,
  )
}
