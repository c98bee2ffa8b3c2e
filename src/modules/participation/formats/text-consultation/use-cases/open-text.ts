import type { Site } from '#kernel/site.ts'
import { type ParticipationHouse, publicDb, staffDb } from '../../../house.ts'
import type { Phase, Procedure } from '../../../model/procedure.ts'
import { phasesOf, procedureById, procedureBySlug } from '../../../store/procedure-store.ts'
import { type TextSettings, textSettingsOf } from '../text-settings.tsx'

/** A consultation of a text with its timetable and its settings. */
export interface OpenedText {
  readonly procedure: Procedure
  readonly phases: readonly Phase[]
  readonly settings: TextSettings
}

async function opened(db: ReturnType<typeof publicDb>, procedure: Procedure | undefined): Promise<OpenedText | undefined> {
  if (procedure?.format !== 'text-consultation') return undefined
  return { procedure, phases: await phasesOf(db, procedure.id), settings: textSettingsOf(procedure) }
}

/** The consultation at an address of a site; withdrawn ones come too. */
export async function textBySlug(house: ParticipationHouse, site: Site, slug: string): Promise<OpenedText | undefined> {
  const db = publicDb(house, site)
  return opened(db, await procedureBySlug(db, site.id, slug))
}

/** A consultation of a tenant by its id in whatever state, for its staff. */
export async function textById(
  house: Pick<ParticipationHouse, 'database'>,
  site: Pick<Site, 'id'>,
  id: string,
): Promise<OpenedText | undefined> {
  const db = staffDb(house, site)
  return opened(db, await procedureById(db, site.id, id))
}
