import { type Kysely, sql } from 'kysely'
import type { IdentityTables } from '../tenant-store.ts'

type Db = Kysely<IdentityTables>

/**
 * Tenants that nobody would administer any more without this person. Holds those tenants until the transaction ends, as every change of who
 * works there does (`lockPeople`), so that two last administrators cannot leave at once.
 */
export async function tenantsLeftAlone(db: Db, person: string): Promise<string[]> {
  await sql`select 1 from identity_tenant where id in
    (select tenant from identity_role where person = ${person} and role = 'administrator') order by id for no key update`.execute(
    db,
  )
  const { rows } = await sql<{ tenant: string }>`select own.tenant from identity_role own
    where own.person = ${person} and own.role = 'administrator' and coalesce(own.valid_until > now(), true) and not exists (
      select 1 from identity_role other join identity_person p on p.id = other.person
      where other.tenant = own.tenant and other.role = 'administrator' and other.person <> own.person and p.deactivated_at is null
        and coalesce(other.valid_from <= now(), true) and other.valid_until is null)`.execute(db)
  return rows.map((row) => row.tenant)
}

/** Invitations to a mailbox, or that a person accepted: they name both. */
export async function deleteInvitations(db: Db, person: string, emailKey: string): Promise<void> {
  await sql`delete from identity_invitation where accepted_by = ${person} or email_key = ${emailKey}`.execute(db)
}

/** Deletes a person with everything that hangs on it: roles, sessions, links, codes, passkeys, keys for programs, bindings. */
export async function deletePerson(db: Db, person: string): Promise<void> {
  await sql`delete from identity_person where id = ${person}`.execute(db)
}

/** A person, deactivated or not, held until the transaction ends. */
export async function personToErase(db: Db, id: string): Promise<{ id: string; name: string; email: string } | undefined> {
  const { rows } = await sql<{
    id: string
    name: string
    email: string
  }>`select id, name, email from identity_person where id = ${id} for update`.execute(db)
  return rows[0]
}
