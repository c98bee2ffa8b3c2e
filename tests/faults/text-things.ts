import { randomUUID } from 'node:crypto'
import type { Params } from '#kernel/route.ts'
import type { Town } from '#support/house.ts'
import { insertProcedureOf } from '#support/procedure.ts'

/** A consultation of a text of a tenant that is not public yet. */
export async function freshText(town: Town, slug: string): Promise<Params> {
  const { id } = await insertProcedureOf(town, slug, {
    slug: `text-${randomUUID()}`,
    format: 'text-consultation',
    state: 'draft',
  })
  return { id }
}
