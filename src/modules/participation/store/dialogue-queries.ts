import { type Kysely, sql } from 'kysely'
import type { Phase } from '../model/procedure.ts'
import type { Submission } from '../model/submission.ts'
import { submissionColumns } from './submission-store.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

/** Public submissions in the order of their numbers, behind one of them: for what is taken along as a whole. */
export async function submissionsBehind(
  db: Db,
  procedure: string,
  { after, limit, placed }: { readonly after: number; readonly limit: number; readonly placed?: boolean },
): Promise<Submission[]> {
  const { rows } = await sql<Submission>`select ${submissionColumns} from participation_submission s
    where s.procedure = ${procedure} and s.state = 'public' and s.number > ${after} ${placed ? sql`and s.geometry is not null` : sql``}
    order by s.number limit ${limit}`.execute(db)
  return rows
}

/** The public submissions of a procedure that changed last. */
export async function changedSubmissions(db: Db, procedure: string, limit: number): Promise<Submission[]> {
  const { rows } = await sql<Submission>`select ${submissionColumns} from participation_submission s
    where s.procedure = ${procedure} and s.state = 'public' order by s.changed_at desc limit ${limit}`.execute(db)
  return rows
}

/** What lies under the points of a procedure's map: GeoJSON features with `kind`; undefined where nothing was drawn. */
export async function planOf(db: Db, procedure: string): Promise<unknown> {
  const { rows } = await sql<{ plan: unknown }>`select plan from participation_procedure where id = ${procedure}`.execute(db)
  return rows[0]?.plan ?? undefined
}

/** Lays a plan under the map of a procedure, and says what it is about in the themes of the data catalogue. */
export async function dressProcedure(
  db: Db,
  tenant: string,
  procedure: string,
  { plan, themes }: { readonly plan?: unknown; readonly themes: readonly string[] },
): Promise<void> {
  await sql`update participation_procedure set plan = ${plan === undefined ? null : JSON.stringify(plan)}::jsonb, themes = ${[...themes]}::text[]
    where tenant = ${tenant} and id = ${procedure}`.execute(db)
}

/** A step of some procedure, for calendars. */
export interface DatedPhase extends Omit<Phase, 'track' | 'position' | 'actions'> {
  readonly procedure: string
  readonly tenant: string
  readonly slug: string
  readonly procedureTitle: string
  readonly place: string
  readonly changedAt: Date
}

/** Which procedures a calendar holds. */
export interface PhaseFilter {
  readonly tenants: readonly string[]
  readonly procedure?: string | undefined
  readonly format?: string | undefined
  readonly theme?: string | undefined
}

/** Steps of public procedures that begin before `until` and end after `from`, by their beginning. */
export async function phasesBetween(db: Db, filter: PhaseFilter, from: Date, until: Date, limit: number): Promise<DatedPhase[]> {
  const { rows } = await sql<DatedPhase>`
    select f.id, f.title, f.note, f.label, f.starts_at as "startsAt", f.ends_at as "endsAt", p.id as procedure, p.tenant, p.slug, p.title as "procedureTitle", p.place,
      p.changed_at as "changedAt"
    from participation_procedure p join participation_phase f on f.procedure = p.id
    where p.state = 'public' and p.tenant = any(${[...filter.tenants]}::uuid[]) and f.track = 'public' and f.starts_at < ${until} and (f.ends_at is null or f.ends_at > ${from})
      ${filter.procedure ? sql`and p.id = ${filter.procedure}` : sql``} ${filter.format ? sql`and p.format = ${filter.format}` : sql``}
      ${filter.theme ? sql`and ${filter.theme} = any(p.themes)` : sql``}
    order by f.starts_at, f.id limit ${limit}`.execute(db)
  return rows
}

/** Themes that public procedures of some tenants are about, each once. */
export async function themesInUse(db: Db, tenants: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ theme: string }>`select distinct unnest(themes) as theme from participation_procedure
    where state = 'public' and tenant = any(${[...tenants]}::uuid[]) order by 1`.execute(db)
  return rows.map((row) => row.theme)
}
