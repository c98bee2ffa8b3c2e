import { randomUUID } from 'node:crypto'
import type { Params } from '#kernel/route.ts'
import type { Town } from '#support/house.ts'
import { insertProcedureOf, plantSubmission } from '#support/procedure.ts'

/** A public report of a defect. */
export async function freshIssue(town: Town, slug: string): Promise<Params> {
  const { id } = await insertProcedureOf(town, slug, { slug: `maengel-${randomUUID()}`, format: 'issue-report' })
  return { id: await plantSubmission(town, slug, id) }
}
