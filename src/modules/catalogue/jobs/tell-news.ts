import type { Jobs } from '#platform/jobs'
import type { CatalogueHouse } from '../house.ts'
import { tellNews } from '../use-cases/requests/tell-news.ts'
import { newsJob } from '../use-cases/requests/wake-news.ts'

/** Defines the jobs of the room: telling people what they asked to be told, at once after an answer and every five minutes for all else. */
export function defineCatalogueJobs(jobs: Jobs, house: () => Promise<CatalogueHouse>): void {
  jobs.define(newsJob, async () => void (await tellNews(await house())), { retryLimit: 8, timeout: 600 })
  jobs.schedule(newsJob, '*/5 * * * *')
}
