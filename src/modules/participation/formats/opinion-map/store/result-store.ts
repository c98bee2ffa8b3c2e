import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from '../../../store/tables.ts'
import type { OpinionResult } from '../model/result.ts'

type Db = Kysely<ParticipationTables>

/** The last computation, and when its votes were read. */
export interface KeptResult {
  readonly result: OpinionResult
  readonly basis: string
  readonly at: Date
}

/** The last computation of a procedure. */
export async function resultOf(db: Db, procedure: string): Promise<KeptResult | undefined> {
  const { rows } =
    await sql<KeptResult>`select result, basis, at from participation_opinion_result where procedure = ${procedure}`.execute(db)
  return rows[0]
}

/** What a computation would be made of now: another text where an answer came, changed or went, or a statement came or went. */
export async function basisOf(db: Db, procedure: string): Promise<{ readonly basis: string; readonly at: Date }> {
  const { rows } = await sql<{ basis: string; at: Date }>`select
    (select count(*) || '/' || coalesce(max(change), 0) from participation_opinion_vote where procedure = ${procedure}) || '/' ||
    (select count(*) || '/' || coalesce(md5(string_agg(id::text, '' order by id)), '') from participation_opinion_statement where procedure = ${procedure} and shown) as basis,
    clock_timestamp() as at`.execute(db)
  return rows[0] ?? { basis: '', at: new Date(0) }
}

/** Keeps a computation unless a later one is there, and the counts with its statements. */
export async function keepResult(
  system: Db,
  { tenant, procedure }: { readonly tenant: string; readonly procedure: string },
  { result, basis, at }: KeptResult,
): Promise<void> {
  await system.transaction().execute(async (trx) => {
    const kept = await sql`insert into participation_opinion_result (procedure, tenant, basis, result, at)
      values (${procedure}, ${tenant}, ${basis}, ${JSON.stringify(result)}::jsonb, ${at})
      on conflict (procedure) do update set basis = excluded.basis, result = excluded.result, at = excluded.at
      where participation_opinion_result.at < excluded.at`.execute(trx)
    if (Number(kept.numAffectedRows ?? 0) === 0) return
    const counts = JSON.stringify(result.statements.map(({ id, all }) => ({ id, ...all })))
    await sql`update participation_opinion_statement s set agree = c.agree, disagree = c.disagree, pass = c.pass
      from jsonb_to_recordset(${counts}::jsonb) c(id uuid, agree integer, disagree integer, pass integer)
      where s.id = c.id and s.procedure = ${procedure} and (s.agree, s.disagree, s.pass) <> (c.agree, c.disagree, c.pass)`.execute(
      trx,
    )
  })
}

/** Procedures of this format that may have changed: still running, or ended within the last month. */
export async function runningMaps(system: Db): Promise<{ readonly procedure: string; readonly tenant: string }[]> {
  const { rows } = await sql<{
    procedure: string
    tenant: string
  }>`select p.id as procedure, p.tenant from participation_procedure p
    where p.format = 'opinion-map' and p.state = 'public' and exists (select 1 from participation_phase f where f.procedure = p.id
      and f.starts_at < clock_timestamp() and (f.ends_at is null or f.ends_at > clock_timestamp() - interval '31 days'))`.execute(
    system,
  )
  return rows
}
