import type { Kysely } from 'kysely'
import type { CatalogueHouse } from '../../house.ts'
import type { CatalogueTables } from '../../store/tables.ts'

/** The job that tells people what happened. */
export const newsJob = 'catalogue/tell-news'

/** Wakes it with the change itself, so that nobody waits for the clock. Of several wishes to be woken one waits. */
export async function wakeNews(house: Pick<CatalogueHouse, 'jobs'>, trx: Kysely<CatalogueTables>): Promise<void> {
  await house.jobs.enqueue(trx, newsJob, {}, { key: 'all' })
}
