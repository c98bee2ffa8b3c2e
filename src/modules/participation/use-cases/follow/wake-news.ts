import type { Kysely } from 'kysely'
import type { ParticipationHouse } from '../../house.ts'
import type { ParticipationTables } from '../../store/tables.ts'

/** The job that tells people what happened. */
export const newsJob = 'participation/tell-news'

/** Wakes it with the change itself, so that nobody waits for the clock. Of several wishes to be woken one waits. */
export async function wakeNews(house: Pick<ParticipationHouse, 'jobs'>, trx: Kysely<ParticipationTables>): Promise<void> {
  await house.jobs.enqueue(trx, newsJob, {}, { key: 'all' })
}
