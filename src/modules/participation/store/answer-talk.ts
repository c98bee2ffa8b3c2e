import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from './tables.ts'

/** Writes a question of staff, or the author's reply: only the two of them read it. */
export async function insertTalk(
  trx: Kysely<ParticipationTables>,
  one: {
    readonly id: string
    readonly tenant: string
    readonly procedure: string
    readonly submission: string
    readonly kind: 'question' | 'reply'
    readonly body: string
    readonly person?: string
  },
): Promise<void> {
  await sql`insert into participation_answer (id, tenant, procedure, submission, kind, body, person)
    values (${one.id}, ${one.tenant}, ${one.procedure}, ${one.submission}, ${one.kind}, ${one.body}, ${one.person ?? null})`.execute(
    trx,
  )
}
