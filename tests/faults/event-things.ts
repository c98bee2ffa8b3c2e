import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Params } from '#kernel/route.ts'
import type { Town } from '#support/house.ts'
import { insertProcedureOf } from '#support/procedure.ts'

const system = (town: Town) => town.house.database.system

/** A procedure of a tenant that is made of dates, not public yet. */
export async function freshEvents(town: Town, slug: string): Promise<Params> {
  const { id } = await insertProcedureOf(town, slug, {
    slug: `termine-${randomUUID()}`,
    format: 'events',
    state: 'draft',
    actions: ['read', 'submit'],
  })
  return { id }
}

/** A draft of an event in such a procedure. */
export async function freshEvent(town: Town, slug: string): Promise<Params> {
  const { id = '' } = await freshEvents(town, slug)
  const event = randomUUID()
  await sql`insert into participation_event (id, tenant, procedure, key, kind, title, starts_at, ends_at)
    values (${event}, ${town.site(slug).id}, ${id}, 1, 'event', 'Zur Probe', now() + interval '1 day', now() + interval '25 hours')`.execute(
    system(town),
  )
  return { event }
}

/** Somebody who wants to come to it. */
export async function freshRegistration(town: Town, slug: string): Promise<Params> {
  const { event = '' } = await freshEvent(town, slug)
  const registration = randomUUID()
  await sql`insert into participation_registration (id, tenant, event, people, name, secret_hash)
    values (${registration}, ${town.site(slug).id}, ${event}, 1, 'Jana', ${Buffer.from(registration)})`.execute(system(town))
  return { registration }
}

/** A draft of a search for a date. */
export async function freshPoll(town: Town, slug: string): Promise<Params> {
  const { id = '' } = await freshEvents(town, slug)
  const poll = randomUUID()
  await sql`insert into participation_poll (id, tenant, procedure, key, title, until)
    values (${poll}, ${town.site(slug).id}, ${id}, 1, 'Zur Probe', now() + interval '1 day')`.execute(system(town))
  return { poll }
}
