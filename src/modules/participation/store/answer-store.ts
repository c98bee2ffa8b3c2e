import { type Kysely, sql } from 'kysely'
import type { Outcome, Reason } from '../model/submission.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

/** What stands under a submission: answers in public, questions and replies between office and author, notes among colleagues. */
export type AnswerKind = 'answer' | 'question' | 'reply' | 'note'

export interface AnswerRow {
  readonly id: string
  readonly kind: AnswerKind
  readonly outcome: Outcome | null
  readonly reason: Reason | null
  readonly body: string
  readonly office: string | null
  readonly at: Date
}

/** Answers and the like under a submission, oldest first. */
export async function answersOf(db: Db, submission: string, kinds: readonly AnswerKind[]): Promise<AnswerRow[]> {
  const { rows } = await sql<AnswerRow>`select id, kind, outcome, reason, body, office, at from participation_answer
    where submission = ${submission} and kind = any(${[...kinds]}::text[]) order by at, id`.execute(db)
  return rows
}
