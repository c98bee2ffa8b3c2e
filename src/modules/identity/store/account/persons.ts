import { type Kysely, sql } from 'kysely'
import type { Role } from '#kernel/actor.ts'
import { emailKey } from '../../model/account/email.ts'
import type { IdentityTables } from '../tenant-store.ts'

type Db = Kysely<IdentityTables>

/** A person with what is needed to sign it in. */
export interface StoredPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly lang: string
  readonly passwordHash: string | null
  readonly emailConfirmed: boolean
  /** Sealed; confirmed or not. */
  readonly totpSecret: string | null
  readonly totpConfirmed: boolean
  readonly passkeys: number
  readonly recoveryCodes: number
  readonly demonstration: boolean
  readonly notices: Readonly<Record<string, unknown>>
}

const columns = sql`p.id, p.name, p.email, p.lang, p.password_hash as "passwordHash", p.email_confirmed_at is not null as "emailConfirmed",
  p.totp_secret as "totpSecret", p.totp_confirmed_at is not null as "totpConfirmed",
  (select count(*) from identity_passkey k where k.person = p.id)::int as passkeys,
  (select count(*) from identity_recovery_code c where c.person = p.id)::int as "recoveryCodes", p.demonstration, p.notices`

/** The person of an address (as `emailKey` writes it); undefined when there is none or it is deactivated. */
export async function personByEmail(db: Db, key: string): Promise<StoredPerson | undefined> {
  const { rows } =
    await sql<StoredPerson>`select ${columns} from identity_person p where email_key = ${key} and deactivated_at is null`.execute(
      db,
    )
  return rows[0]
}

/** The person of an id; undefined when there is none or it is deactivated. */
export async function personById(db: Db, id: string): Promise<StoredPerson | undefined> {
  const { rows } =
    await sql<StoredPerson>`select ${columns} from identity_person p where id = ${id} and deactivated_at is null`.execute(db)
  return rows[0]
}

/** Keeps the hash of a new password; null takes the password away. */
export async function keepPassword(db: Db, person: string, hash: string | null): Promise<void> {
  await sql`update identity_person set password_hash = ${hash} where id = ${person}`.execute(db)
}

/** Keeps a sealed secret of an authenticator app whose first code was shown. */
export async function keepTotp(db: Db, person: string, sealed: string, step: number): Promise<void> {
  await sql`update identity_person set totp_secret = ${sealed}, totp_confirmed_at = now(), totp_step = ${step} where id = ${person}`.execute(
    db,
  )
}

/** Notes that the code of a time step was used; false when this or a later one was used before. */
export async function useTotpStep(db: Db, person: string, step: number): Promise<boolean> {
  const done =
    await sql`update identity_person set totp_step = ${step} where id = ${person} and coalesce(totp_step < ${step}, true)`.execute(
      db,
    )
  return (done.numAffectedRows ?? 0n) > 0n
}

/** The authenticator app does not count any more. */
export async function dropTotp(db: Db, person: string): Promise<void> {
  await sql`update identity_person set totp_secret = null, totp_confirmed_at = null, totp_step = null where id = ${person}`.execute(
    db,
  )
}

/** Replaces all recovery codes by new ones (fingerprints). */
export async function replaceRecoveryCodes(db: Db, person: string, hashes: readonly Buffer[]): Promise<void> {
  await sql`delete from identity_recovery_code where person = ${person}`.execute(db)
  if (hashes.length === 0) return
  await sql`insert into identity_recovery_code (person, code_hash) values ${sql.join(hashes.map((hash) => sql`(${person}, ${hash})`))}`.execute(
    db,
  )
}

/** Uses a recovery code up; false when there is none like it. */
export async function useRecoveryCode(db: Db, person: string, hash: Buffer): Promise<boolean> {
  const done = await sql`delete from identity_recovery_code where person = ${person} and code_hash = ${hash}`.execute(db)
  return (done.numAffectedRows ?? 0n) > 0n
}

/** The person reads the mail of the address. */
export async function confirmEmail(db: Db, person: string): Promise<void> {
  await sql`update identity_person set email_confirmed_at = coalesce(email_confirmed_at, now()) where id = ${person}`.execute(db)
}

/** Whether an address (as `emailKey` writes it) belongs to somebody, deactivated or not. */
export async function emailIsTaken(db: Db, key: string): Promise<boolean> {
  const { rows } = await sql`select 1 from identity_person where email_key = ${key}`.execute(db)
  return rows.length > 0
}

/** Gives a person another address; false when it belongs to somebody else by now. */
export async function changeEmail(db: Db, person: string, email: string): Promise<boolean> {
  const key = emailKey(email)
  const done = await sql`update identity_person set email = ${email}, email_key = ${key}, email_confirmed_at = now()
    where id = ${person} and not exists (select 1 from identity_person other where other.email_key = ${key} and other.id <> ${person})`.execute(
    db,
  )
  return (done.numAffectedRows ?? 0n) > 0n
}

/** A new account. `passwordHash` null: it is set up by a link. */
export async function insertPerson(
  db: Db,
  person: { id: string; name: string; email: string; lang: string; passwordHash: string | null; demonstration?: boolean },
): Promise<boolean> {
  const done =
    await sql`insert into identity_person (id, name, email, email_key, lang, password_hash, demonstration) values (${person.id}, ${person.name},
    ${person.email}, ${emailKey(person.email)}, ${person.lang}, ${person.passwordHash}, ${person.demonstration ?? false})
    on conflict (email_key) do nothing`.execute(db)
  return (done.numAffectedRows ?? 0n) > 0n
}

/** Gives a person a role for a tenant; nothing happens where he has it. */
export async function grantRole(db: Db, given: { person: string; tenant: string; role: Role }): Promise<void> {
  await sql`insert into identity_role (person, tenant, role) values (${given.person}, ${given.tenant}, ${given.role}) on conflict do nothing`.execute(
    db,
  )
}

/** Holds a person's row until the transaction ends: of two changes of the same account, the second sees the first. */
export async function lockPerson(db: Db, person: string): Promise<void> {
  await sql`select id from identity_person where id = ${person} for update`.execute(db)
}

export async function keepProfile(db: Db, person: string, profile: { name: string; lang: string }): Promise<void> {
  await sql`update identity_person set name = ${profile.name}, lang = ${profile.lang} where id = ${person}`.execute(db)
}

export async function keepNotices(db: Db, person: string, notices: Readonly<Record<string, unknown>>): Promise<void> {
  await sql`update identity_person set notices = ${JSON.stringify(notices)}::jsonb where id = ${person}`.execute(db)
}

/** What a person is today, and for which tenants. */
export async function rolesOf(db: Db, person: string): Promise<{ tenant: string; role: Role }[]> {
  const { rows } = await sql<{ tenant: string; role: Role }>`select tenant, role from identity_role where person = ${person}
    and coalesce(valid_from <= now(), true) and coalesce(valid_until > now(), true) order by tenant, role`.execute(db)
  return rows
}
