import { type Kysely, sql } from 'kysely'

/** Names of persons by id, in one question; who was erased is not among them. The owner's connection: names are shown to colleagues only. */
export async function personNames<T>(db: Kysely<T>, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from identity_person where id = any(${wanted}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Everybody who has a role of their own in a tenant today, by name: for choosing who is in charge. */
export async function staffOf<T>(db: Kysely<T>, tenant: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from identity_person p where p.deactivated_at is null and exists (
      select 1 from identity_role r where r.person = p.id and r.tenant = ${tenant}
      and coalesce(r.valid_from <= now(), true) and coalesce(r.valid_until > now(), true))
    order by lower(p.name), p.id limit 1000`.execute(db)
  return rows
}
