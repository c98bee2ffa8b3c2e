import type { Site } from '#kernel/site.ts'
import type { Format, OpenedProcedure } from '../format.ts'
import { formatOf } from '../formats.ts'
import { type ParticipationHouse, publicDb, staffDb } from '../house.ts'
import { phasesOf, procedureById, procedureBySlug } from '../store/procedure-store.ts'

/** A procedure with its timetable, its format and the settings as the format reads them. */
export interface ShownProcedure extends OpenedProcedure {
  readonly format: Format
  readonly settings: unknown
}

/** The public procedure at an address of a site; what is withdrawn comes too, so that its page can say so. Two questions. */
export async function openProcedure(house: ParticipationHouse, site: Site, slug: string): Promise<ShownProcedure | undefined> {
  const db = publicDb(house, site)
  return shown(db, await procedureBySlug(db, site.id, slug))
}

/** A procedure of a tenant by its id in whatever state, for its staff. Two questions. */
export async function openForStaff(
  house: Pick<ParticipationHouse, 'database'>,
  site: Pick<Site, 'id'>,
  id: string,
): Promise<ShownProcedure | undefined> {
  const db = staffDb(house, site)
  return shown(db, await procedureById(db, site.id, id))
}

async function shown(
  db: ReturnType<typeof publicDb>,
  procedure: ShownProcedure['procedure'] | undefined,
): Promise<ShownProcedure | undefined> {
  const format = procedure && formatOf(procedure.format)
  if (!procedure || !format) return undefined
  const settings = format.settings.safeParse(procedure.settings)
  return {
    procedure,
    phases: await phasesOf(db, procedure.id),
    format,
    // Settings of an older version of the format: the usual ones stand in.
    settings: settings.success ? settings.data : format.settings.parse({}),
  }
}
