import { type Kysely, sql } from 'kysely'
import type { Role } from '#kernel/actor.ts'
import { emailKey } from '../../model/account/email.ts'
import type { IdentityTables } from '../tenant-store.ts'

type Db = Kysely<IdentityTables>

/** An invented colleague, as the sign-in page names him. */
export interface DemoPerson {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly tenant: string
}

/** Invented colleagues who work for one of these tenants. */
export async function demoPeopleOf(db: Db, tenants: readonly string[]): Promise<DemoPerson[]> {
  const { rows } = await sql<DemoPerson>`
    select p.name, p.email, r.role, r.tenant from identity_person p join identity_role r on r.person = p.id
    where p.demonstration and p.deactivated_at is null and r.tenant = any (${[...tenants]}::uuid[]) order by p.created_at, p.email limit 50`.execute(
    db,
  )
  return rows
}

/** The accounts of the demonstration by mailbox, as they are named where somebody acts. */
export async function demoActors(db: Db): Promise<ReadonlyMap<string, { id: string; name: string }>> {
  const { rows } = await sql<{ id: string; name: string; email: string }>`
    select id, name, email from identity_person where demonstration and deactivated_at is null`.execute(db)
  return new Map(rows.map(({ email, ...person }) => [email, person]))
}

/** Those of these mailboxes that have an account. */
export async function mailboxesTaken(db: Db, emails: readonly string[]): Promise<ReadonlySet<string>> {
  const keys = new Map(emails.map((email) => [emailKey(email), email]))
  const { rows } = await sql<{
    key: string
  }>`select email_key as key from identity_person where email_key = any(${[...keys.keys()]}::text[])`.execute(db)
  return new Set(rows.flatMap(({ key }) => keys.get(key) ?? []))
}

/** Deactivates all accounts of the demonstration and ends their sessions. */
export async function closeDemonstration(db: Db): Promise<void> {
  await sql`update identity_person set deactivated_at = now(), password_hash = null where demonstration and deactivated_at is null`.execute(
    db,
  )
  await sql`delete from identity_session s using identity_person p where p.id = s.person and p.demonstration`.execute(db)
}
