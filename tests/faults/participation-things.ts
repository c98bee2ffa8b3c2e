import type { Params } from '#kernel/route.ts'
import type { Town } from '#support/house.ts'
import { plantProcedure, plantSubmission } from '#support/procedures.ts'

/** A public procedure of a tenant. */
export async function freshProcedure(town: Town, slug: string): Promise<Params> {
  const { id } = await plantProcedure(town, slug)
  return { id }
}

/** A submission that came as a letter. */
export async function freshSubmission(town: Town, slug: string): Promise<Params> {
  const { id } = await plantSubmission(town, slug, 'letter')
  return { id }
}
