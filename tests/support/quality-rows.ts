import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'

/** An address of a record that does not answer, and something in every table about quality. Gives the parameter of its deeds. */
export async function plantQuality<T>(db: Kysely<T>, tenant: string, resource: string): Promise<{ id: string }> {
  const id = randomUUID().replaceAll('-', '')
  await sql`insert into quality_check (id, tenant, secret_hash, profile, name) values (${randomUUID()}, ${tenant}, ${Buffer.from(id)}, 'hvd-3.0', '')`.execute(
    db,
  )
  await sql`insert into quality_link (tenant, hash, address, host, state, status, fault, failures, failing_since, checked_at, next_at)
    values (${tenant}, ${id}, ${`https://daten.example/${id}.csv`}, 'daten.example', 'broken', 404, 'status', 3, now() - interval '3 days', now(), now() + interval '1 day')`.execute(
    db,
  )
  await sql`insert into quality_link_use (tenant, hash, resource, role, node) values (${tenant}, ${id}, ${resource}, 'download', 'https://daten.example/1')`.execute(
    db,
  )
  await sql`insert into quality_setting (tenant) values (${tenant}) on conflict do nothing`.execute(db)
  await sql`insert into catalogue_quality_day (tenant, publisher_slug, records, score, best) values (${tenant}, '', 1, 200, 405) on conflict do nothing`.execute(
    db,
  )
  return { id }
}
