import type { Params } from '#kernel/route.ts'
import { plantSource } from '#support/harvest-rows.ts'
import type { Town } from '#support/house.ts'
import { plantQuality } from '#support/quality-rows.ts'
import { freshResource } from './draft-things.ts'

/** An address of a record that does not answer. */
export async function freshLink(town: Town, slug: string): Promise<Params> {
  const { id: resource = '' } = await freshResource(town, slug)
  return plantQuality(town.house.database.system, town.site(slug).id, resource)
}

/** A source from which a record came. */
export async function freshOrigin(town: Town, slug: string): Promise<Params> {
  const { id: resource = '' } = await freshResource(town, slug)
  const { id } = await plantSource(town.house.database.system, town.site(slug).id, resource)
  return { id }
}
