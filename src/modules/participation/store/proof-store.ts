import { type Kysely, sql, type Transaction } from 'kysely'
import type { Action } from '../model/procedure.ts'
import type { Proof } from '../model/proof.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

/** Tells the connection the code that was shown, until its transaction ends: the row's policy looks it up. */
export async function showProof(trx: Transaction<ParticipationTables> | Db, proof: Proof | undefined): Promise<void> {
  if (proof?.code) await sql`select set_config('allmende.code', ${proof.code.toString('hex')}, true)`.execute(trx)
}

/** Whether the database takes a code for this action of a procedure. */
export async function codeProves(db: Db, procedure: string, action: Action, hash: Buffer): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('allmende.code', ${hash.toString('hex')}, true)`.execute(trx)
    const { rows } = await sql<{ good: boolean }>`select participation_proven(${procedure}, ${action}, 'code') as good`.execute(
      trx,
    )
    return rows[0]?.good === true
  })
}
