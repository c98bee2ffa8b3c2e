import type { Kysely } from 'kysely'
import type { Site } from '#kernel/site.ts'
import type { OpenedProcedure } from '../../../format.ts'
import { type ParticipationHouse, publicDb } from '../../../house.ts'
import type { Procedure } from '../../../model/procedure.ts'
import { phasesOf, procedureById, procedureBySlug } from '../../../store/procedure-store.ts'
import type { ParticipationTables } from '../../../store/tables.ts'
import { formatId } from '../format-id.ts'

async function opened(db: Kysely<ParticipationTables>, procedure: Procedure | undefined): Promise<OpenedProcedure | undefined> {
  return procedure?.format === formatId ? { procedure, phases: await phasesOf(db, procedure.id) } : undefined
}

/** The procedure with dates at an address of a site; a withdrawn one comes too. */
export async function eventsBySlug(house: ParticipationHouse, site: Site, slug: string): Promise<OpenedProcedure | undefined> {
  const db = publicDb(house, site)
  return opened(db, await procedureBySlug(db, site.id, slug))
}

/** A procedure with dates of a tenant by its id, drafts too where the connection is staff's. */
export const eventsById = async (
  db: Kysely<ParticipationTables>,
  tenant: string,
  id: string,
): Promise<OpenedProcedure | undefined> => opened(db, await procedureById(db, tenant, id))
