import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

export const rhythms = ['immediate', 'daily', 'weekly'] as const
export type Rhythm = (typeof rhythms)[number]

/** Somebody who wants to be told; the address is elsewhere. */
export interface Follow {
  readonly id: string
  readonly submission: string | null
  /** Where it is one's own comment. */
  readonly comment: string | null
  /** Where it is a project that is followed. */
  readonly project: string | null
  readonly author: boolean
  readonly rhythm: Rhythm
  readonly confirmedAt: Date | null
  readonly slug: string
  readonly title: string
  /** Of the procedure. */
  readonly format: string | null
}

export interface NewFollow {
  readonly id: string
  readonly tenant: string
  /** One of the two. */
  readonly procedure: string | null
  readonly project: string | null
  readonly submission: string | null
  readonly comment: string | null
  readonly author: boolean
  readonly rhythm: Rhythm
  readonly lang: string
  readonly email: string
  readonly secretHash: Buffer
  readonly addressMark: Buffer
}

/** Keeps a wish to be told until its address is confirmed. Inside `withSecret` with its own secret. */
export async function insertFollow(trx: Db, one: NewFollow): Promise<void> {
  await sql`insert into participation_follow (id, tenant, procedure, project, submission, comment, author, rhythm, lang, secret_hash, address_mark)
    values (${one.id}, ${one.tenant}, ${one.procedure}, ${one.project}, ${one.submission}, ${one.comment}, ${one.author}, ${one.rhythm}, ${one.lang}, ${one.secretHash}, ${one.addressMark})`.execute(
    trx,
  )
  await sql`insert into participation_follow_address (follow, tenant, email) values (${one.id}, ${one.tenant}, ${one.email})`.execute(
    trx,
  )
}

/** What a secret link stands for; inside `withSecret`. */
export async function followOfSecret(trx: Db, tenant: string, hash: Buffer): Promise<Follow | undefined> {
  const { rows } = await sql<Follow>`
    select f.id, f.submission, f.comment, f.project, f.author, f.rhythm, f.confirmed_at as "confirmedAt", coalesce(p.slug, j.slug) as slug, coalesce(p.title, j.title) as title, p.format
    from participation_follow f left join participation_procedure p on p.id = f.procedure left join participation_project j on j.id = f.project where f.tenant = ${tenant} and f.secret_hash = ${hash}`.execute(
    trx,
  )
  return rows[0]
}

/** Confirms; the same address on the same thing has one row, the newer one. As the owner: the older one has another secret. */
export function confirmFollowOfSecret(db: Db, tenant: string, hash: Buffer): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: string; done: boolean }>`
      select id, confirmed_at is not null as done from participation_follow where tenant = ${tenant} and secret_hash = ${hash} for update`.execute(
      trx,
    )
    const [found] = rows
    if (!found || found.done) return found !== undefined
    await sql`delete from participation_follow old using participation_follow fresh
      where fresh.id = ${found.id} and old.id <> fresh.id and old.procedure is not distinct from fresh.procedure and old.project is not distinct from fresh.project and old.submission is not distinct from fresh.submission and old.comment is not distinct from fresh.comment
        and old.address_mark = fresh.address_mark and old.confirmed_at is not null`.execute(trx)
    await sql`update participation_follow set confirmed_at = clock_timestamp() where id = ${found.id}`.execute(trx)
    return true
  })
}

/** Ends it: row, address and notes go at once. */
export async function deleteFollow(trx: Db, id: string): Promise<void> {
  await sql`delete from participation_follow where id = ${id}`.execute(trx)
}
