import { type Kysely, sql } from 'kysely'
import type { Role } from '#kernel/actor.ts'

/** A session as it stands in the database, with what its person is for which tenants today. */
export interface StoredSession {
  readonly id: string
  readonly person: string
  readonly name: string
  readonly email: string
  readonly strong: boolean
  /** Whether the person has a second factor, which every session must show then. */
  readonly hasFactor: boolean
  /** Minutes since it was last seen. */
  readonly restedMinutes: number
  readonly roles: readonly { readonly tenant: string; readonly role: Role }[]
}

/** The living session of a token's fingerprint, in one question: roles of its person, and those that mandates carry on to other tenants. */
export async function findSession(db: Kysely<never>, tokenHash: Buffer): Promise<StoredSession | undefined> {
  const { rows } = await sql<StoredSession>`
    with own as (
      select r.tenant, r.role from identity_role r join identity_session s on s.person = r.person
      where s.token_hash = ${tokenHash} and coalesce(r.valid_from <= now(), true) and coalesce(r.valid_until > now(), true)
    ), everywhere as (
      select tenant, role from own
      union select m.tenant, own.role from own join identity_mandate m on m.holder = own.tenant and own.role = any (m.roles)
        where coalesce(m.valid_until > now(), true)
    )
    select s.id, p.id as person, p.name, p.email, s.strong_at is not null as strong,
      p.totp_confirmed_at is not null or exists (select 1 from identity_passkey k where k.person = p.id) as "hasFactor",
      (extract(epoch from now() - s.seen_at) / 60)::float as "restedMinutes",
      coalesce((select json_agg(json_build_object('tenant', tenant, 'role', role)) from everywhere), '[]') as roles
    from identity_session s join identity_person p on p.id = s.person
    where s.token_hash = ${tokenHash} and s.expires_at > now() and p.deactivated_at is null`.execute(db)
  return rows[0]
}

/** Days after which a session ends however busy it is. */
const longestDays = 7

/** Notes that a session is in use and pushes its end on, up to the longest time. */
export async function touchSession(db: Kysely<never>, id: string, hours: number): Promise<void> {
  await sql`update identity_session set seen_at = now(), expires_at = least(created_at + make_interval(days => ${longestDays}),
    greatest(expires_at, now() + make_interval(hours => ${hours}))) where id = ${id}`.execute(db)
}
