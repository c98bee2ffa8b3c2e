import { type Kysely, sql } from 'kysely'
import type { ProcedureState } from '../model/procedure.ts'
import type { Project, ProjectSettings, ProjectWriting, Stage } from '../model/project.ts'
import { usualSettings } from '../model/project.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

const columns = sql`p.id, p.tenant, p.slug, p.state, p.stage, p.staged_at as "stagedAt", p.title, p.lead, p.about, p.themes, p.district, p.place, p.area,
  p.cost_from::float8 as "costFrom", p.cost_to::float8 as "costTo", p.cost_note as "costNote", p.office, p.contact, p.papers, p.timetable, p.participation,
  p.participation_note as "participationNote", p.version, p.changed_at as "changedAt", p.published_at as "publishedAt", p.withdrawn_reason as "withdrawnReason"`

/** A project by its address; drafts only where staff asks. */
export async function projectBySlug(db: Db, tenant: string, slug: string): Promise<Project | undefined> {
  const { rows } =
    await sql<Project>`select ${columns} from participation_project p where p.tenant = ${tenant} and p.slug = ${slug}`.execute(db)
  return rows[0]
}

/** A project of a tenant by its id. */
export async function projectById(db: Db, tenant: string, id: string): Promise<Project | undefined> {
  const { rows } =
    await sql<Project>`select ${columns} from participation_project p where p.tenant = ${tenant} and p.id = ${id}`.execute(db)
  return rows[0]
}

/** Holds a project until the transaction ends, so that two who save come one after the other; gives it as it is then. */
export async function holdProject(trx: Db, tenant: string, id: string): Promise<Project | undefined> {
  const { rows } =
    await sql<Project>`select ${columns} from participation_project p where p.tenant = ${tenant} and p.id = ${id} for update`.execute(
      trx,
    )
  return rows[0]
}

/** A project in a list, with how many public procedures hang on it. */
export interface ListedProject extends Project {
  readonly procedures: number
  /** Whether somebody may act in one of them now. */
  readonly running: boolean
}

/** Which of them. */
export interface ProjectFilter {
  readonly stage?: Stage | undefined
  readonly theme?: string | undefined
  readonly district?: string | undefined
  readonly text?: string | undefined
}

/**
 * Public projects of some tenants: what is under way first, then what is decided, planned, an idea, done; within a stage the one changed last.
 * `after` is the id of the last one shown.
 */
export async function listProjects(
  db: Db,
  tenants: readonly string[],
  filter: ProjectFilter,
  {
    after,
    limit,
    order = 'stage',
  }: { readonly after?: string | undefined; readonly limit: number; readonly order?: 'stage' | 'changed' | 'id' },
): Promise<ListedProject[]> {
  const text = filter.text ? `%${filter.text.replace(/[\\%_]/g, '\\$&')}%` : undefined
  const rank = sql`array_position(array['running', 'decided', 'planned', 'idea', 'done'], p.stage)`
  const keys =
    order === 'id'
      ? sql`p.id`
      : order === 'changed'
        ? sql`-extract(epoch from p.changed_at), p.id`
        : sql`${rank}, -extract(epoch from p.changed_at), p.id`
  const { rows } = await sql<ListedProject>`
    select ${columns},
      (select count(*)::int from participation_project_procedure l join participation_procedure o on o.id = l.procedure where l.project = p.id and o.state = 'public') as procedures,
      exists (select 1 from participation_project_procedure l join participation_procedure o on o.id = l.procedure and o.state = 'public'
        join participation_phase f on f.procedure = o.id and f.track = 'public' and f.actions && array['submit', 'comment', 'rate', 'vote']
          and f.starts_at <= now() and (f.ends_at is null or now() < f.ends_at) where l.project = p.id) as running
    from participation_project p
    where p.state = 'public' and p.tenant = any(${[...tenants]}::uuid[])
      ${filter.stage ? sql`and p.stage = ${filter.stage}` : sql``}
      ${filter.theme ? sql`and ${filter.theme} = any(p.themes)` : sql``}
      ${filter.district ? sql`and p.district = ${filter.district}` : sql``}
      ${text ? sql`and (p.title ilike ${text} or p.lead ilike ${text} or p.place ilike ${text} or p.district ilike ${text})` : sql``}
      ${after ? sql`and (${keys}) > (select ${keys} from participation_project p where p.id = ${after})` : sql``}
    order by ${keys} limit ${limit}`.execute(db)
  return rows
}

/** What public projects of some tenants can be narrowed by: themes and districts in use. */
export async function projectFacets(db: Db, tenants: readonly string[]): Promise<{ themes: string[]; districts: string[] }> {
  const { rows } = await sql<{ kind: string; value: string }>`
    select distinct 'theme' as kind, unnest(themes) as value from participation_project where state = 'public' and tenant = any(${[...tenants]}::uuid[])
    union select distinct 'district', district from participation_project where state = 'public' and tenant = any(${[...tenants]}::uuid[]) and district <> ''
    order by 1, 2 limit 300`.execute(db)
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.value)
  return { themes: of('theme'), districts: of('district') }
}

/** A line of the list that staff sees. */
export interface StaffProjectRow
  extends Pick<Project, 'id' | 'slug' | 'title' | 'state' | 'stage' | 'district' | 'participation' | 'changedAt'> {
  /** Suggestions that staff has to look at, and those that reached their supporters without an answer. */
  readonly waiting: number
  readonly unanswered: number
}

/** The projects of a tenant for its staff, newest change first; behind `after`, the id of the last one shown. One statement. */
export async function staffProjects(
  db: Db,
  tenant: string,
  after: string | undefined,
  limit: number,
): Promise<StaffProjectRow[]> {
  const { rows } = await sql<StaffProjectRow>`
    select p.id, p.slug, p.title, p.state, p.stage, p.district, p.participation, p.changed_at as "changedAt",
      (select count(*)::int from participation_project_suggestion s where s.project = p.id and s.state = 'waiting') as waiting,
      (select count(*)::int from participation_project_suggestion s where s.project = p.id and s.state = 'public' and s.reached_at is not null and s.answered_at is null) as unanswered
    from participation_project p where p.tenant = ${tenant}
      ${after ? sql`and (p.changed_at, p.id) < (select changed_at, id from participation_project where id = ${after})` : sql``}
    order by p.changed_at desc, p.id desc limit ${limit}`.execute(db)
  return rows
}

const written = (one: ProjectWriting) => ({
  ...one,
  cost_from: one.costFrom,
  cost_to: one.costTo,
  cost_note: one.costNote,
  participation_note: one.participationNote,
})

const recordset = sql`g(slug text, stage text, title text, lead text, about text, themes text[], district text, place text, area jsonb, cost_from bigint, cost_to bigint,
  cost_note text, office text, contact jsonb, papers jsonb, timetable text, participation text, participation_note text)`

/** Writes a new draft. */
export async function insertProject(db: Db, tenant: string, id: string, one: ProjectWriting): Promise<void> {
  await sql`insert into participation_project (id, tenant, slug, stage, title, lead, about, themes, district, place, area, cost_from, cost_to, cost_note, office, contact, papers, timetable, participation, participation_note)
    select ${id}, ${tenant}, g.* from jsonb_to_record(${JSON.stringify(written(one))}::jsonb) as ${recordset}`.execute(db)
}

/** Writes a project anew; the database keeps the former wording. Inside a transaction that holds it. */
export async function updateProject(trx: Db, tenant: string, id: string, one: ProjectWriting): Promise<void> {
  await sql`update participation_project p set slug = g.slug, stage = g.stage, title = g.title, lead = g.lead, about = g.about, themes = g.themes, district = g.district,
      place = g.place, area = g.area, cost_from = g.cost_from, cost_to = g.cost_to, cost_note = g.cost_note, office = g.office, contact = g.contact, papers = g.papers,
      timetable = g.timetable, participation = g.participation, participation_note = g.participation_note, version = p.version + 1, changed_at = now()
    from jsonb_to_record(${JSON.stringify(written(one))}::jsonb) as ${recordset} where p.tenant = ${tenant} and p.id = ${id}`.execute(
    trx,
  )
}

/** Makes a project public, or takes it back with a reason. False when it is not in a state it goes from. */
export async function setProjectState(
  db: Db,
  tenant: string,
  id: string,
  from: readonly ProcedureState[],
  to: ProcedureState,
  reason: string | null,
): Promise<boolean> {
  const done = await sql`update participation_project set state = ${to}, withdrawn_reason = ${reason}, changed_at = now(),
      published_at = case when ${to} = 'public' then coalesce(published_at, now()) else published_at end
    where tenant = ${tenant} and id = ${id} and state = any(${[...from]}::text[])`.execute(db)
  return Number(done.numAffectedRows ?? 0) > 0
}

/** Whether the database refused to write because another project of the tenant has the short name. */
export const takenProjectSlug = (error: unknown): boolean => {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string }
  return code === '23505' && constraint === 'participation_project_tenant_slug_key'
}

/** Short names that a tenant's projects have. */
export async function projectSlugs(db: Db, tenant: string): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`select slug from participation_project where tenant = ${tenant}`.execute(db)
  return rows.map((row) => row.slug)
}

/** What a tenant laid down for suggestions, or what usually holds. */
export async function projectSettings(db: Db, tenant: string): Promise<ProjectSettings> {
  const { rows } =
    await sql<ProjectSettings>`select suggestions, threshold, months from participation_project_settings where tenant = ${tenant}`.execute(
      db,
    )
  return rows[0] ?? usualSettings
}

/** Lays it down. */
export async function putProjectSettings(db: Db, tenant: string, one: ProjectSettings): Promise<void> {
  await sql`insert into participation_project_settings (tenant, suggestions, threshold, months) values (${tenant}, ${one.suggestions}, ${one.threshold}, ${one.months})
    on conflict (tenant) do update set suggestions = excluded.suggestions, threshold = excluded.threshold, months = excluded.months`.execute(
    db,
  )
}

/** A former wording, newest first. */
export interface ProjectVersion {
  readonly version: number
  readonly title: string
  readonly stage: Stage
  readonly lead: string
  readonly at: Date
}

export async function projectVersions(db: Db, project: string, limit: number): Promise<ProjectVersion[]> {
  const { rows } = await sql<ProjectVersion>`
    select version, content->>'title' as title, content->>'stage' as stage, content->>'lead' as lead, at from participation_project_version
    where project = ${project} order by version desc limit ${limit}`.execute(db)
  return rows
}
