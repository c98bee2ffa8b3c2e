import { sql } from 'kysely'
import { tellNews } from '#plaques/catalogue'
import { type TestHouse, until } from '#support/house.ts'

/** Runs the job that tells people what happened until it has read everything that is committed by now: transactions of others in the same cluster may hold it up. `at` is the time it believes. */
export async function tellAll(town: TestHouse, at?: Date): Promise<void> {
  const house = { ...town.house, search: await town.house.index(), ...(at ? { now: () => at } : {}) }
  await until(
    async () => {
      await tellNews(house)
      const { rows } = await sql<{ open: number }>`
        select count(*)::int as open from platform_event e join catalogue_news_cursor c on c.topic = e.topic where e.xid > c.cursor::text::xid8`.execute(
        town.house.database.system,
      )
      return rows[0]?.open === 0
    },
    20,
    'that everything is told',
  )
}
