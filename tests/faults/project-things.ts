import { randomUUID } from 'node:crypto'
import type { Params } from '#kernel/route.ts'
import type { Town } from '#support/house.ts'
import { plantProject } from '#support/project.ts'

/** A public project of a tenant. */
export const freshProject = async (town: Town, slug: string): Promise<Params> => ({
  id: (await plantProject(town, slug, { slug: `probe-${randomUUID()}` })).id,
})
