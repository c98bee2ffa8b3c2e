import { type Kysely, sql } from 'kysely'
import { readUpload } from '../model/local-address.ts'
import { type Mapping, noMapping, type Source } from '../model/source.ts'

type Db<T> = Kysely<T>

interface SourceRow extends Omit<Source, 'mapping'> {
  readonly mapping: Partial<Mapping>
}

const columns = sql`id, tenant, slug, name, kind, address, settings, mapping, schedule, state, vanish_percent as "vanishPercent", contact,
  next_at as "nextAt", good_at as "goodAt", broken_since as "brokenSince", mark`

const read = ({ mapping, ...row }: SourceRow): Source => ({
  ...row,
  mapping: { publishers: { ...mapping.publishers }, values: { ...noMapping.values, ...mapping.values } },
})

/** The sources of a tenant by name. */
export async function sourcesOf<T>(db: Db<T>, tenant: string): Promise<Source[]> {
  const { rows } =
    await sql<SourceRow>`select ${columns} from harvest_source where tenant = ${tenant} order by lower(name), id limit 1000`.execute(
      db,
    )
  return rows.map(read)
}

export async function sourceById<T>(db: Db<T>, tenant: string, id: string): Promise<Source | undefined> {
  const { rows } = await sql<SourceRow>`select ${columns} from harvest_source where tenant = ${tenant} and id = ${id}`.execute(db)
  return rows[0] && read(rows[0])
}

/** Fingerprints of the tables that sources were uploaded with, so that the storage keeps them. */
export async function uploadedTables<T>(db: Db<T>): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`select address from harvest_source where address like 'datei:%'`.execute(db)
  return rows.flatMap(({ address }) => readUpload(address)?.sha256 ?? [])
}

/** How many records of each source are there. */
export async function recordCounts<T>(db: Db<T>, tenant: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ source: string; n: number }>`
    select s.id as source, count(r.id_hash)::int as n from harvest_source s join harvest_record r on r.source = s.id and r.state = 'there'
    where s.tenant = ${tenant} group by s.id`.execute(db)
  return new Map(rows.map((row) => [row.source, row.n]))
}

/** Every source of that name or id, whoever looks after it: for the command line. */
export async function findSources<T>(db: Db<T>, name: string): Promise<Source[]> {
  const { rows } =
    await sql<SourceRow>`select ${columns} from harvest_source where slug = ${name} or id::text = ${name} order by tenant`.execute(
      db,
    )
  return rows.map(read)
}

export async function allSources<T>(db: Db<T>): Promise<Source[]> {
  const { rows } = await sql<SourceRow>`select ${columns} from harvest_source order by tenant, slug`.execute(db)
  return rows.map(read)
}

/** What staff says of a source. */
export type SourceValues = Pick<
  Source,
  'slug' | 'name' | 'kind' | 'address' | 'settings' | 'schedule' | 'vanishPercent' | 'contact'
>

export async function insertSource<T>(
  db: Db<T>,
  tenant: string,
  id: string,
  given: SourceValues,
  by: string | null,
): Promise<boolean> {
  const { rows } =
    await sql`insert into harvest_source (id, tenant, slug, name, kind, address, settings, schedule, vanish_percent, contact, created_by)
    values (${id}, ${tenant}, ${given.slug}, ${given.name}, ${given.kind}, ${given.address}, ${JSON.stringify(given.settings)}::jsonb, ${given.schedule}, ${given.vanishPercent}, ${given.contact}, ${by})
    on conflict (tenant, slug) do nothing returning id`.execute(db)
  return rows.length > 0
}

export async function updateSource<T>(db: Db<T>, tenant: string, id: string, given: Omit<SourceValues, 'slug'>): Promise<void> {
  await sql`update harvest_source set name = ${given.name}, kind = ${given.kind}, address = ${given.address}, settings = ${JSON.stringify(given.settings)}::jsonb,
    schedule = ${given.schedule}, vanish_percent = ${given.vanishPercent}, contact = ${given.contact}, mark = null, changed_at = now(), next_at = ${nextAt(given.schedule)}
    where tenant = ${tenant} and id = ${id}`.execute(db)
}

export async function writeMapping<T>(db: Db<T>, tenant: string, id: string, mapping: Mapping): Promise<void> {
  await sql`update harvest_source set mapping = ${JSON.stringify(mapping)}::jsonb, mark = null, changed_at = now() where tenant = ${tenant} and id = ${id}`.execute(
    db,
  )
}

export async function setSourceState<T>(db: Db<T>, tenant: string, id: string, state: Source['state']): Promise<void> {
  await sql`update harvest_source set state = ${state}, next_at = case when ${state} = 'on' then now() else null end, changed_at = now()
    where tenant = ${tenant} and id = ${id}`.execute(db)
}

export async function deleteSource<T>(db: Db<T>, tenant: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from harvest_source where tenant = ${tenant} and id = ${id}
    and (lease_until is null or lease_until < now())`.execute(db)
  return Number(numAffectedRows ?? 0) > 0
}

/** When a source is due again; those of one rhythm are spread over the hour or night by their id, so that they do not all come at once. */
export const nextAt = (schedule: Source['schedule']) => sql`case ${schedule}::text
  when 'hourly' then now() + interval '1 hour'
  when 'daily' then date_trunc('day', now() + interval '1 day') + interval '1 hour' + (abs(hashtext(id::text)) % 240) * interval '1 minute'
  when 'weekly' then date_trunc('day', now() + interval '7 days') + interval '1 hour' + (abs(hashtext(id::text)) % 240) * interval '1 minute'
  end`

/** Sources whose time has come, and those with a run that nobody works on any more. */
export async function dueSources<T>(db: Db<T>): Promise<{ id: string; tenant: string }[]> {
  const { rows } = await sql<{ id: string; tenant: string }>`
    select id, tenant from harvest_source where state = 'on' and schedule <> 'off' and next_at <= now() and (lease_until is null or lease_until < now())
    union
    select s.id, s.tenant from harvest_run r join harvest_source s on s.id = r.source and s.tenant = r.tenant
    where r.state = 'running' and (s.lease_until is null or s.lease_until < now()) and r.changed_at < now() - interval '30 seconds'`.execute(
    db,
  )
  return rows
}
