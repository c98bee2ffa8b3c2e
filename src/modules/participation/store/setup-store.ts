import { type Kysely, sql } from 'kysely'
import type { Procedure, ProcedureState } from '../model/procedure.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

/** Holds a procedure until the transaction ends, so that two who save come one after the other; false when there is none. */
export async function holdProcedure(trx: Db, tenant: string, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from participation_procedure where tenant = ${tenant} and id = ${id} for update`.execute(
    trx,
  )
  return rows.length > 0
}

/** Short names and prefixes that a tenant's procedures have. */
export async function namesInUse(db: Db, tenant: string): Promise<{ slugs: string[]; prefixes: string[] }> {
  const { rows } = await sql<{
    slug: string
    prefix: string
  }>`select slug, prefix from participation_procedure where tenant = ${tenant}`.execute(db)
  return { slugs: rows.map((one) => one.slug), prefixes: rows.map((one) => one.prefix) }
}

/** Which name of a procedure is another one's already, when the database refused to write it; undefined for any other failure. */
export function takenName(error: unknown): 'slug' | 'prefix' | undefined {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string }
  if (code !== '23505') return undefined
  if (constraint === 'participation_procedure_prefix') return 'prefix'
  return constraint === 'participation_procedure_tenant_slug_key' ? 'slug' : undefined
}

/** A line of the list of procedures that staff sees. */
export interface SetupRow {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly prefix: string
  readonly format: Procedure['format']
  readonly state: ProcedureState
  readonly changedAt: Date
  /** The phase of the public that runs now; the one that ends last where several do. */
  readonly phase: string | null
  readonly endsAt: Date | null
  /** Submissions that staff has to look at, and public ones without an answer. */
  readonly waiting: number
  readonly unanswered: number
}

/** The procedures of a tenant, newest change first; at most 500. One statement. */
export async function setupRows(db: Db, tenant: string): Promise<SetupRow[]> {
  const { rows } = await sql<SetupRow>`
    select p.id, p.slug, p.title, p.prefix, p.format, p.state, p.changed_at as "changedAt", now.title as phase, now.ends_at as "endsAt",
      (select count(*)::int from participation_submission s where s.procedure = p.id and s.state = 'waiting') as waiting,
      (select count(*)::int from participation_submission s where s.procedure = p.id and s.state = 'public' and s.outcome is null) as unanswered
    from participation_procedure p
    left join lateral (select f.title, f.ends_at from participation_phase f where f.procedure = p.id and f.track = 'public'
      and f.starts_at <= now() and (f.ends_at is null or now() < f.ends_at) order by f.ends_at desc nulls first limit 1) now on true
    where p.tenant = ${tenant} order by p.changed_at desc, p.id limit 500`.execute(db)
  return rows
}
