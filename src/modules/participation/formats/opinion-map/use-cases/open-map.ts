import type { Kysely } from 'kysely'
import type { Site } from '#kernel/site.ts'
import type { OpenedProcedure } from '../../../format.ts'
import { type ParticipationHouse, publicDb, staffDb } from '../../../house.ts'
import { type Procedure, phaseFor } from '../../../model/procedure.ts'
import { phasesOf, procedureById, procedureBySlug } from '../../../store/procedure-store.ts'
import type { ParticipationTables } from '../../../store/tables.ts'
import { type OpinionSettings, opinionSettingsOf } from '../settings.ts'

/** An opinion map with its timetable and its settings. */
export interface OpenedMap extends OpenedProcedure {
  readonly settings: OpinionSettings
}

async function opened(db: Kysely<ParticipationTables>, procedure: Procedure | undefined): Promise<OpenedMap | undefined> {
  if (procedure?.format !== 'opinion-map') return undefined
  return { procedure, phases: await phasesOf(db, procedure.id), settings: opinionSettingsOf(procedure.settings) }
}

/** The opinion map at an address of a site; withdrawn ones come too. */
export async function mapBySlug(house: ParticipationHouse, site: Site, slug: string): Promise<OpenedMap | undefined> {
  const db = publicDb(house, site)
  return opened(db, await procedureBySlug(db, site.id, slug))
}

/** An opinion map of a tenant by its id, for its staff, drafts too. */
export async function mapById(house: ParticipationHouse, site: Site, id: string): Promise<OpenedMap | undefined> {
  const db = staffDb(house, site)
  return opened(db, await procedureById(db, site.id, id))
}

/** Whether people may answer now, as far as a page can say; the database decides. */
export const isAnswering = ({ procedure, phases }: OpenedProcedure, now: Date): boolean =>
  procedure.state === 'public' && phaseFor(phases, 'rate', now) !== undefined

/** Whether people may add statements now. */
export const takesStatements = ({ procedure, phases, settings }: OpenedMap, now: Date): boolean =>
  settings.own && procedure.state === 'public' && phaseFor(phases, 'submit', now) !== undefined

/** Whether everybody may read the results now. */
export function resultIsPublic({ procedure, phases, settings }: OpenedMap, now: Date): boolean {
  if (procedure.state !== 'public' || settings.results === 'staff') return false
  if (settings.results === 'live') return true
  const answering = phases.filter(({ actions }) => actions.includes('rate'))
  return answering.length > 0 && answering.every(({ endsAt }) => endsAt !== null && endsAt <= now)
}
