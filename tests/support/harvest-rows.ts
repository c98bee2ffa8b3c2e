import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'

/** A source of a tenant with a run that waits, and something in every table of the harvest. Gives the parameters of its pages. */
export async function plantSource<T>(db: Kysely<T>, tenant: string, resource?: string): Promise<{ id: string; run: string }> {
  const [id, run] = [randomUUID(), randomUUID()]
  await sql`insert into harvest_source (id, tenant, slug, name, kind, address, state, contact)
    values (${id}, ${tenant}, ${id}, 'Probe', 'dcat', 'https://daten.example/katalog.ttl', 'on', 'daten@probe.example')`.execute(
    db,
  )
  await sql`insert into harvest_run (id, tenant, source, mode, cause, state, phase, holds)
    values (${run}, ${tenant}, ${id}, 'run', 'clock', 'held', 'judge', '[{"kind": "empty", "params": {"before": 3}}]')`.execute(
    db,
  )
  await sql`insert into harvest_staged (tenant, run, id_hash, source_id, raw_hash, outcome) values (${tenant}, ${run}, 'a', 'a', 'a', 'same')`.execute(
    db,
  )
  await sql`insert into harvest_record (tenant, source, id_hash, source_id, raw_hash, target, resource)
    values (${tenant}, ${id}, 'a', 'a', 'a', ${tenant}, ${resource ?? randomUUID()})`.execute(db)
  await sql`insert into harvest_issue (tenant, run, number, source_id, reason, excerpt) values (${tenant}, ${run}, 1, 'b', 'no-title', '{}')`.execute(
    db,
  )
  if (resource) {
    await sql`insert into catalogue_origin_source (tenant, id, name, address) values (${tenant}, ${id}, 'Probe', 'https://daten.example/katalog.ttl')`.execute(
      db,
    )
    await sql`insert into catalogue_origin (tenant, resource, source, page) values (${tenant}, ${resource}, ${id}, 'https://daten.example/a')`.execute(
      db,
    )
  }
  return { id, run }
}
