import { type Kysely, sql } from 'kysely'
import type { Role } from '#kernel/actor.ts'

/** An invitation as it stands. */
export interface StoredInvitation {
  readonly id: string
  readonly tenant: string
  readonly name: string
  readonly email: string
  readonly emailKey: string
  readonly roles: readonly Role[]
  readonly lang: string
  readonly invitedBy: string | null
  /** Last day on which it is good. */
  readonly until: string
  readonly state: 'open' | 'expired' | 'accepted' | 'revoked'
}

const columns = sql`id, tenant, name, email, email_key as "emailKey", roles, lang, invited_by as "invitedBy",
  to_char(expires_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as until,
  case when accepted_at is not null then 'accepted' when revoked_at is not null then 'revoked' when expires_at <= now() then 'expired' else 'open' end as state`

/** Writes an invitation; an open one for the same mailbox gets these roles, this token and a new time. Gives its id. */
export async function putInvitation<T>(
  trx: Kysely<T>,
  one: {
    id: string
    tenant: string
    name: string
    email: string
    emailKey: string
    roles: readonly Role[]
    lang: string
    tokenHash: Buffer
    by: string
    days: number
  },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into identity_invitation (id, tenant, name, email, email_key, roles, lang, token_hash, invited_by, expires_at)
    values (${one.id}, ${one.tenant}, ${one.name}, ${one.email}, ${one.emailKey}, ${[...one.roles]}::text[], ${one.lang}, ${one.tokenHash}, ${one.by},
      now() + make_interval(days => ${one.days}))
    on conflict (tenant, email_key) where accepted_at is null and revoked_at is null do update set name = excluded.name, roles = excluded.roles,
      lang = excluded.lang, token_hash = excluded.token_hash, invited_by = excluded.invited_by, sent_at = now(), expires_at = excluded.expires_at
    returning id`.execute(trx)
  return rows[0]?.id ?? one.id
}

/** The invitation of a token's fingerprint; `lock` keeps it until the transaction ends. */
export async function invitationByToken<T>(
  db: Kysely<T>,
  tokenHash: Buffer,
  lock = false,
): Promise<StoredInvitation | undefined> {
  const { rows } = await sql<StoredInvitation>`
    select ${columns} from identity_invitation where token_hash = ${tokenHash} ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0]
}

/** An invitation of a tenant by its id. */
export async function invitationOf<T>(db: Kysely<T>, tenant: string, id: string): Promise<StoredInvitation | undefined> {
  const { rows } = await sql<StoredInvitation>`
    select ${columns} from identity_invitation where tenant = ${tenant} and id = ${id}`.execute(db)
  return rows[0]
}

/** Notes who accepted. */
export async function closeInvitation<T>(trx: Kysely<T>, id: string, by: string): Promise<void> {
  await sql`update identity_invitation set accepted_at = now(), accepted_by = ${by} where id = ${id}`.execute(trx)
}

/** Takes an open invitation back; gives it, or undefined when it was not open. */
export async function revokeInvitation<T>(trx: Kysely<T>, tenant: string, id: string): Promise<StoredInvitation | undefined> {
  const { rows } = await sql<StoredInvitation>`
    update identity_invitation set revoked_at = now() where tenant = ${tenant} and id = ${id} and accepted_at is null and revoked_at is null
    returning ${columns}`.execute(trx)
  return rows[0]
}

/** Invitations of a tenant that ran out and were not taken back. */
export async function expiredInvitations<T>(db: Kysely<T>, tenant: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from identity_invitation where tenant = ${tenant} and accepted_at is null and revoked_at is null
      and expires_at <= now()`.execute(db)
  return rows[0]?.n ?? 0
}

/** Invitations of a tenant that nobody accepted or took back yet, expired ones included. */
export async function unsettledInvitations<T>(db: Kysely<T>, tenant: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from identity_invitation where tenant = ${tenant} and accepted_at is null and revoked_at is null`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}

/** Removes what was settled long ago, and leaves of two years; gives how many. */
export async function forgetInvitations<T>(db: Kysely<T>): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from identity_invitation where coalesce(accepted_at, revoked_at, expires_at) < now() - interval '90 days'`.execute(db)
  await sql`delete from identity_leave where left_at < now() - interval '2 years'`.execute(db)
  return Number(numAffectedRows ?? 0n)
}
