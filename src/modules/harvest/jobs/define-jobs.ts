import type { Jobs } from '#platform/jobs'
import { brokenHarvesters } from '../harvesters.ts'
import type { HarvestHouse } from '../house.ts'
import { forgetRuns } from '../store/run-store.ts'
import { dueSources } from '../store/source-store.ts'
import { forgetStaged } from '../store/staged-store.ts'
import { type OrderedHarvest, runJob } from '../use-cases/order-harvest.ts'
import { runHarvest } from '../use-cases/run-harvest.ts'

const lookJob = 'harvest/look'
/** Runs wait for others most of the time: this many at once, so that a slow source keeps nobody waiting. */
const atOnce = 8

/** Hands in a job for each source whose time has come, and for runs that nobody works on any more. */
export async function startDue(house: HarvestHouse): Promise<number> {
  const due = await dueSources(house.database.system)
  for (const { id, tenant } of due)
    await house.jobs.enqueue(
      house.database.system,
      runJob,
      { source: id, tenant, mode: 'run', cause: 'clock', by: null },
      { key: id },
    )
  return due.length
}

/** Says what the jobs of the room do: every minute they look which source is due. */
export function defineHarvestJobs(jobs: Pick<Jobs, 'define' | 'schedule'>, house: HarvestHouse): void {
  for (const one of brokenHarvesters) house.log.error({ folder: one.folder, reason: one.reason }, 'a harvester could not be read')
  jobs.define<OrderedHarvest>(runJob, async ({ data, signal }) => void (await runHarvest(house, { ...data, signal })), {
    atOnce,
    // A run bounds itself; a lost process is noticed by its lease.
    timeout: 2 * 3600,
    retryLimit: 2,
    retryDelay: 60,
  })
  jobs.define(lookJob, async () => void (await startDue(house)), { retryLimit: 1 })
  jobs.schedule(lookJob, '* * * * *')
}

/** Once a day: what is kept no longer. */
export async function tidyHarvest(house: Pick<HarvestHouse, 'database'>): Promise<void> {
  await forgetStaged(house.database.system)
  await forgetRuns(house.database.system)
}
