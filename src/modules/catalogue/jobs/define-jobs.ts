import type { Jobs } from '#platform/jobs'
import type { CatalogueHouse } from '../house.ts'
import { noteOverdue } from '../store/queries/entries.ts'
import { noteDay } from '../store/queries/points.ts'
import { tellNews } from '../use-cases/requests/tell-news.ts'
import { newsJob } from '../use-cases/requests/wake-news.ts'
import { releaseScheduled } from './release-scheduled.ts'

const releaseJob = 'catalogue/release-scheduled'
const overdueJob = 'catalogue/note-overdue'
const pointsJob = 'catalogue/note-points'

/** Says what the jobs of the room do: every minute what is due is released; every hour what became overdue is noted, every six hours the points of the day; people are told what they asked to be told, at once after an answer and every five minutes for all else. */
export function defineCatalogueJobs(
  jobs: Pick<Jobs, 'define' | 'schedule'>,
  house: Omit<CatalogueHouse, 'search'>,
  whole: () => Promise<CatalogueHouse>,
): void {
  jobs.define(releaseJob, async () => void (await releaseScheduled(house)), { retryLimit: 1 })
  jobs.schedule(releaseJob, '* * * * *')
  jobs.define(overdueJob, async () => void (await noteOverdue(house.database.system, house.now())), { retryLimit: 1 })
  jobs.schedule(overdueJob, '7 * * * *')
  jobs.define(pointsJob, () => noteDay(house.database.system), { retryLimit: 1 })
  jobs.schedule(pointsJob, '41 */6 * * *')
  // Only this one asks the index, which is opened when it is first wanted.
  jobs.define(newsJob, async () => void (await tellNews(await whole())), { retryLimit: 8, timeout: 600 })
  jobs.schedule(newsJob, '*/5 * * * *')
}
