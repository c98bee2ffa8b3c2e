import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

// Only the demonstration writes into the past.

/** Makes a project public, as if it had been for so long. */
export async function publishedSince(trx: Db, id: string, since: Date): Promise<void> {
  await sql`update participation_project set state = 'public', published_at = ${since}, changed_at = ${since}, staged_at = ${since} where id = ${id}`.execute(
    trx,
  )
}

/** A public suggestion with so many supporters, of whom nothing is known. */
export async function datedSuggestion(
  trx: Db,
  one: {
    readonly id: string
    readonly tenant: string
    readonly project: string
    readonly body: string
    readonly author: string | null
    readonly secretHash: Buffer
    readonly receivedAt: Date
    readonly supporters: number
    readonly threshold: number
    readonly months: number
  },
): Promise<void> {
  await sql`insert into participation_project_suggestion (id, tenant, project, number, state, body, author, secret_hash, received_at, published_at, threshold, ends_at, supporters, reached_at)
    values (${one.id}, ${one.tenant}, ${one.project}, 0, 'public', ${one.body}, ${one.author}, ${one.secretHash}, ${one.receivedAt}, ${one.receivedAt}, ${one.threshold},
      ${one.receivedAt}::timestamptz + make_interval(months => ${one.months}), ${one.supporters}, case when ${one.supporters}::int >= ${one.threshold}::int then ${one.receivedAt}::timestamptz + interval '30 days' end)`.execute(
    trx,
  )
}
