import { randomUUID } from 'node:crypto'
import type { Params } from '#kernel/route.ts'
import type { Town } from '#support/house.ts'
import { insertProcedureOf, plantSubmission } from '#support/procedure.ts'

/** A public procedure of a tenant. */
export async function freshProcedure(town: Town, slug: string): Promise<Params> {
  const { id } = await insertProcedureOf(town, slug, { slug: `probe-${randomUUID()}` })
  return { id }
}

/** A submission that came as a letter. */
export async function freshSubmission(town: Town, slug: string): Promise<Params> {
  const { id } = await insertProcedureOf(town, slug, { slug: `probe-${randomUUID()}` })
  return { id: await plantSubmission(town, slug, id, 'letter') }
}
