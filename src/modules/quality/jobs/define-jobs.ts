import type { Jobs } from '#platform/jobs'
import type { QualityHouse } from '../house.ts'
import { forgetChecks } from '../store/check-store.ts'
import { checkJob, runCheck } from '../use-cases/check-catalogue.ts'
import { checkLinks } from '../use-cases/check-links.ts'
import { gatherLinks } from '../use-cases/gather-links.ts'
import { sendDigests } from '../use-cases/send-digests.ts'

const forgetJob = 'quality/forget'
const gatherJob = 'quality/gather-links'
const digestJob = 'quality/send-digests'
const linksJob = 'quality/check-links'

/** Says what the jobs of the room do: a check at once, every hour what is kept no longer, every night the addresses of all records, on Mondays the mails about them, and every five minutes those whose turn it is. */
export function defineQualityJobs(jobs: Pick<Jobs, 'define' | 'schedule'>, house: QualityHouse): void {
  jobs.define<{ id: string }>(checkJob, ({ data, signal }) => runCheck(house, { id: data.id, signal }), {
    retryLimit: 1,
    retryDelay: 5,
    timeout: 240,
  })
  jobs.define(forgetJob, () => forgetChecks(house.database.system), { retryLimit: 1 })
  jobs.schedule(forgetJob, '23 * * * *')
  jobs.define(gatherJob, async () => void (await gatherLinks(house)), { retryLimit: 2, timeout: 3600 })
  jobs.schedule(gatherJob, '17 1 * * *')
  jobs.define(digestJob, async () => void (await sendDigests(house)), { retryLimit: 3 })
  jobs.schedule(digestJob, '30 7 * * 1')
  // It ends by itself before the next one begins; hosts are leased, so that two of them never meet at one.
  jobs.define(linksJob, async ({ signal }) => void (await checkLinks(house, { signal })), { retryLimit: 0, timeout: 360 })
  jobs.schedule(linksJob, '*/5 * * * *')
}
