import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { allTenants, insertTenants } from '#identity'
import type { Params } from '#kernel/route.ts'
import { type Town, tenant } from '#support/house.ts'
import { signedIn } from '#support/people.ts'

const short = () => randomUUID().slice(0, 8)

/** Somebody who works for a tenant. */
export const freshPerson = async (town: Town, slug: string): Promise<Params> => ({
  person: (await signedIn(town, { [slug]: ['reader'] })).id,
})

/** An open invitation of a tenant. */
export async function freshInvitation(town: Town, slug: string): Promise<Params> {
  const id = randomUUID()
  const email = `${short()}@verwaltung.example`
  await sql`insert into identity_invitation (id, tenant, name, email, email_key, roles, token_hash, expires_at)
    values (${id}, ${town.site(slug).id}, 'Karl Kuhn', ${email}, ${email}, '{reader}', ${randomBytes(32)}, now() + interval '1 day')`.execute(
    town.house.database.system,
  )
  return { invitation: id }
}

/** A tenant below another. */
async function below(town: Town, slug: string): Promise<string> {
  const child = tenant({ slug: `ortsteil-${short()}`, parent: town.site(slug).id })
  await insertTenants(town.house.database.system, [child])
  await town.house.keeper.refresh()
  return child.slug
}

/** A municipality that a tenant looks after. */
export const freshTenant = async (town: Town, slug: string): Promise<Params> => ({ slug: await below(town, slug) })

/** Somebody who may act for a tenant, by a mandate of this tenant. */
export async function freshMandate(town: Town, slug: string): Promise<Params> {
  const holder = await below(town, 'land')
  const holderId = (await allTenants(town.house.database.system)).find((one) => one.slug === holder)?.id ?? ''
  await sql`insert into identity_mandate (tenant, holder, roles) values (${town.site(slug).id}, ${holderId}, '{editor}')`.execute(
    town.house.database.system,
  )
  return { holder }
}

/** An old address of a tenant that leads elsewhere. */
export async function freshRedirect(town: Town, slug: string): Promise<Params> {
  const id = randomUUID()
  await sql`insert into identity_redirect (id, tenant, old_path, target) values (${id}, ${town.site(slug).id}, ${`/alt-${short()}`}, '/daten')`.execute(
    town.house.database.system,
  )
  return { redirect: id }
}

/** A page that a tenant wrote itself. */
export async function freshSitePage(town: Town, slug: string): Promise<Params> {
  const id = randomUUID()
  await sql`insert into identity_site_page (id, tenant, slug, lang, title, content) values (${id}, ${town.site(slug).id}, ${`seite-${short()}`}, 'de', 'Über uns', 'Text')`.execute(
    town.house.database.system,
  )
  return { page: id }
}
