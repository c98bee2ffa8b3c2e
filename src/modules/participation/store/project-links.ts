import { type Kysely, sql } from 'kysely'
import type { ProcedureState } from '../model/procedure.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

/** A procedure that hangs on a project. */
export interface LinkedProcedure {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly format: string
  readonly state: ProcedureState
  readonly submissions: number
  readonly running: boolean
  readonly startsAt: Date | null
  readonly endsAt: Date | null
}

/** The procedures of a project: running, coming, over. Public ones where the public asks. */
export async function proceduresOf(db: Db, project: string): Promise<LinkedProcedure[]> {
  const { rows } = await sql<LinkedProcedure>`
    select o.id, o.slug, o.title, o.format, o.state, o.submissions, coalesce(now.acting, false) as running, next.starts_at as "startsAt", whole.ends_at as "endsAt"
    from participation_project_procedure l join participation_procedure o on o.id = l.procedure
    left join lateral (select bool_or(true) as acting from participation_phase f where f.procedure = o.id and f.track = 'public'
      and f.actions && array['submit', 'comment', 'rate', 'vote'] and f.starts_at <= now() and (f.ends_at is null or now() < f.ends_at)) now on true
    left join lateral (select min(starts_at) as starts_at from participation_phase f where f.procedure = o.id and f.track = 'public' and f.starts_at > now()) next on true
    left join lateral (select max(ends_at) as ends_at from participation_phase f where f.procedure = o.id and f.track = 'public' and f.actions && array['submit', 'comment', 'rate', 'vote']) whole on true
    where l.project = ${project} and o.state <> 'withdrawn'
    order by coalesce(now.acting, false) desc, next.starts_at is null, next.starts_at, whole.ends_at desc nulls last, o.id limit 100`.execute(
    db,
  )
  return rows
}

/** Procedures of a tenant that a project may take: its own, and those of no project. */
export async function procedureChoices(
  db: Db,
  tenant: string,
  project: string | undefined,
): Promise<{ slug: string; title: string; own: boolean }[]> {
  const { rows } = await sql<{ slug: string; title: string; own: boolean }>`
    select o.slug, o.title, l.project is not null as own from participation_procedure o left join participation_project_procedure l on l.procedure = o.id
    where o.tenant = ${tenant} and (l.project is null or l.project = ${project ?? null}) order by own desc, o.changed_at desc, o.id limit 300`.execute(
    db,
  )
  return rows
}

/** Hangs procedures on a project by their short names, and takes off the others; what hangs on another project stays there. */
export async function linkProcedures(trx: Db, tenant: string, project: string, slugs: readonly string[]): Promise<void> {
  await sql`delete from participation_project_procedure l using participation_procedure o
    where l.project = ${project} and l.tenant = ${tenant} and o.id = l.procedure and not o.slug = any(${[...slugs]}::text[])`.execute(
    trx,
  )
  await sql`insert into participation_project_procedure (procedure, project, tenant)
    select o.id, ${project}, ${tenant} from participation_procedure o where o.tenant = ${tenant} and o.slug = any(${[...slugs]}::text[])
    on conflict (procedure) do nothing`.execute(trx)
}

/** The public project that a procedure hangs on; undefined when there is none. */
export async function projectOf(db: Db, procedure: string): Promise<{ slug: string; title: string } | undefined> {
  const { rows } = await sql<{ slug: string; title: string }>`
    select p.slug, p.title from participation_project_procedure l join participation_project p on p.id = l.project
    where l.procedure = ${procedure} and p.state = 'public'`.execute(db)
  return rows[0]
}
