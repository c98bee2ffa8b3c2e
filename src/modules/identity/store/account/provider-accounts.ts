import { type Kysely, sql } from 'kysely'
import type { IdentityTables } from '../tenant-store.ts'

type Db = Kysely<IdentityTables>

/** The person of an account at a sign-in service; undefined when it is bound to nobody here. */
export async function personOfProvider(db: Db, issuer: string, subject: string): Promise<string | undefined> {
  const { rows } = await sql<{
    person: string
  }>`select person from identity_provider_account where issuer = ${issuer} and subject = ${subject}`.execute(db)
  return rows[0]?.person
}

/** Whether a person is bound to any account at a sign-in service. */
export async function isBound(db: Db, issuer: string, person: string): Promise<boolean> {
  const { rows } = await sql`select 1 from identity_provider_account where issuer = ${issuer} and person = ${person}`.execute(db)
  return rows.length > 0
}

export async function bindProvider(db: Db, account: { issuer: string; subject: string; person: string }): Promise<void> {
  await sql`insert into identity_provider_account (issuer, subject, person) values (${account.issuer}, ${account.subject}, ${account.person})`.execute(
    db,
  )
}
