import { type Kysely, sql, type Transaction } from 'kysely'

/** Runs in one transaction that may see and change what a secret link was made for: policies of tables ask `platform_secret()`. */
export function withSecret<Tables, T>(
  db: Kysely<Tables>,
  hash: Buffer,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('allmende.secret', ${hash.toString('hex')}, true)`.execute(trx)
    return work(trx)
  })
}
