import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from './tables.ts'

/** A wording that was replaced. */
export interface FormerWording {
  readonly version: number
  readonly title: string
  readonly body: string
  readonly replacedBy: 'author' | 'staff'
  /** A code, where staff replaced it. */
  readonly reason: string
  readonly at: Date
}

/** Former wordings of a submission, newest first. */
export async function formerWordings(db: Kysely<ParticipationTables>, submission: string): Promise<FormerWording[]> {
  const { rows } =
    await sql<FormerWording>`select version, title, body, replaced_by as "replacedBy", reason, at from participation_version
    where submission = ${submission} order by version desc limit 50`.execute(db)
  return rows
}

/** Former wordings of a comment, newest first. */
export async function formerCommentWordings(db: Kysely<ParticipationTables>, comment: string): Promise<FormerWording[]> {
  const { rows } =
    await sql<FormerWording>`select version, '' as title, body, 'staff' as "replacedBy", reason, at from participation_comment_version
    where comment = ${comment} order by version desc limit 50`.execute(db)
  return rows
}
