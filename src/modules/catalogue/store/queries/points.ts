import { type Kysely, sql } from 'kysely'
import type { Scope } from '#platform/db'
import { type Dimension, needs, worthOf } from '#standards/mqa'
import { withPublicAddress } from '../../model/self.ts'
import type { CatalogueTables } from '../tables.ts'

type Db = Kysely<CatalogueTables>

/** Mean points of the MQA over the datasets of a view. */
export interface PointTotals {
  /** Datasets that were assessed; services are no part of it. */
  readonly records: number
  readonly score: number
  /** Mean of what could be asked. */
  readonly best: number
  readonly parts: Readonly<Record<Dimension, number>>
}

/** What one question would bring. */
export interface Gain {
  readonly id: string
  readonly weight: number
  /** Datasets that earn nothing for it. */
  readonly records: number
  /** Points in all. */
  readonly points: number
}

export interface TenantPoints {
  readonly tenant: string
  readonly records: number
  readonly score: number
  readonly best: number
}

/** Means on one day. */
export interface CoursePoint {
  /** `2026-11-26`. */
  readonly day: string
  readonly records: number
  readonly score: number
  readonly best: number
}

const counted = (scope: Scope, publisher = '') =>
  sql`state = 'published' and tenant = any(${[...scope.readable]}::uuid[]) and (quality->>'best')::int > 0 ${publisher === '' ? sql`` : sql`and publisher_slug = ${publisher}`}`
const mean = (name: string) => sql`coalesce(avg((quality->>${sql.lit(name)})::numeric), 0)::float`
const part = (name: Dimension) => sql`coalesce(avg((quality->'parts'->>${sql.lit(name)})::numeric), 0)::float`

/** Sums over a view, as means; of one publisher where one is named. */
export async function pointTotals(db: Db, scope: Scope, publisher = ''): Promise<PointTotals> {
  const { rows } = await sql<Omit<PointTotals, 'parts'> & Record<Dimension, number>>`
    select count(*)::int as records, ${mean('score')} as score, ${mean('best')} as best, ${part('findability')} as findability,
      ${part('accessibility')} as accessibility, ${part('interoperability')} as interoperability, ${part('reusability')} as reusability,
      ${part('contextuality')} as contextuality
    from catalogue_resource where ${counted(scope, publisher)}`.execute(db)
  const { records = 0, score = 0, best = 0, ...parts } = rows[0] ?? {}
  return { records, score, best, parts: parts as Record<Dimension, number> }
}

/** What would gain most, first: what it is worth times the datasets that lack it. What waits for something else counts with that. */
export async function gainsOf(db: Db, scope: Scope): Promise<Gain[]> {
  const { rows } = await sql<{ id: string; records: number }>`
    select lost as id, count(*)::int as records from catalogue_resource cross join lateral jsonb_array_elements_text(quality->'lost') as lost
    left join unnest(${Object.keys(needs)}::text[], ${Object.values(needs)}::text[]) as wait(id, first) on wait.id = lost
    where ${counted(scope)} and (wait.first is null or not quality->'lost' ? wait.first) group by 1`.execute(db)
  return rows
    .map(({ id, records }) => ({ id, records, weight: worthOf(id), points: worthOf(id) * records }))
    .filter((one) => one.weight > 0)
    .sort((a, b) => b.points - a.points || b.weight - a.weight)
}

/** Means of each tenant of a view, the best first. */
export async function pointsByTenant(db: Db, scope: Scope): Promise<TenantPoints[]> {
  const { rows } = await sql<TenantPoints>`
    select tenant, count(*)::int as records, ${mean('score')} as score, ${mean('best')} as best
    from catalogue_resource where ${counted(scope)} group by tenant order by score desc, tenant`.execute(db)
  return rows
}

/** Means of a view day by day, oldest first; of one publisher where one is named. */
export async function courseOf(db: Db, scope: Scope, publisher = ''): Promise<CoursePoint[]> {
  const { rows } = await sql<CoursePoint>`
    select day, sum(records)::int as records, sum(score)::float / nullif(sum(records), 0) as score, sum(best)::float / nullif(sum(records), 0) as best
    from catalogue_quality_day where tenant = any(${[...scope.readable]}::uuid[]) and publisher_slug = ${publisher} and records > 0
    group by day order by day desc limit 400`.execute(db)
  return rows.reverse()
}

/** Notes today's sums for every tenant and publisher; a second time it writes the same row. Old days are thinned out. */
export async function noteDay(db: Db): Promise<void> {
  await sql`
    insert into catalogue_quality_day (tenant, publisher_slug, records, score, best)
    select tenant, coalesce(publisher_slug, ''), count(*), sum((quality->>'score')::int), sum((quality->>'best')::int)
    from catalogue_resource where state = 'published' and (quality->>'best')::int > 0
    group by grouping sets ((tenant), (tenant, publisher_slug)) having grouping(publisher_slug) = 1 or publisher_slug <> ''
    on conflict (tenant, publisher_slug, day) do update set records = excluded.records, score = excluded.score, best = excluded.best`.execute(
    db,
  )
  await sql`delete from catalogue_quality_day where day < current_date - interval '5 years'
    or (day < current_date - 90 and extract(isodow from day) <> 1)`.execute(db)
}

/** A source of records, with what is wrong with what came from it. */
export interface SourceQuality {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly records: number
  /** Records that the official shapes refuse, of those that were judged. */
  readonly refused: number
  readonly judged: number
  readonly score: number
  readonly best: number
}

const fromSource = (
  scope: Scope,
) => sql`catalogue_origin o join catalogue_resource r on r.tenant = o.tenant and r.id = o.resource and r.state = 'published'
  where o.tenant = any(${[...scope.readable]}::uuid[])`

/** The sources of a view, those with the most refused records first. */
export async function qualityBySource(db: Db, scope: Scope): Promise<SourceQuality[]> {
  const { rows } = await sql<SourceQuality>`
    select s.id, s.name, s.address, q.* from (
      select o.source, count(*)::int as records, count(*) filter (where (r.quality->>'violations')::int > 0)::int as refused,
        count(r.quality->'violations')::int as judged,
        coalesce(avg((r.quality->>'score')::numeric) filter (where (r.quality->>'best')::int > 0), 0)::float as score,
        coalesce(avg((r.quality->>'best')::numeric) filter (where (r.quality->>'best')::int > 0), 0)::float as best
      from ${fromSource(scope)} group by o.source) q
    join lateral (select id, name, address from catalogue_origin_source s where s.id = q.source and s.tenant = any(${[...scope.readable]}::uuid[]) limit 1) s on true
    order by refused desc, s.name limit 500`.execute(db)
  return rows
}

/** A finding about what came from a source, and where. */
export interface SourceFinding {
  readonly severity: 'Violation' | 'Warning' | 'Info'
  readonly path: string
  readonly constraint: string
  readonly value: string | null
  readonly node: string | null
  readonly uri: string
  readonly title: string
  readonly page: string | null
}

/** Everything the official shapes found in what came from a source, in order; at most so many. */
export async function findingsOfSource(
  db: Db,
  scope: Scope,
  source: string,
  publicUrl: string,
  most: number,
): Promise<SourceFinding[]> {
  const { rows } = await sql<SourceFinding>`
    select f->>'severity' as severity, f->>'path' as path, f->>'constraint' as "constraint", f->>'value' as value, f->>'node' as node, w.uri, w.title, w.page
    from (select r.id, r.uri, r.title, o.page, r.quality->'findings' as findings from ${fromSource(scope)} and o.source = ${source}
      and jsonb_typeof(r.quality->'findings') = 'array') w cross join lateral jsonb_array_elements(w.findings) as f
    order by w.id limit ${most}`.execute(db)
  return rows.map((row) => ({ ...row, uri: withPublicAddress(row.uri, publicUrl) }))
}
