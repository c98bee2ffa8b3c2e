import type { Site } from '#kernel/site.ts'
import type { Format, OpenedProcedure } from '../format.ts'
import { type ParticipationHouse, publicDb, staffDb } from '../house.ts'
import { formatOf } from '../known-formats.ts'
import type { Procedure } from '../model/procedure.ts'
import type { Asked } from '../model/submission.ts'
import { phasesOf, procedureById, procedureBySlug } from '../store/procedure-store.ts'

/** A procedure with its timetable, its format and the settings as the format reads them. */
export interface ShownProcedure extends OpenedProcedure {
  readonly format: Format
  readonly settings: unknown
}

/** The settings of a procedure as its format reads them; the usual ones stand in for those of an older version of the format. */
export function settingsIn(format: Format, { settings }: Pick<Procedure, 'settings'>): unknown {
  const read = format.settings.safeParse(settings)
  return read.success ? read.data : format.settings.parse({})
}

/** What a procedure asks whoever hands something in; undefined where nothing is handed in by form. */
export function askedIn(procedure: Pick<Procedure, 'format' | 'settings'>): Asked | undefined {
  const format = formatOf(procedure.format)
  return format?.asked?.(settingsIn(format, procedure))
}

/** Whether what is handed in to a procedure is reworded no more, only withdrawn. */
export const isFinalIn = ({ format }: Pick<Procedure, 'format'>): boolean => formatOf(format)?.final ?? false

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

async function shown(db: ReturnType<typeof publicDb>, procedure: Procedure | undefined): Promise<ShownProcedure | undefined> {
  const format = procedure && formatOf(procedure.format)
  if (!procedure || !format) return undefined
  return { procedure, phases: await phasesOf(db, procedure.id), format, settings: settingsIn(format, procedure) }
}
