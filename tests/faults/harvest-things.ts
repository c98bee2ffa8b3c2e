import type { Params } from '#kernel/route.ts'
import { plantSource } from '#support/harvest-rows.ts'
import type { Town } from '#support/house.ts'

/** A source of a tenant. */
export async function freshSource(town: Town, slug: string): Promise<Params> {
  const { id } = await plantSource(town.house.database.system, town.site(slug).id)
  return { id }
}

/** A run of a source that waits for a person. */
export const freshRun = (town: Town, slug: string): Promise<Params> =>
  plantSource(town.house.database.system, town.site(slug).id).then(({ id, run }) => ({ id, run }))
