import { type Kysely, sql } from 'kysely'
import type { IdentityTables } from '../tenant-store.ts'

type Db = Kysely<IdentityTables>

export type LinkPurpose = 'sign-in' | 'password' | 'set-up' | 'email' | 'erase'

/** A link that is still good. */
export interface StoredLink {
  readonly person: string
  readonly purpose: LinkPurpose
  /** The new address, for `email`. */
  readonly email: string | null
}

/** Keeps a link instead of all others of the person for the same purpose: only the newest mail counts. */
export async function keepLink(
  db: Db,
  link: { tokenHash: Buffer; person: string; purpose: LinkPurpose; email: string | null; minutes: number },
): Promise<void> {
  await sql`delete from identity_link where person = ${link.person} and purpose = ${link.purpose}`.execute(db)
  await sql`insert into identity_link (token_hash, person, purpose, email, expires_at) values (${link.tokenHash}, ${link.person},
    ${link.purpose}, ${link.email}, now() + make_interval(mins => ${link.minutes}))`.execute(db)
}

const living = (
  tokenHash: Buffer,
  purposes: readonly LinkPurpose[],
) => sql`token_hash = ${tokenHash} and purpose = any (${[...purposes]})
  and expires_at > now() and exists (select 1 from identity_person p where p.id = person and p.deactivated_at is null)`

/** Looks at a link without using it; undefined when it was used, has run out or never was. */
export async function findLink(db: Db, tokenHash: Buffer, purposes: readonly LinkPurpose[]): Promise<StoredLink | undefined> {
  const { rows } =
    await sql<StoredLink>`select person, purpose, email from identity_link where ${living(tokenHash, purposes)}`.execute(db)
  return rows[0]
}

/** Uses a link up: of two who try at once, one gets it. */
export async function takeLink(db: Db, tokenHash: Buffer, purposes: readonly LinkPurpose[]): Promise<StoredLink | undefined> {
  const { rows } =
    await sql<StoredLink>`delete from identity_link where ${living(tokenHash, purposes)} returning person, purpose, email`.execute(
      db,
    )
  return rows[0]
}

/** Forgets all links of a person: after a change of password or address, what was mailed before opens nothing. */
export async function dropLinks(db: Db, person: string): Promise<void> {
  await sql`delete from identity_link where person = ${person}`.execute(db)
}

/** Addresses that a person wanted to change to and has not confirmed. */
export async function addressesAsked(db: Db, person: string): Promise<string[]> {
  const { rows } = await sql<{
    email: string
  }>`select email from identity_link where person = ${person} and email is not null`.execute(db)
  return rows.map((row) => row.email)
}
