import { type Kysely, sql } from 'kysely'
import type { Role } from '#kernel/actor.ts'
import type { IdentityTables } from '../tenant-store.ts'

type Db = Kysely<IdentityTables>

/** A key for programs, as its person sees it. */
export interface ApiToken {
  readonly id: string
  readonly tenant: string
  readonly name: string
  readonly permissions: readonly string[]
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly usedAt: Date | null
}

/** A living key with what its person is today. */
export interface LivingToken {
  readonly id: string
  readonly person: string
  readonly name: string
  readonly email: string
  readonly tenant: string
  readonly permissions: readonly string[]
  readonly strong: boolean
  readonly hasFactor: boolean
  readonly restedMinutes: number | null
  readonly roles: readonly { readonly tenant: string; readonly role: Role }[]
}

export interface NewApiToken {
  readonly id: string
  readonly tokenHash: Buffer
  readonly person: string
  readonly tenant: string
  readonly name: string
  readonly permissions: readonly string[]
  readonly strong: boolean
  readonly days: number
}

export async function insertApiToken(db: Db, one: NewApiToken): Promise<void> {
  await sql`insert into identity_api_token (id, token_hash, person, tenant, name, permissions, strong, expires_at) values (${one.id}, ${one.tokenHash},
    ${one.person}, ${one.tenant}, ${one.name}, ${[...one.permissions]}::text[], ${one.strong}, now() + make_interval(days => ${one.days}))`.execute(
    db,
  )
}

/** Keys of a person that were not revoked, the newest first; expired ones are among them until they are removed. */
export async function apiTokensOf(db: Db, person: string): Promise<ApiToken[]> {
  const { rows } = await sql<ApiToken>`select id, tenant, name, permissions, created_at as "createdAt", expires_at as "expiresAt",
    used_at as "usedAt" from identity_api_token where person = ${person} and revoked_at is null order by created_at desc, id limit 100`.execute(
    db,
  )
  return rows
}

/** Takes a key back; its name and tenant, or undefined when it is not the person's or was taken back before. */
export async function revokeApiToken(db: Db, person: string, id: string): Promise<{ name: string; tenant: string } | undefined> {
  const { rows } = await sql<{ name: string; tenant: string }>`update identity_api_token set revoked_at = now()
    where id = ${id} and person = ${person} and revoked_at is null returning name, tenant`.execute(db)
  return rows[0]
}

/** The living key of a fingerprint with the roles of its person at its tenant, also those that a mandate carries there. */
export async function livingToken(db: Kysely<never>, tokenHash: Buffer): Promise<LivingToken | undefined> {
  const { rows } = await sql<LivingToken>`
    with token as (
      select * from identity_api_token where token_hash = ${tokenHash} and expires_at > now() and revoked_at is null
    ), own as (
      select r.tenant, r.role from identity_role r join token k on k.person = r.person
      where coalesce(r.valid_from <= now(), true) and coalesce(r.valid_until > now(), true)
    ), everywhere as (
      select tenant, role from own
      union select m.tenant, own.role from own join identity_mandate m on m.holder = own.tenant and own.role = any (m.roles)
        where coalesce(m.valid_until > now(), true)
    )
    select k.id, p.id as person, p.name, p.email, k.tenant, k.permissions, k.strong,
      p.totp_confirmed_at is not null or exists (select 1 from identity_passkey f where f.person = p.id) as "hasFactor",
      (extract(epoch from now() - k.used_at) / 60)::float as "restedMinutes",
      coalesce((select json_agg(json_build_object('tenant', e.tenant, 'role', e.role)) from everywhere e where e.tenant = k.tenant), '[]') as roles
    from token k join identity_person p on p.id = k.person where p.deactivated_at is null`.execute(db)
  return rows[0]
}

/** Notes that a key was used. */
export async function touchApiToken(db: Kysely<never>, id: string): Promise<void> {
  await sql`update identity_api_token set used_at = now() where id = ${id}`.execute(db)
}
