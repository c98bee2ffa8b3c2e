import { type Kysely, sql } from 'kysely'
import type { IdentityLevel } from '../model/procedure.ts'
import { cameAt } from './submission-store.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

/** Agree, neutral, disagree. */
export type ReactionValue = 1 | 0 | -1

/** Which browser reacts to what. */
export interface Reacting {
  readonly tenant: string
  readonly procedure: string
  readonly submission: string
  readonly mark: Buffer
  /** What was shown by whoever reacts; nothing where nothing is asked. */
  readonly identity?: IdentityLevel
  /** Id of what waited for the link in a mail: it came when that came. */
  readonly confirms?: string
}

/**
 * One row for a browser and a submission, however many clicks come at once; another value replaces the former one. The connection must
 * know the mark. Whether people may rate is decided by the row's policy at this moment: PostgreSQL refuses with 42501.
 */
export async function putReaction(
  trx: Db,
  { tenant, procedure, submission, mark, identity = 'none', confirms }: Reacting,
  value: ReactionValue,
): Promise<void> {
  await sql`insert into participation_reaction (tenant, procedure, submission, mark, value, identity, at)
    values (${tenant}, ${procedure}, ${submission}, ${mark}, ${value}, ${identity}, ${cameAt(confirms ?? submission, confirms !== undefined)})
    on conflict (submission, mark) do update set value = excluded.value, at = excluded.at
    where participation_reaction.value <> excluded.value`.execute(trx)
}

/** Takes a reaction back. True when it is gone or never was; false when it stands because the time is over. */
export async function dropReaction(trx: Db, { submission, mark }: Reacting): Promise<boolean> {
  await sql`delete from participation_reaction where submission = ${submission} and mark = ${mark}`.execute(trx)
  const { rows } = await sql`select 1 from participation_reaction where submission = ${submission} and mark = ${mark}`.execute(
    trx,
  )
  return rows.length === 0
}

/** How one browser reacted to several submissions; it shows its mark for each. */
export async function reactionsOf(db: Db, marks: ReadonlyMap<string, Buffer>): Promise<ReadonlyMap<string, ReactionValue>> {
  if (marks.size === 0) return new Map()
  const hex = [...marks.values()].map((mark) => mark.toString('hex')).join(',')
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('allmende.marks', ${hex}, true)`.execute(trx)
    const { rows } = await sql<{ submission: string; value: ReactionValue }>`
      select r.submission, r.value from unnest(${[...marks.keys()]}::uuid[], ${[...marks.values()]}::bytea[]) as mine(submission, mark)
      join participation_reaction r on r.submission = mine.submission and r.mark = mine.mark`.execute(trx)
    return new Map(rows.map((row) => [row.submission, row.value]))
  })
}
