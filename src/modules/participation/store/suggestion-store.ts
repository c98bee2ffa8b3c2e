import { type Kysely, sql } from 'kysely'
import type { Suggestion, SuggestionDraft, SuggestionOutcome } from '../model/suggestion.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

const columns = sql`s.id, s.tenant, s.project, s.number, s.state, s.body, s.author, s.lang, s.hidden_reason as "hiddenReason", s.threshold, s.ends_at as "endsAt",
  s.supporters, s.reached_at as "reachedAt", s.outcome, s.answer, s.answered_at as "answeredAt", s.received_at as "receivedAt"`

/** Suggestions of a project, newest first: public ones where the public asks, all of them where staff does. */
export async function suggestionsOf(db: Db, project: string, limit = 50): Promise<Suggestion[]> {
  const { rows } = await sql<Suggestion>`
    select ${columns} from participation_project_suggestion s where s.project = ${project} order by s.number desc limit ${limit}`.execute(
    db,
  )
  return rows
}

/** A suggestion by its number. */
export async function suggestionByNumber(db: Db, project: string, number: number): Promise<Suggestion | undefined> {
  const { rows } = await sql<Suggestion>`
    select ${columns} from participation_project_suggestion s where s.project = ${project} and s.number = ${number} and s.state = 'public'`.execute(
    db,
  )
  return rows[0]
}

/** A suggestion of a project by its id, held until the transaction ends. */
export async function holdSuggestion(trx: Db, project: string, id: string): Promise<Suggestion | undefined> {
  const { rows } = await sql<Suggestion>`
    select ${columns} from participation_project_suggestion s where s.project = ${project} and s.id = ${id} for update`.execute(
    trx,
  )
  return rows[0]
}

/** What an author's secret link stands for; inside `withSecret`. */
export async function suggestionOfSecret(trx: Db, tenant: string, hash: Buffer): Promise<Suggestion | undefined> {
  const { rows } = await sql<Suggestion>`
    select ${columns} from participation_project_suggestion s where s.tenant = ${tenant} and s.secret_hash = ${hash}`.execute(trx)
  return rows[0]
}

/** Keeps a suggestion; the database refuses it where none may come. Inside `withSecret` with its own secret. */
export async function insertSuggestion(
  trx: Db,
  one: {
    readonly id: string
    readonly tenant: string
    readonly project: string
    readonly draft: SuggestionDraft
    readonly lang: string
    readonly findings: readonly string[]
    readonly secretHash: Buffer
  },
): Promise<void> {
  await sql`insert into participation_project_suggestion (id, tenant, project, number, body, author, lang, findings, secret_hash)
    values (${one.id}, ${one.tenant}, ${one.project}, 0, ${one.draft.body}, ${one.draft.author ?? null}, ${one.lang}, ${[...one.findings]}::text[], ${one.secretHash})`.execute(
    trx,
  )
}

/** Its author takes it back; false when it is too late. Inside `withSecret`. */
export async function takeBackSuggestion(trx: Db, id: string): Promise<boolean> {
  const done = await sql`update participation_project_suggestion set state = 'withdrawn', closed_at = clock_timestamp()
    where id = ${id} and state in ('waiting', 'public')`.execute(trx)
  return Number(done.numAffectedRows ?? 0) > 0
}

/** Publishes what waits or was hidden, with what the tenant laid down for supporters. */
export async function showSuggestion(
  trx: Db,
  id: string,
  { threshold, months }: { threshold: number; months: number },
): Promise<boolean> {
  const done =
    await sql`update participation_project_suggestion set state = 'public', threshold = ${threshold}, hidden_reason = null, closed_at = null,
      ends_at = coalesce(ends_at, clock_timestamp() + make_interval(months => ${months})), published_at = coalesce(published_at, clock_timestamp())
    where id = ${id} and state in ('waiting', 'hidden') and body <> ''`.execute(trx)
  return Number(done.numAffectedRows ?? 0) > 0
}

/** Takes it out of the public, or does not let it in, with the reason. */
export async function hideSuggestion(trx: Db, id: string, reason: string): Promise<boolean> {
  const done =
    await sql`update participation_project_suggestion set state = 'hidden', hidden_reason = ${reason}, closed_at = clock_timestamp()
    where id = ${id} and state in ('waiting', 'public')`.execute(trx)
  return Number(done.numAffectedRows ?? 0) > 0
}

/** The town's answer, once. */
export async function answerSuggestion(trx: Db, id: string, outcome: SuggestionOutcome, answer: string): Promise<boolean> {
  const done =
    await sql`update participation_project_suggestion set outcome = ${outcome}, answer = ${answer}, answered_at = clock_timestamp()
    where id = ${id} and state = 'public' and answered_at is null`.execute(trx)
  return Number(done.numAffectedRows ?? 0) > 0
}

/** Somebody who supports a suggestion, as the link of the mail shows it. */
export interface Support {
  readonly id: string
  readonly confirmedAt: Date | null
  readonly suggestion: string
  readonly number: number
  readonly slug: string
  readonly title: string
}

/** Keeps a wish to support until its address is confirmed; the database refuses it when the time is over. Inside `withSecret`. */
export async function insertSupport(
  trx: Db,
  one: {
    readonly id: string
    readonly tenant: string
    readonly suggestion: string
    readonly addressMark: Buffer
    readonly secretHash: Buffer
  },
): Promise<void> {
  await sql`insert into participation_project_support (id, tenant, suggestion, address_mark, secret_hash)
    values (${one.id}, ${one.tenant}, ${one.suggestion}, ${one.addressMark}, ${one.secretHash})`.execute(trx)
}

/** What the link in the mail stands for; inside `withSecret`. Undefined also when the suggestion is public no longer. */
export async function supportOfSecret(trx: Db, tenant: string, hash: Buffer): Promise<Support | undefined> {
  const { rows } = await sql<Support>`
    select u.id, u.confirmed_at as "confirmedAt", u.suggestion, s.number, p.slug, p.title from participation_project_support u
    join participation_project_suggestion s on s.id = u.suggestion join participation_project p on p.id = s.project
    where u.tenant = ${tenant} and u.secret_hash = ${hash}`.execute(trx)
  return rows[0]
}

/** Confirms; the database counts it, once for each address. Inside `withSecret`. */
export async function confirmSupport(trx: Db, id: string): Promise<void> {
  await sql`update participation_project_support set confirmed_at = clock_timestamp() where id = ${id} and confirmed_at is null`.execute(
    trx,
  )
}

/** Takes it back; inside `withSecret`. */
export async function deleteSupport(trx: Db, id: string): Promise<void> {
  await sql`delete from participation_project_support where id = ${id}`.execute(trx)
}
