import { type Kysely, sql } from 'kysely'
import type { Role } from '#kernel/actor.ts'
import type { PersonState } from '../model/granting.ts'

/** A role of a person; days when it is not for good. */
export interface HeldRole {
  readonly role: Role
  readonly from: string | null
  readonly until: string | null
}

/** Somebody who works, worked or is asked to work for a tenant. */
export interface ListedPerson {
  readonly kind: 'person' | 'invitation'
  readonly id: string
  readonly name: string
  readonly email: string
  readonly state: PersonState
  readonly roles: readonly HeldRole[]
  /** Day on which this person was here last; never the hour. */
  readonly seen: string | null
  /** Day until which a substitute works or an invitation is good, or on which the person left. */
  readonly day: string | null
  /** Whether a second factor is set up. */
  readonly strong: boolean
}

export interface PeopleQuery {
  readonly q?: string
  readonly state?: string
  readonly role?: string
  /** Name and id of the last one that was seen. */
  readonly after?: readonly [string, string]
  readonly limit: number
}

const local = (moment: string) => sql.raw(`to_char(${moment} at time zone 'Europe/Berlin', 'YYYY-MM-DD')`)
// A role ends with its last day, so the day that is shown is the one before the moment.
const lastDay = (moment: string) =>
  sql.raw(`to_char((${moment} - interval '1 second') at time zone 'Europe/Berlin', 'YYYY-MM-DD')`)

const strong = sql.raw('(p.totp_confirmed_at is not null or exists (select 1 from identity_passkey k where k.person = p.id))')

/** Everybody a tenant has to do with, one row each. Roles, sessions, leaves and invitations are read once, not for each. */
const everybody = (tenant: string) => sql`(
  with held as (
    select person, bool_and(valid_until is not null) as limited, bool_and(coalesce(valid_from > now(), false)) as planned,
      max(valid_until) as until,
      json_agg(json_build_object('role', role, 'from', ${local('valid_from')}, 'until', ${lastDay('valid_until')}) order by role) as roles
    from identity_role where tenant = ${tenant} and coalesce(valid_until > now(), true) group by person
  ), seen as (
    select s.person, max(s.seen_at) as at from identity_session s join held on held.person = s.person group by s.person
  )
    select 'person' as kind, p.id, p.name, p.email,
      case when p.deactivated_at is not null then 'left' when held.planned then 'planned' when held.limited then 'substitute' else 'active' end as state,
      held.roles, ${local('greatest(p.seen_at, seen.at)')} as seen,
      case when held.limited then ${lastDay('held.until')} end as day, ${strong} as strong
    from held join identity_person p on p.id = held.person left join seen on seen.person = p.id
    union all
    select 'person', p.id, p.name, p.email, 'left', l.roles::json, ${local('p.seen_at')}, ${local('l.left_at')}, ${strong}
    from identity_leave l join identity_person p on p.id = l.person
    where l.tenant = ${tenant} and not exists (select from held where held.person = l.person)
    union all
    select 'invitation', i.id, i.name, i.email, case when i.expires_at > now() then 'invited' else 'expired' end,
      (select coalesce(json_agg(json_build_object('role', one, 'from', null, 'until', null)), '[]') from unnest(i.roles) one),
      null, ${local('i.expires_at')}, false
    from identity_invitation i where i.tenant = ${tenant} and i.accepted_at is null and i.revoked_at is null
  ) as everybody`

/** Who works for a tenant, by name. The query is narrowed by text in name or address, state and role. */
export async function peopleOf<T>(db: Kysely<T>, tenant: string, query: PeopleQuery): Promise<ListedPerson[]> {
  const { q = '', state = '', role = '', after, limit } = query
  const like = `%${q.replace(/[\\%_]/g, (c) => `\\${c}`)}%`
  const { rows } = await sql<ListedPerson>`
    select kind, id, name, email, state, roles, seen, day, strong from ${everybody(tenant)}
    where (${q} = '' or name ilike ${like} or email ilike ${like}) and (${state} = '' or state = ${state})
      and (${role} = '' or exists (select from json_array_elements(roles) one where one->>'role' = ${role}))
      ${after ? sql`and (name, id) > (${after[0]}, ${after[1]}::uuid)` : sql``}
    order by name, id limit ${limit}`.execute(db)
  return rows
}

/** How many are in each state. */
export async function peopleCounts<T>(db: Kysely<T>, tenant: string): Promise<Partial<Record<PersonState, number>>> {
  const { rows } = await sql<{ state: PersonState; n: number }>`
    select state, count(*)::int as n from ${everybody(tenant)} group by state`.execute(db)
  return Object.fromEntries(rows.map((row) => [row.state, row.n]))
}

/** One person of a tenant: works there, worked there, or nothing. */
export async function personOf<T>(db: Kysely<T>, tenant: string, id: string): Promise<ListedPerson | undefined> {
  const { rows } = await sql<ListedPerson>`
    select kind, id, name, email, state, roles, seen, day, strong from ${everybody(tenant)} where id = ${id} and kind = 'person'`.execute(
    db,
  )
  return rows[0]
}

/** Nobody else changes who works for this tenant until the transaction ends. */
export async function lockPeople<T>(trx: Kysely<T>, tenant: string): Promise<void> {
  // No key update: rows that only name the tenant may still be written meanwhile.
  await sql`select 1 from identity_tenant where id = ${tenant} for no key update`.execute(trx)
}

/** The roles a person has for good. */
export async function lastingRoles<T>(trx: Kysely<T>, tenant: string, person: string): Promise<Role[]> {
  const { rows } = await sql<{ role: Role }>`
    select role from identity_role where tenant = ${tenant} and person = ${person} and valid_until is null order by role`.execute(
    trx,
  )
  return rows.map((row) => row.role)
}

/** Administrators without an end date, beside a person. */
export async function otherAdministrators<T>(trx: Kysely<T>, tenant: string, person: string | null): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from identity_role r join identity_person p on p.id = r.person
    where r.tenant = ${tenant} and r.role = 'administrator' and r.valid_until is null and coalesce(r.valid_from <= now(), true)
      and p.deactivated_at is null and (${person}::uuid is null or r.person <> ${person})`.execute(trx)
  return rows[0]?.n ?? 0
}

/** Gives roles for good. One that was limited is so no more. */
export async function giveRoles<T>(
  trx: Kysely<T>,
  given: { tenant: string; person: string; roles: readonly Role[]; by: string | null },
): Promise<void> {
  await sql`
    insert into identity_role (person, tenant, role, granted_by) select ${given.person}, ${given.tenant}, one, ${given.by}
    from unnest(${[...given.roles]}::text[]) one
    on conflict (person, tenant, role) do update set valid_from = null, valid_until = null, granted_by = excluded.granted_by, granted_at = now()
      where identity_role.valid_until is not null`.execute(trx)
}

/** Takes roles away that are for good. */
export async function takeRoles<T>(trx: Kysely<T>, tenant: string, person: string, roles: readonly Role[]): Promise<void> {
  await sql`delete from identity_role where tenant = ${tenant} and person = ${person} and valid_until is null
    and role = any (${[...roles]}::text[])`.execute(trx)
}

/** Gives a role from one day to another, both included; false when the person has it for good. */
export async function giveRoleForDays<T>(
  trx: Kysely<T>,
  given: { tenant: string; person: string; role: Role; from: string; until: string; by: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into identity_role (person, tenant, role, granted_by, valid_from, valid_until)
    values (${given.person}, ${given.tenant}, ${given.role}, ${given.by}, ${given.from}::date::timestamp at time zone 'Europe/Berlin',
      (${given.until}::date + 1)::timestamp at time zone 'Europe/Berlin')
    on conflict (person, tenant, role) do update set valid_from = excluded.valid_from, valid_until = excluded.valid_until,
      granted_by = excluded.granted_by, granted_at = now() where identity_role.valid_until is not null`.execute(trx)
  return (numAffectedRows ?? 0n) > 0n
}

/** Ends a role that was given for some days; false when there is none. */
export async function endRoleForDays<T>(trx: Kysely<T>, tenant: string, person: string, role: Role): Promise<boolean> {
  const { numAffectedRows } =
    await sql`delete from identity_role where tenant = ${tenant} and person = ${person} and role = ${role}
    and valid_until is not null`.execute(trx)
  return (numAffectedRows ?? 0n) > 0n
}

/** Ends every session of a person: with other rights one signs in anew. */
export async function endSessions<T>(trx: Kysely<T>, person: string): Promise<void> {
  await sql`delete from identity_session where person = ${person}`.execute(trx)
}

/** Takes all roles of a person at a tenant and keeps them as what was left; the account rests when nothing else needs it. */
export async function leaveTenant<T>(trx: Kysely<T>, tenant: string, person: string, by: string): Promise<void> {
  await sql`
    insert into identity_leave (tenant, person, left_by, roles)
    select ${tenant}, ${person}, ${by}, coalesce(jsonb_agg(jsonb_build_object('role', role, 'from', null, 'until', ${lastDay('valid_until')})), '[]')
    from identity_role where tenant = ${tenant} and person = ${person} and coalesce(valid_until > now(), true)
    on conflict (tenant, person) do update set left_at = now(), left_by = excluded.left_by, roles = excluded.roles`.execute(trx)
  await sql`delete from identity_role where tenant = ${tenant} and person = ${person}`.execute(trx)
  await sql`update identity_person set deactivated_at = now() where id = ${person} and deactivated_at is null
    and not exists (select from identity_role where person = ${person})`.execute(trx)
}

/** What somebody was who left a tenant; takes the note away and wakes the account. Undefined when he never left. */
export async function returnToTenant<T>(trx: Kysely<T>, tenant: string, person: string): Promise<HeldRole[] | undefined> {
  const { rows } = await sql<{ roles: HeldRole[] }>`
    delete from identity_leave where tenant = ${tenant} and person = ${person} returning roles`.execute(trx)
  if (!rows[0]) return undefined
  await sql`update identity_person set deactivated_at = null where id = ${person}`.execute(trx)
  return rows[0].roles
}

/** Who left a tenant, newest first: whose work may lie without an owner. */
export async function leftPeople<T>(db: Kysely<T>, tenant: string): Promise<{ id: string; name: string; day: string }[]> {
  const { rows } = await sql<{ id: string; name: string; day: string }>`
    select p.id, p.name, ${local('l.left_at')} as day from identity_leave l join identity_person p on p.id = l.person
    where l.tenant = ${tenant} order by l.left_at desc limit 200`.execute(db)
  return rows
}

/** Administrators of a tenant without a second factor. */
export async function administratorsWithoutFactor<T>(db: Kysely<T>, tenant: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from identity_role r join identity_person p on p.id = r.person
    where r.tenant = ${tenant} and r.role = 'administrator' and coalesce(r.valid_until > now(), true) and p.deactivated_at is null
      and not (${strong}) order by p.name`.execute(db)
  return rows
}

/** The account of a mailbox. */
export async function personByEmail<T>(db: Kysely<T>, key: string): Promise<{ id: string; name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from identity_person where email_key = ${key}`.execute(db)
  return rows[0]
}

/** Whether a person has any role at a tenant today or in the days to come. */
export async function worksAt<T>(db: Kysely<T>, tenant: string, person: string): Promise<boolean> {
  const { rows } = await sql`select 1 from identity_role where tenant = ${tenant} and person = ${person}
    and coalesce(valid_until > now(), true)`.execute(db)
  return rows.length > 0
}

/** Makes the account of somebody who showed that the mailbox is his; false when the mailbox has one already. */
export async function insertPerson<T>(
  trx: Kysely<T>,
  person: { id: string; name: string; email: string; emailKey: string; lang: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into identity_person (id, name, email, email_key, lang, email_confirmed_at)
    values (${person.id}, ${person.name}, ${person.email}, ${person.emailKey}, ${person.lang}, now())
    on conflict (email_key) do nothing`.execute(trx)
  return (numAffectedRows ?? 0n) > 0n
}
