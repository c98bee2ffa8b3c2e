import { type Kysely, sql } from 'kysely'
import type { AnswerRow } from './answer-store.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

/** Questions of staff to the author of a comment and the replies, oldest first. */
export async function commentTalk(db: Db, comment: string): Promise<AnswerRow[]> {
  const { rows } =
    await sql<AnswerRow>`select id, kind, null as outcome, null as reason, body, null as office, at from participation_comment_talk
    where comment = ${comment} order by at, id`.execute(db)
  return rows
}

/** Writes a question of staff, or the author's reply: only the two of them read it. */
export async function insertCommentTalk(
  trx: Db,
  one: {
    readonly id: string
    readonly tenant: string
    readonly procedure: string
    readonly comment: string
    readonly kind: 'question' | 'reply'
    readonly body: string
    readonly person?: string
  },
): Promise<void> {
  await sql`insert into participation_comment_talk (id, tenant, procedure, comment, kind, body, person)
    values (${one.id}, ${one.tenant}, ${one.procedure}, ${one.comment}, ${one.kind}, ${one.body}, ${one.person ?? null})`.execute(
    trx,
  )
}
