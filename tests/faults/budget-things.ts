import { randomUUID } from 'node:crypto'
import type { Params } from '#kernel/route.ts'
import { plantBudget } from '#support/budget.ts'
import type { Town } from '#support/house.ts'

/** A citizens' budget of a tenant, with a box and projects. */
export async function freshBudget(town: Town, slug: string): Promise<Params> {
  const { procedure } = await plantBudget(town, slug, { slug: `probe-${randomUUID()}` })
  return { id: procedure }
}
