import type { Jobs } from '#platform/jobs'
import type { QualityHouse } from '../house.ts'
import { forgetChecks } from '../store/check-store.ts'
import { checkJob, runCheck } from '../use-cases/check-catalogue.ts'

const forgetJob = 'quality/forget'

/** Says what the jobs of the room do: a check at once, and every hour what is kept no longer. */
export function defineQualityJobs(jobs: Pick<Jobs, 'define' | 'schedule'>, house: QualityHouse): void {
  jobs.define<{ id: string }>(checkJob, ({ data, signal }) => runCheck(house, { id: data.id, signal }), {
    retryLimit: 1,
    retryDelay: 5,
    timeout: 240,
  })
  jobs.define(forgetJob, () => forgetChecks(house.database.system), { retryLimit: 1 })
  jobs.schedule(forgetJob, '23 * * * *')
}
