import { type Kysely, sql } from 'kysely'
import type { Box, Candidate, Project } from '../../model/vote/box.ts'
import type { ParticipationTables } from '../tables.ts'

type Db = Kysely<ParticipationTables>

const boxColumns = sql`b.id, b.tenant, b.procedure, b.slug, b.title, b.kind, b.rule, b.threshold, b.budget, b.fewest, b.most, b.points, b.each,
  b.register, b.last, encode(b.head, 'hex') as head, b.ballots, b.counted_at as "countedAt"`

/** What staff says of a box. */
export type BoxDraft = Pick<
  Box,
  'slug' | 'title' | 'kind' | 'rule' | 'threshold' | 'budget' | 'fewest' | 'most' | 'points' | 'each' | 'register'
>

/** The boxes of a procedure in their order. */
export async function boxesOf(db: Db, procedure: string): Promise<Box[]> {
  const { rows } =
    await sql<Box>`select ${boxColumns} from participation_box b where b.procedure = ${procedure} order by b.position, b.slug`.execute(
      db,
    )
  return rows
}

/** A box of a tenant by its id. */
export async function boxById(db: Db, tenant: string, id: string): Promise<Box | undefined> {
  const { rows } =
    await sql<Box>`select ${boxColumns} from participation_box b where b.tenant = ${tenant} and b.id = ${id}`.execute(db)
  return rows[0]
}

/** Sets up a box. */
export async function insertBox(
  db: Db,
  one: BoxDraft & { readonly id: string; readonly tenant: string; readonly procedure: string; readonly position: number },
): Promise<void> {
  await sql`insert into participation_box (id, tenant, procedure, slug, title, position, kind, rule, threshold, budget, fewest, most, points, each, register)
    values (${one.id}, ${one.tenant}, ${one.procedure}, ${one.slug}, ${one.title}, ${one.position}, ${one.kind}, ${one.rule}, ${one.threshold}, ${one.budget},
      ${one.fewest}, ${one.most}, ${one.points}, ${one.each}, ${one.register})`.execute(db)
}

/** Changes a box; the database refuses once a vote is in it. */
export async function updateBox(db: Db, tenant: string, id: string, one: BoxDraft): Promise<void> {
  await sql`update participation_box set title = ${one.title}, kind = ${one.kind}, rule = ${one.rule}, threshold = ${one.threshold}, budget = ${one.budget},
    fewest = ${one.fewest}, most = ${one.most}, points = ${one.points}, each = ${one.each}, register = ${one.register}
    where tenant = ${tenant} and id = ${id}`.execute(db)
}

/** A box with what stands for election in it: one question. */
export async function ballotOf(
  db: Db,
  procedure: string,
  slug: string,
): Promise<{ box: Box; candidates: Candidate[] } | undefined> {
  const { rows } = await sql<Box & { candidates: Candidate[] }>`select ${boxColumns},
      coalesce((select json_agg(json_build_object('key', p.key, 'title', p.title, 'summary', p.summary, 'place', p.place, 'cost', p.cost) order by length(p.key), p.key)
        from participation_budget_project p where p.box = b.id and p.state = 'checked'), '[]') as candidates
    from participation_box b where b.procedure = ${procedure} and b.slug = ${slug}`.execute(db)
  const [found] = rows
  if (!found) return undefined
  const { candidates, ...box } = found
  return { box, candidates }
}

/** All projects of a procedure, those on ballots first. */
export async function projectsOf(db: Db, procedure: string): Promise<Project[]> {
  const { rows } =
    await sql<Project>`select id, procedure, submission, box, key, title, summary, place, state, cost, office, note from participation_budget_project
    where procedure = ${procedure} order by state = 'refused', length(key), key, title`.execute(db)
  return rows
}

/** Keeps a project as it now is; the database refuses what would change a ballot that has votes. */
export async function saveProject(db: Db, tenant: string, one: Project): Promise<void> {
  await sql`insert into participation_budget_project (id, tenant, procedure, submission, box, key, title, summary, place, state, cost, office, note)
    values (${one.id}, ${tenant}, ${one.procedure}, ${one.submission}, ${one.box}, ${one.key}, ${one.title}, ${one.summary}, ${one.place}, ${one.state}, ${one.cost}, ${one.office}, ${one.note})
    on conflict (id) do update set box = excluded.box, key = excluded.key, title = excluded.title, summary = excluded.summary, place = excluded.place,
      state = excluded.state, cost = excluded.cost, office = excluded.office, note = excluded.note, changed_at = clock_timestamp()
    where participation_budget_project.tenant = ${tenant}`.execute(db)
}
