import { type Kysely, sql } from 'kysely'
import type { Submission } from '../../../model/submission.ts'
import type { AnswerRow } from '../../../store/answer-store.ts'
import { submissionColumns } from '../../../store/submission-store.ts'
import type { ParticipationTables } from '../../../store/tables.ts'

type Db = Kysely<ParticipationTables>

/** The answers in public to some submissions, oldest first. One question. */
export async function answersToMany(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, readonly AnswerRow[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<AnswerRow & { submission: string }>`
    select submission, id, kind, outcome, reason, body, office, at from participation_answer
    where kind = 'answer' and submission = any(${[...ids]}::uuid[]) order by at, id`.execute(db)
  return Map.groupBy(rows, ({ submission }) => submission)
}

/** What the office answered to a paragraph, once however many it answered with it. */
export interface ParagraphAnswer extends AnswerRow {
  readonly theme: string
  /** So many contributions got it. */
  readonly to: number
}

/** The newest answers under some themes, at most three each. One question. */
export async function answersUnder(db: Db, procedure: string, themes: readonly string[]): Promise<ParagraphAnswer[]> {
  if (themes.length === 0) return []
  const { rows } = await sql<ParagraphAnswer>`
    select theme, kind, outcome, reason, body, office, at, "to", id from (
      select s.category as theme, a.kind, a.outcome, a.reason, a.body, a.office, max(a.at) as at, count(*)::int as "to", min(a.id::text) as id,
        row_number() over (partition by s.category order by max(a.at) desc) as place
      from participation_submission s join participation_answer a on a.submission = s.id and a.kind = 'answer'
      where s.procedure = ${procedure} and s.category = any(${[...themes]}::text[]) and s.state = 'public' and s.outcome is not null
      group by s.category, a.kind, a.outcome, a.reason, a.body, a.office) newest
    where place <= 3 order by theme, at desc`.execute(db)
  return rows
}

/** A contribution with its newest answer, where its paragraph stands, and that paragraph's words in the version it speaks of. */
export interface SynopsisRow extends Submission {
  readonly position: number
  readonly key: string
  readonly standing: string | null
  readonly reason: string | null
  readonly answer: string | null
  readonly office: string | null
}

/** Where a page of the synopsis goes on. */
export interface SynopsisPlace {
  readonly position: number
  readonly number: number
}

/** A theme that names no paragraph of the version that stands comes last, the whole text first. */
const nowhere = 2_147_483_647

/** Contributions in the order of their paragraphs behind a place, for staff. */
export async function synopsisRows(
  db: Db,
  procedure: string,
  version: number,
  filter: { readonly states: readonly Submission['state'][]; readonly open?: boolean },
  after: SynopsisPlace,
  limit: number,
): Promise<SynopsisRow[]> {
  const { rows } = await sql<SynopsisRow>`
    select ${submissionColumns}, s.at_position as position, s.of_key as key, s.standing, a.reason, a.body as answer, a.office
    from (select s.*, participation_text_key(s.category) as of_key, b.body as standing,
        case when participation_text_key(s.category) = '' then -1 else coalesce(b.position, ${nowhere}) end as at_position
      from participation_submission s
      left join participation_text_part b on b.procedure = s.procedure and b.version = ${version} and b.key = participation_text_key(s.category)
      where s.procedure = ${procedure} and s.state = any(${[...filter.states]}::text[]) ${filter.open ? sql`and s.outcome is null` : sql``}) s
    left join lateral (select reason, body, office from participation_answer a where a.submission = s.id and a.kind = 'answer' order by a.at desc, a.id desc limit 1) a on s.outcome is not null
    where (s.at_position, s.number) > (${after.position}, ${after.number}) order by s.at_position, s.number limit ${limit}`.execute(
    db,
  )
  return rows
}

/** The place before the first. */
export const beginning: SynopsisPlace = { position: -2, number: 0 }
