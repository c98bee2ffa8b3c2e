import type { HarvestDb, HarvestHouse } from '../house.ts'
import type { Run } from '../model/source.ts'

export const runJob = 'harvest/run'

/** A harvest as it waits in the queue: ids only. */
export interface OrderedHarvest {
  readonly tenant: string
  readonly source: string
  readonly mode: Run['mode']
  readonly cause: Run['cause']
  readonly by: string | null
}

/** Hands in a harvest with the change that causes it; of those for one source one waits. */
export async function orderHarvest(house: Pick<HarvestHouse, 'jobs'>, trx: HarvestDb, order: OrderedHarvest): Promise<void> {
  await house.jobs.enqueue(trx, runJob, order, { key: order.source })
}
