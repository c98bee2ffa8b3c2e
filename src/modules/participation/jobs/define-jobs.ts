import type { Jobs } from '#platform/jobs'
import { formats } from '../formats.ts'
import type { ParticipationHouse } from '../house.ts'
import { tellParticipation } from '../use-cases/follow/tell-news.ts'
import { newsJob } from '../use-cases/follow/wake-news.ts'
import { mixJob, mixRegisters } from '../use-cases/vote/mix-registers.ts'

/**
 * Says what the jobs of the room do: people are told what they asked to be told, at once after an act of staff and every five minutes for
 * all else; registers of votes are written anew every quarter of an hour. Formats bring their own.
 */
export function defineParticipationJobs(jobs: Pick<Jobs, 'define' | 'schedule'>, house: ParticipationHouse): void {
  jobs.define(newsJob, async () => void (await tellParticipation(house)), { retryLimit: 8, timeout: 600 })
  jobs.schedule(newsJob, '*/5 * * * *')
  jobs.define(mixJob, () => mixRegisters(house))
  jobs.schedule(mixJob, '*/15 * * * *')
  for (const one of formats) one.jobs?.(jobs, house)
}
