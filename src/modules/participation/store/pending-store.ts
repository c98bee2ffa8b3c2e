import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

/** What can wait for a link. */
export type PendingKind = 'submit' | 'comment' | 'rate'

/** Something that waits for the link in a mail, as it is written. */
export interface NewPending {
  readonly id: string
  readonly tenant: string
  readonly procedure: string
  readonly kind: PendingKind
  /** What is commented or rated. */
  readonly submission: string | null
  readonly content: unknown
  readonly lang: string
  readonly addressMark: Buffer
  readonly secretHash: Buffer
}

/** The same as it is read. */
export interface Pending extends Omit<NewPending, 'secretHash'> {
  readonly receivedAt: Date
  readonly confirmedAt: Date | null
  /** The database's clock says that the link is too old. */
  readonly over: boolean
}

/** Keeps it. Whether it is still time is decided by the row's policy: PostgreSQL refuses with 42501. */
export async function insertPending(trx: Db, one: NewPending): Promise<void> {
  await sql`insert into participation_pending (id, tenant, procedure, kind, submission, content, lang, address_mark, secret_hash)
    values (${one.id}, ${one.tenant}, ${one.procedure}, ${one.kind}, ${one.submission}, ${JSON.stringify(one.content)}::jsonb, ${one.lang},
      ${one.addressMark}, ${one.secretHash})`.execute(trx)
}

/** What waits behind a link; the connection must know the secret. `locked`: nobody else confirms it meanwhile. */
export async function pendingOfSecret(trx: Db, tenant: string, hash: Buffer, locked = false): Promise<Pending | undefined> {
  const { rows } =
    await sql<Pending>`select id, tenant, procedure, kind, submission, content, lang, address_mark as "addressMark",
      received_at as "receivedAt", confirmed_at as "confirmedAt", received_at <= clock_timestamp() - interval '7 days' as over
    from participation_pending where tenant = ${tenant} and secret_hash = ${hash} ${locked ? sql`for update` : sql``}`.execute(
      trx,
    )
  return rows[0]
}

/** Shows the connection the link of what is confirmed, until its transaction ends. */
export async function showPending(trx: Db, hash: Buffer): Promise<void> {
  await sql`select set_config('allmende.pending', ${hash.toString('hex')}, true)`.execute(trx)
}

/** Its words stand elsewhere now. */
export async function markConfirmed(trx: Db, id: string): Promise<void> {
  await sql`update participation_pending set confirmed_at = clock_timestamp(), content = '{}' where id = ${id}`.execute(trx)
}

/** Tells the connection another secret: whoever reacts is known by a mark. */
export async function tellSecret(trx: Db, secret: Buffer): Promise<void> {
  await sql`select set_config('allmende.secret', ${secret.toString('hex')}, true)`.execute(trx)
}
