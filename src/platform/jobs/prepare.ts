import { getConstructionPlans, PgBoss } from 'pg-boss'

/** Where jobs lie that failed as often as they may. */
export const parked = 'platform/parked'

// What pages speak as may hand in a job with its own change and learn its number; it never reads what others handed in.
const grants = `
  begin;
  select pg_advisory_xact_lock(727003);
  grant usage on schema pgboss to allmende_app;
  grant select on pgboss.queue to allmende_app;
  grant insert, select (id, start_after) on pgboss.job_common to allmende_app;
  commit`

/** The text of pg-boss's tables: it changes whenever they do. */
export const jobTables = (): string => getConstructionPlans() + grants

/** Makes or updates the tables of the job queue (schema `pgboss`); needs the owner's rights, and two programs may try at once. */
export async function prepareJobs(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 2, supervise: false, schedule: false, registerInstance: false })
  // A fault of a statement is thrown to us besides.
  boss.on('error', () => {})
  try {
    await boss.start()
    // Kept for a quarter of a year: who is on leave still finds what failed.
    await boss.createQueue(parked, { retentionSeconds: 90 * 86_400, deleteAfterSeconds: 90 * 86_400 })
    await boss.getDb().executeSql(grants)
  } finally {
    await boss.stop({ graceful: false })
  }
}
