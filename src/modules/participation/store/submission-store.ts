import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Submission, SubmissionDraft, SubmissionState } from '../model/submission.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

export const submissionColumns = sql`s.id, s.tenant, s.procedure, s.number, s.state, s.title, s.body, s.category, s.place, s.geometry, s.answers, s.author, s.channel, s.identity, s.lang,
  s.merged_into as "mergedInto", s.agree, s.neutral, s.disagree, s.comments, s.outcome, s.decision, s.version,
  s.received_at as "receivedAt", s.changed_at as "changedAt", s.answered_at as "answeredAt", s.received_on as "receivedOn", s.confirmed_at as "confirmedAt"`

/** A new submission as it is written. */
export interface NewSubmission {
  readonly id: string
  readonly tenant: string
  readonly procedure: string
  readonly state: SubmissionState
  readonly draft: SubmissionDraft
  readonly answers?: Readonly<Record<string, unknown>>
  readonly channel: Submission['channel']
  readonly identity: Submission['identity']
  readonly lang: string
  readonly stems: readonly string[]
  readonly findings: readonly string[]
  readonly secretHash: Buffer
  /** Staff enters what came after the end. */
  readonly late?: boolean
  /** It waited for the link in a mail under the same id: it came when that came. */
  readonly confirms?: boolean
}

/** When what is written came: now, or when what waited under the same id came. */
export const cameAt = (id: string, confirms: boolean | undefined) =>
  confirms ? sql`(select w.received_at from participation_pending w where w.id = ${id})` : sql`clock_timestamp()`

/**
 * Writes a submission under the next number of its procedure, and its original beside it. Whether it is still time is decided by the
 * row's policy, by the database's clock in this very statement: PostgreSQL then refuses with 42501. Gives number and moment.
 */
export async function insertSubmission(trx: Db, one: NewSubmission): Promise<{ number: number; receivedAt: Date }> {
  const { draft } = one
  const { rows: numbers } = await sql<{
    last: number
  }>`insert into participation_number (procedure, tenant, last) values (${one.procedure}, ${one.tenant}, 1)
    on conflict (procedure) do update set last = participation_number.last + 1 returning last`.execute(trx)
  const number = numbers[0]?.last ?? 1
  const geometry = draft.geometry ? JSON.stringify(draft.geometry) : null
  const { rows } = await sql<{ receivedAt: Date }>`
    insert into participation_submission (id, tenant, procedure, number, state, title, body, category, place, geometry, answers, author, channel, identity, lang, stems, findings, secret_hash, late, received_at, confirmed_at)
    values (${one.id}, ${one.tenant}, ${one.procedure}, ${number}, ${one.state}, ${draft.title}, ${draft.body}, ${draft.category ?? null}, ${draft.place ?? null}, ${geometry}::jsonb,
      ${JSON.stringify(one.answers ?? {})}::jsonb, ${draft.author ?? null}, ${one.channel}, ${one.identity}, ${one.lang}, ${[...one.stems]}::text[], ${[...one.findings]}::text[], ${one.secretHash}, ${one.late ?? false}, ${cameAt(one.id, one.confirms)}, ${one.confirms ? sql`clock_timestamp()` : sql`null`})
    returning received_at as "receivedAt"`.execute(trx)
  const receivedAt = rows[0]?.receivedAt ?? new Date(Number.NaN)
  const content = JSON.stringify({
    title: draft.title,
    body: draft.body,
    category: draft.category ?? null,
    place: draft.place ?? null,
    geometry: draft.geometry ?? null,
    answers: one.answers ?? {},
    author: draft.author ?? null,
    channel: one.channel,
  })
  await sql`insert into participation_original (submission, tenant, content, hash, received_at)
    values (${one.id}, ${one.tenant}, ${content}::jsonb, ${createHash('sha256').update(content).digest()}, ${receivedAt})`.execute(
    trx,
  )
  return { number, receivedAt }
}

/** How a list of submissions is ordered. */
export const orders = ['new', 'agreed', 'talked'] as const
export type Order = (typeof orders)[number]

const keys: Readonly<Record<Order, ReturnType<typeof sql>>> = {
  new: sql`s.number`,
  agreed: sql`s.agree, s.number`,
  talked: sql`s.comments, s.number`,
}
const falling: Readonly<Record<Order, ReturnType<typeof sql>>> = {
  new: sql`s.number desc`,
  agreed: sql`s.agree desc, s.number desc`,
  talked: sql`s.comments desc, s.number desc`,
}

export interface ListFilter {
  readonly category?: string | undefined
  readonly outcome?: string | undefined
  /** Words as stems: all of them must be there. */
  readonly stems?: readonly string[] | undefined
}

/** Public submissions of a procedure behind the one with the number `after`; by keys of an index, whatever the page. */
export async function listSubmissions(
  db: Db,
  procedure: string,
  filter: ListFilter,
  order: Order,
  after: number | undefined,
  limit: number,
): Promise<Submission[]> {
  const behind =
    after === undefined
      ? sql``
      : sql`and (${keys[order]}) < (select ${keys[order]} from participation_submission s where s.procedure = ${procedure} and s.number = ${after})`
  const { rows } = await sql<Submission>`select ${submissionColumns} from participation_submission s
    where s.procedure = ${procedure} and s.state = 'public' ${narrowed(filter)} ${behind} order by ${falling[order]} limit ${limit}`.execute(
    db,
  )
  return rows
}

const narrowed = ({ category, outcome, stems }: ListFilter) => sql`
  ${category ? sql`and s.category = ${category}` : sql``} ${outcome ? (outcome === 'open' ? sql`and s.outcome is null` : sql`and s.outcome = ${outcome}`) : sql``}
  ${stems && stems.length > 0 ? sql`and s.stems @> ${[...stems]}::text[]` : sql``}`

/** How many there are. */
export async function countSubmissions(db: Db, procedure: string, filter: ListFilter): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from participation_submission s where s.procedure = ${procedure} and s.state = 'public' ${narrowed(filter)}`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}

/** A public submission by its number; what was merged is found too, so that its address leads on. */
export async function submissionByNumber(db: Db, procedure: string, number: number): Promise<Submission | undefined> {
  const { rows } = await sql<Submission>`select ${submissionColumns} from participation_submission s
    where s.procedure = ${procedure} and s.number = ${number} and s.state in ('public', 'merged')`.execute(db)
  return rows[0]
}

/** What stands behind a secret link; the connection must know the secret. `locked`: nobody changes it until the transaction ends. */
export async function submissionOfSecret(trx: Db, tenant: string, hash: Buffer, locked = false): Promise<Submission | undefined> {
  const { rows } =
    await sql<Submission>`select ${submissionColumns} from participation_submission s where s.tenant = ${tenant} and s.secret_hash = ${hash} ${locked ? sql`for update` : sql``}`.execute(
      trx,
    )
  return rows[0]
}

/** Submissions of a procedure that share words with a text, most shared words first. */
export async function similarSubmissions(
  db: Db,
  procedure: string,
  stems: readonly string[],
  limit: number,
): Promise<Submission[]> {
  if (stems.length === 0) return []
  const { rows } = await sql<Submission>`select ${submissionColumns} from participation_submission s
    cross join lateral (select count(*) as n from unnest(s.stems) one where one = any(${[...stems]}::text[])) shared
    where s.procedure = ${procedure} and s.state = 'public' and s.stems && ${[...stems]}::text[] and shared.n >= ${Math.min(2, stems.length)}
    order by shared.n desc, s.agree desc, s.number desc limit ${limit}`.execute(db)
  return rows
}

/** How many there are by category and channel, for the figures of a procedure. */
export interface SubmissionFigures {
  readonly byCategory: readonly { readonly category: string | null; readonly count: number }[]
  readonly onPaper: number
  readonly agreements: number
  readonly answered: number
}

/** One statement over the public submissions of a procedure. */
export async function submissionFigures(db: Db, procedure: string): Promise<SubmissionFigures> {
  const { rows } = await sql<{ category: string | null; count: number; paper: number; agreements: number; answered: number }>`
    select s.category, count(*)::int as count, (count(*) filter (where s.channel <> 'web'))::int as paper, sum(s.agree)::int as agreements, count(s.outcome)::int as answered
    from participation_submission s where s.procedure = ${procedure} and s.state = 'public' group by s.category order by count(*) desc`.execute(
    db,
  )
  const sum = (key: 'paper' | 'agreements' | 'answered') => rows.reduce((all, row) => all + row[key], 0)
  return {
    byCategory: rows.map(({ category, count }) => ({ category, count })),
    onPaper: sum('paper'),
    agreements: sum('agreements'),
    answered: sum('answered'),
  }
}

/** Keeps the present wording as a former one, and writes a new one. */
export async function reword(
  trx: Db,
  one: Submission,
  draft: SubmissionDraft,
  by: {
    readonly who: 'author' | 'staff'
    readonly reason: string
    readonly state: SubmissionState
    readonly findings: readonly string[]
    readonly stems: readonly string[]
  },
): Promise<void> {
  await sql`insert into participation_version (submission, version, tenant, title, body, category, place, geometry, answers, replaced_by, reason)
    values (${one.id}, ${one.version}, ${one.tenant}, ${one.title}, ${one.body}, ${one.category}, ${one.place}, ${one.geometry ? JSON.stringify(one.geometry) : null}::jsonb, ${JSON.stringify(one.answers)}::jsonb, ${by.who}, ${by.reason})`.execute(
    trx,
  )
  await sql`update participation_submission set title = ${draft.title}, body = ${draft.body}, category = ${draft.category ?? null}, place = ${draft.place ?? null},
      geometry = ${draft.geometry ? JSON.stringify(draft.geometry) : null}::jsonb, state = ${by.state}, findings = ${[...by.findings]}::text[], stems = ${[...by.stems]}::text[],
      version = version + 1, changed_at = clock_timestamp() where tenant = ${one.tenant} and id = ${one.id}`.execute(trx)
}

/** Another state, where it is in one of those it may go from; false when it is not. */
export async function setSubmissionState(
  trx: Db,
  tenant: string,
  id: string,
  from: readonly SubmissionState[],
  to: SubmissionState,
): Promise<boolean> {
  const done = await sql`update participation_submission set state = ${to}, changed_at = clock_timestamp(),
      closed_at = case when ${to} in ('hidden', 'withdrawn') then clock_timestamp() end
    where tenant = ${tenant} and id = ${id} and state = any(${[...from]}::text[])`.execute(trx)
  return Number(done.numAffectedRows ?? 0) > 0
}

/** A public submission by its id. */
export async function submissionById(db: Db, id: string): Promise<Submission | undefined> {
  const { rows } =
    await sql<Submission>`select ${submissionColumns} from participation_submission s where s.id = ${id} and s.state in ('public', 'merged')`.execute(
      db,
    )
  return rows[0]
}
