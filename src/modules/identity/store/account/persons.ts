import { type Kysely, sql } from 'kysely'
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
  readonly totpStep: number | null
  readonly passkeys: number
  readonly recoveryCodes: number
  readonly demonstration: boolean
  readonly notices: Readonly<Record<string, unknown>>
}

const columns = sql`p.id, p.name, p.email, p.lang, p.password_hash as "passwordHash", p.email_confirmed_at is not null as "emailConfirmed",
  p.totp_secret as "totpSecret", p.totp_confirmed_at is not null as "totpConfirmed", p.totp_step as "totpStep",
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
