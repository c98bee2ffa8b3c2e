import { type Kysely, sql } from 'kysely'
import type { CatalogueTables, LinkState } from './tables.ts'

/** Notes what the addresses of records answered; the verdict on those for which something is different is made anew. As the owner. */
export async function writeLinkStates(
  db: Kysely<CatalogueTables>,
  states: readonly { readonly id: string; readonly links: LinkState }[],
): Promise<void> {
  if (states.length === 0) return
  await sql`update catalogue_resource r set links = l.links, quality_hash = null
    from jsonb_to_recordset(${JSON.stringify(states)}::jsonb) as l(id uuid, links jsonb)
    where r.id = l.id and r.links is distinct from l.links`.execute(db)
}
