import { randomUUID } from 'node:crypto'
import type { Params } from '#kernel/route.ts'
import type { Town } from '#support/house.ts'
import { insertProcedureOf } from '#support/procedure.ts'

/** An opinion map of a tenant that is not public yet. */
export async function freshOpinionMap(town: Town, slug: string): Promise<Params> {
  const { id } = await insertProcedureOf(town, slug, {
    slug: `meinungsbild-${randomUUID()}`,
    format: 'opinion-map',
    state: 'draft',
    actions: ['read', 'submit', 'rate'],
  })
  return { id }
}
