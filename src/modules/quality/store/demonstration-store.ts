import { sql } from 'kysely'
import type { QualityDb } from '../house.ts'

/** How an address of the demonstration stands; what is left out was never otherwise. */
export interface PlantedLink {
  readonly state: 'broken' | 'ok'
  readonly status?: number
  readonly fault?: string
  /** Days since when it does not answer. */
  readonly days?: number
  readonly movedTo?: string
  readonly type?: string
  readonly differs?: string
  readonly cleared?: string
}

/** Foreign addresses of a tenant that nobody asks, because their names belong to nobody. None where something was planted before. */
export async function madeUpLinks(db: QualityDb, tenant: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{
    hash: string
  }>`select hash from quality_link where tenant = ${tenant} and state = 'skipped'
    and not exists (select 1 from quality_link l where l.tenant = ${tenant} and l.state = 'broken') order by address limit ${limit}`.execute(
    db,
  )
  return rows.map((row) => row.hash)
}

/** Says of an address that it was tried this morning. */
export async function plantLink(db: QualityDb, tenant: string, hash: string, link: PlantedLink): Promise<void> {
  await sql`update quality_link set state = ${link.state}, status = ${link.status ?? null}, fault = ${link.fault ?? null},
    failures = ${link.days ?? 0}, failing_since = case when ${link.days ?? 0} > 0 then now() - ${link.days ?? 0} * interval '1 day' end,
    moved_to = ${link.movedTo ?? null}, moved_for_good = ${link.movedTo !== undefined}, found_type = ${link.type ?? null},
    cleared_reason = ${link.cleared ?? null}, cleared_at = case when ${link.cleared ?? ''} <> '' then now() end, checked_at = now()
    where tenant = ${tenant} and hash = ${hash}`.execute(db)
  if (link.differs)
    await sql`update quality_link_use set differs = ${link.differs} where tenant = ${tenant} and hash = ${hash}`.execute(db)
}
