import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Town } from '#support/house.ts'

/** A public project of a tenant that lacks nothing; `given` says what matters to a test. */
export async function plantProject(
  town: Town,
  tenant: string,
  given: { slug?: string; state?: string; stage?: string; participation?: string; title?: string } = {},
): Promise<{ id: string; slug: string }> {
  const id = randomUUID()
  const { slug = `vorhaben-${id.slice(0, 8)}`, state = 'public', stage = 'planned', participation = 'open' } = given
  await sql`insert into participation_project (id, tenant, slug, state, stage, title, lead, office, contact, timetable, participation, published_at)
    values (${id}, ${town.site(tenant).id}, ${slug}, ${state}, ${stage}, ${given.title ?? 'Freibad sanieren'}, 'Das Bad wird saniert.', 'Sportamt', '{"email":"sport@stadt.example"}',
      'Bau ab 2028', ${participation}, now())`.execute(town.house.database.system)
  return { id, slug }
}
