import { type Kysely, sql } from 'kysely'
import type { Role } from '#kernel/actor.ts'
import { noticesOf } from '../model/account/notices.ts'

/** Somebody who works for a tenant today, as a letter to him needs it. */
export interface Colleague {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly lang: string
  /** Whether he wants a mail for what waits for him (his account, "Nachrichten"). */
  readonly tasks: boolean
}

/** Those of some people, or those with one of some roles, who work for a tenant today: by a role there or by a mandate. The owner's connection. */
export async function colleaguesOf<T>(
  db: Kysely<T>,
  tenant: string,
  who: { readonly people: readonly string[] } | { readonly roles: readonly Role[] },
): Promise<Colleague[]> {
  const wanted = 'people' in who ? who.people : who.roles
  if (wanted.length === 0) return []
  const held = 'people' in who ? sql`held.person = any(${[...wanted]}::uuid[])` : sql`held.role = any(${[...wanted]}::text[])`
  const valid = sql`coalesce(r.valid_from <= now(), true) and coalesce(r.valid_until > now(), true)`
  const { rows } = await sql<Omit<Colleague, 'tasks'> & { notices: Readonly<Record<string, unknown>> }>`
    with held as (
      select r.person, r.role from identity_role r where r.tenant = ${tenant} and ${valid}
      union select r.person, r.role from identity_role r join identity_mandate m on m.holder = r.tenant and r.role = any (m.roles)
        where m.tenant = ${tenant} and coalesce(m.valid_until > now(), true) and ${valid}
    )
    select p.id, p.name, p.email as address, p.lang, p.notices from identity_person p
    where p.deactivated_at is null and exists (select from held where held.person = p.id and ${held})
    order by lower(p.name), p.id`.execute(db)
  return rows.map(({ notices, ...one }) => ({ ...one, tasks: noticesOf(notices).tasks }))
}
