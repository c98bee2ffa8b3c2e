import { type Kysely, sql } from 'kysely'
import type { Scope } from '#platform/db'
import type { CatalogueTables } from '../tables.ts'

/** How the records of a view fared in one check. */
export interface CheckCount {
  id: string
  passed: number
  failed: number
}

export interface QualityTotals {
  records: number
  /** Assessed by now; the rest follows within minutes. */
  assessed: number
  /** Records that passed every check. */
  whole: number
  /** Records judged by the official shapes, and those of them without a violation. */
  judged: number
  conforming: number
}

export interface PublisherQuality {
  publisher: string
  slug: string
  records: number
  whole: number
  /** Mean number of checks passed. */
  mean: number
  /** Mean points of the MQA, and of what could be asked. */
  score: number
  best: number
}

const visible = (scope: Scope) => sql`state = 'published' and tenant = any(${[...scope.readable]}::uuid[])`
const passedAll = sql`not (quality->'checks' @> '[{"passed": false}]')`

/** Passed and failed by check. */
export async function checkCounts(db: Kysely<CatalogueTables>, scope: Scope): Promise<CheckCount[]> {
  const { rows } = await sql<CheckCount>`
    select c->>'id' as id, count(*) filter (where (c->>'passed')::boolean)::int as passed, count(*) filter (where not (c->>'passed')::boolean)::int as failed
    from catalogue_resource cross join lateral jsonb_array_elements(quality->'checks') as c
    where ${visible(scope)} and quality is not null group by 1`.execute(db)
  return rows
}

/** Sums over a view. */
export async function qualityTotals(db: Kysely<CatalogueTables>, scope: Scope): Promise<QualityTotals> {
  const { rows } = await sql<QualityTotals>`
    select count(*)::int as records, count(quality)::int as assessed,
      count(*) filter (where quality is not null and ${passedAll})::int as whole,
      count(quality->'violations')::int as judged, count(*) filter (where (quality->>'violations')::int = 0)::int as conforming
    from catalogue_resource where ${visible(scope)}`.execute(db)
  return rows[0] ?? { records: 0, assessed: 0, whole: 0, judged: 0, conforming: 0 }
}

/** Publishers with what they passed, those with the most records first. */
export async function qualityByPublisher(db: Kysely<CatalogueTables>, scope: Scope, limit: number): Promise<PublisherQuality[]> {
  const { rows } = await sql<PublisherQuality>`
    select min(publisher) as publisher, publisher_slug as slug, count(*)::int as records,
      count(*) filter (where ${passedAll})::int as whole,
      avg(jsonb_array_length(jsonb_path_query_array(quality->'checks', '$[*] ? (@.passed == true)')))::float as mean,
      coalesce(avg((quality->>'score')::numeric) filter (where (quality->>'best')::int > 0), 0)::float as score,
      coalesce(avg((quality->>'best')::numeric) filter (where (quality->>'best')::int > 0), 0)::float as best
    from catalogue_resource where ${visible(scope)} and quality is not null and publisher is not null
    group by publisher_slug order by 3 desc, 1 limit ${limit}`.execute(db)
  return rows
}

/** Ids of the records that passed or failed a check (`all`: every check), newest first, and how many there are. */
export async function recordsByCheck(
  db: Kysely<CatalogueTables>,
  scope: Scope,
  wanted: { check: string; passed: boolean; offset: number; limit: number },
): Promise<{ ids: string[]; total: number }> {
  const test =
    wanted.check === 'all'
      ? wanted.passed
        ? passedAll
        : sql`not (${passedAll})`
      : sql`quality->'checks' @> ${JSON.stringify([{ id: wanted.check, passed: wanted.passed }])}::jsonb`
  const { rows } = await sql<{ id: string; total: number }>`
    select id, count(*) over ()::int as total from catalogue_resource where ${visible(scope)} and quality is not null and ${test}
    order by record_modified desc nulls last, id offset ${wanted.offset} limit ${wanted.limit}`.execute(db)
  return { ids: rows.map((row) => row.id), total: rows[0]?.total ?? 0 }
}

/** Ids of the records that earn nothing for a question of the MQA, newest first, and how many there are. */
export async function recordsLacking(
  db: Kysely<CatalogueTables>,
  scope: Scope,
  wanted: { id: string; offset: number; limit: number },
): Promise<{ ids: string[]; total: number }> {
  const { rows } = await sql<{ id: string; total: number }>`
    select id, count(*) over ()::int as total from catalogue_resource where ${visible(scope)} and quality->'lost' ? ${wanted.id}
    order by record_modified desc nulls last, id offset ${wanted.offset} limit ${wanted.limit}`.execute(db)
  return { ids: rows.map((row) => row.id), total: rows[0]?.total ?? 0 }
}
