import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Params } from '#kernel/route.ts'
import type { Town } from '#support/house.ts'

let number = 0

/** An open wish of a tenant. */
export async function freshRequest(town: Town, slug: string): Promise<Params> {
  const id = randomUUID()
  await sql`insert into catalogue_request (id, tenant, kind, year, number, state, title, body, secret_hash, due_on)
    values (${id}, ${town.site(slug).id}, 'wish', 2025, ${++number}, 'open', 'Leerstand', 'Leerstand in der Innenstadt', ${randomBytes(32)}, current_date)`.execute(
    town.house.database.system,
  )
  return { id }
}
