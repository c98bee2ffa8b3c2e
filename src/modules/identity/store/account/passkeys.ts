import { type Kysely, sql } from 'kysely'
import type { IdentityTables } from '../tenant-store.ts'

type Db = Kysely<IdentityTables>

export interface StoredPasskey {
  readonly id: string
  readonly person: string
  readonly credential: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  readonly name: string
  readonly createdAt: Date
  readonly usedAt: Date | null
}

const columns = sql`id, person, credential, public_key as "publicKey", counter, transports, name, created_at as "createdAt", used_at as "usedAt"`

export async function passkeysOf(db: Db, person: string): Promise<StoredPasskey[]> {
  const { rows } =
    await sql<StoredPasskey>`select ${columns} from identity_passkey where person = ${person} order by created_at limit 100`.execute(
      db,
    )
  return rows
}

/** The passkey of a credential whose person may sign in; held until the transaction ends. */
export async function passkeyOf(db: Db, credential: string): Promise<StoredPasskey | undefined> {
  const { rows } = await sql<StoredPasskey>`select ${columns} from identity_passkey where credential = ${credential}
    and exists (select 1 from identity_person p where p.id = person and p.deactivated_at is null) for update`.execute(db)
  return rows[0]
}

/** Keeps a new passkey; false when the credential is known already. */
export async function insertPasskey(db: Db, key: Omit<StoredPasskey, 'createdAt' | 'usedAt'>): Promise<boolean> {
  const done =
    await sql`insert into identity_passkey (id, person, credential, public_key, counter, transports, name) values (${key.id}, ${key.person},
    ${key.credential}, ${key.publicKey}, ${key.counter}, ${[...key.transports]}, ${key.name}) on conflict (credential) do nothing`.execute(
      db,
    )
  return (done.numAffectedRows ?? 0n) > 0n
}

/** Notes that a passkey was used, with the counter of its device. */
export async function usePasskey(db: Db, id: string, counter: number): Promise<void> {
  await sql`update identity_passkey set counter = ${counter}, used_at = now() where id = ${id}`.execute(db)
}

/** Removes a passkey of a person; false when it is not theirs. */
export async function deletePasskey(db: Db, person: string, id: string): Promise<boolean> {
  const done = await sql`delete from identity_passkey where id = ${id} and person = ${person}`.execute(db)
  return (done.numAffectedRows ?? 0n) > 0n
}

export type ChallengePurpose = 'register' | 'sign-in'

/** Keeps a question for five minutes. */
export async function keepChallenge(db: Db, hash: Buffer, purpose: ChallengePurpose, person: string | null): Promise<void> {
  await sql`insert into identity_challenge (challenge_hash, purpose, person, expires_at) values (${hash}, ${purpose}, ${person}, now() + interval '5 minutes')`.execute(
    db,
  )
}

/** Uses a question up; false when it was not asked, for somebody else, for something else, too long ago, or answered before. */
export async function takeChallenge(db: Db, hash: Buffer, purpose: ChallengePurpose, person: string | null): Promise<boolean> {
  const done = await sql`delete from identity_challenge where challenge_hash = ${hash} and purpose = ${purpose}
    and person is not distinct from ${person}::uuid and expires_at > now()`.execute(db)
  return (done.numAffectedRows ?? 0n) > 0n
}
