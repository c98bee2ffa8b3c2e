import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { hashPassword, tokenHash } from '#identity'
import type { Role } from '#kernel/actor.ts'
import { sessionCookieName } from '#platform/http'
import type { Town } from '#support/house.ts'

/** Somebody who works for tenants, signed in. */
export interface TestPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  /** The Cookie header of the session. */
  readonly cookie: string
}

/** A password that the rules allow. */
export const goodPassword = 'kastanie besen lampe'
let goodHash: Promise<string> | undefined

/** Makes a person with roles by tenant slug, who signs in with `goodPassword`. */
export async function member(
  town: Town,
  roles: Readonly<Record<string, readonly Role[]>>,
  given: { name?: string } = {},
): Promise<Omit<TestPerson, 'cookie'>> {
  const { cookie: _, ...person } = await signedIn(town, roles, given)
  goodHash ??= hashPassword(goodPassword)
  const db = town.house.database.system
  await sql`update identity_person set password_hash = ${await goodHash} where id = ${person.id}`.execute(db)
  await sql`delete from identity_session where person = ${person.id}`.execute(db)
  return person
}

/** Makes a person with roles by tenant slug and signs it in; `strong` says whether a second factor was shown. */
export async function signedIn(
  town: Town,
  roles: Readonly<Record<string, readonly Role[]>>,
  given: { name?: string; strong?: boolean } = {},
): Promise<TestPerson> {
  const db = town.house.database.system
  const id = randomUUID()
  const name = given.name ?? 'Jana Albers'
  const email = `${id.slice(0, 8)}@verwaltung.example`
  await sql`insert into identity_person (id, name, email, email_key, email_confirmed_at) values (${id}, ${name}, ${email}, ${email}, now())`.execute(
    db,
  )
  for (const [slug, names] of Object.entries(roles))
    for (const role of names)
      await sql`insert into identity_role (person, tenant, role) values (${id}, ${town.site(slug).id}, ${role})`.execute(db)
  const token = randomBytes(32).toString('base64url')
  await sql`insert into identity_session (id, token_hash, person, expires_at, strong_at)
    values (${randomUUID()}, ${tokenHash(token)}, ${id}, now() + interval '1 hour', ${given.strong === false ? null : new Date()})`.execute(
    db,
  )
  return { id, name, email, cookie: `${sessionCookieName(town.house.config.publicUrl)}=${token}` }
}

/** Somebody with roles at a tenant, and a key for programs there with these permissions. */
export async function programKey(
  town: Town,
  roles: readonly Role[],
  permissions: readonly string[],
  given: { tenant?: string; strong?: boolean; days?: number } = {},
): Promise<{ token: string; person: TestPerson }> {
  const { tenant = 'ahornstadt', strong = true, days = 1 } = given
  const person = await signedIn(town, { [tenant]: roles })
  const token = `alm_${randomBytes(32).toString('base64url')}`
  await sql`insert into identity_api_token (id, token_hash, person, tenant, name, permissions, strong, expires_at) values (${randomUUID()}, ${tokenHash(token)},
    ${person.id}, ${town.site(tenant).id}, 'Nachtlauf', ${[...permissions]}::text[], ${strong}, now() + make_interval(days => ${days}))`.execute(
    town.house.database.system,
  )
  return { token, person }
}

/** The newest mail in the queue to an address; undefined when none was written. `link` is the path of its link. */
export async function mailTo(town: Town, email: string): Promise<{ subject: string; text: string; link: string } | undefined> {
  const { rows } = await sql<{ subject: string; text: string }>`
    select subject, text from platform_mail where to_address = ${email} order by created_at desc, id limit 1`.execute(
    town.house.database.system,
  )
  const [mail] = rows
  const url = /https?:\/\/\S+/.exec(mail?.text ?? '')?.[0]
  return mail && { ...mail, link: url ? new URL(url).pathname + new URL(url).search : '' }
}

/** How many mails were written to an address. */
export async function mailsTo(town: Town, email: string): Promise<number> {
  const { rows } = await sql`select 1 from platform_mail where to_address = ${email}`.execute(town.house.database.system)
  return rows.length
}
