import { sql } from 'kysely'
import type { FileFault } from '#catalogue'
import type { QualityDb } from '../house.ts'
import type { CheckState, WantedCheck } from '../model/check.ts'
import type { Report } from '../model/report.ts'

/** Why a check came to nothing: a text of this room (`quality.`) or of the validation. */
export type CheckFault = FileFault

/** A check as its page shows it. */
export interface Check {
  readonly id: string
  readonly profile: string
  readonly name: string
  readonly address: string | null
  readonly state: CheckState
  readonly done: number
  readonly total: number
  readonly fault: CheckFault | null
  readonly report: Report | null
  readonly createdAt: Date
}

/** How many checks wait or are being worked on, for all tenants. */
export async function openChecks(db: QualityDb): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from quality_check where state in ('waiting', 'working') and created_at > now() - interval '1 hour'`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}

export async function insertCheck(db: QualityDb, tenant: string, id: string, hash: Buffer, wanted: WantedCheck): Promise<void> {
  await sql`insert into quality_check (id, tenant, secret_hash, profile, name, address, content, media_type)
    values (${id}, ${tenant}, ${hash}, ${wanted.profile}, ${wanted.name}, ${wanted.address}, ${wanted.content && Buffer.from(wanted.content)}, ${wanted.mediaType})`.execute(
    db,
  )
}

/** The check behind a secret link; the database knows the link's fingerprint alone. */
export async function checkOfSecret(db: QualityDb, hash: Buffer): Promise<Check | undefined> {
  const { rows } =
    await sql<Check>`select id, profile, name, address, state, done, total, fault, report, created_at as "createdAt"
    from quality_check where secret_hash = ${hash} and created_at > now() - interval '24 hours'`.execute(db)
  return rows[0]
}

/** A check that waits, to be worked on; one that a dead process had begun is taken up again. */
export async function beginCheck(db: QualityDb, id: string): Promise<(WantedCheck & { readonly tenant: string }) | undefined> {
  const { rows } = await sql<
    WantedCheck & { tenant: string }
  >`update quality_check set state = 'working', done = 0 where id = ${id} and state in ('waiting', 'working')
    returning tenant, profile, name, address, content, media_type as "mediaType"`.execute(db)
  return rows[0]
}

export async function noteProgress(db: QualityDb, id: string, done: number, total: number): Promise<void> {
  await sql`update quality_check set done = ${done}, total = ${total} where id = ${id}`.execute(db)
}

/** Writes what was found, and erases what was handed in. */
export async function endCheck(db: QualityDb, id: string, end: { report: Report } | { fault: CheckFault }): Promise<void> {
  const [state, report, fault] = 'report' in end ? ['done', end.report, null] : ['failed', null, end.fault]
  await sql`update quality_check set state = ${state}, content = null, finished_at = now(),
    report = ${report && JSON.stringify(report).replaceAll('\\u0000', '')}::jsonb, fault = ${fault && JSON.stringify(fault).replaceAll('\\u0000', '')}::jsonb
    where id = ${id}`.execute(db)
}

/** Removes checks after a day, and what was handed in where nobody came to judge it. */
export async function forgetChecks(db: QualityDb): Promise<void> {
  await sql`delete from quality_check where created_at < now() - interval '24 hours'`.execute(db)
}
