import type { Kysely } from 'kysely'
import type { Site } from '#kernel/site.ts'
import { type ParticipationHouse, publicDb } from '../../../house.ts'
import { type Inside, insideOfProcedure } from '../../../model/inside.ts'
import { type Phase, type Procedure, phaseFor } from '../../../model/procedure.ts'
import { phasesOf, procedureById, procedureBySlug } from '../../../store/procedure-store.ts'
import type { ParticipationTables } from '../../../store/tables.ts'
import type { SurveySettings } from '../model/questionnaire.ts'
import { surveySettings } from '../survey-settings.ts'

/** A survey with its timetable and its questions of now. */
export interface OpenedSurvey {
  readonly procedure: Procedure
  readonly phases: readonly Phase[]
  readonly settings: SurveySettings
}

/** The settings of a procedure as a survey reads them; settings that cannot be read have no questions. */
export function settingsOf(procedure: Procedure): SurveySettings {
  const read = surveySettings.safeParse(procedure.settings)
  return read.success ? read.data : surveySettings.parse({})
}

async function opened(db: Kysely<ParticipationTables>, procedure: Procedure | undefined): Promise<OpenedSurvey | undefined> {
  if (procedure?.format !== 'survey') return undefined
  return { procedure, phases: await phasesOf(db, procedure.id), settings: settingsOf(procedure) }
}

/** The survey at an address of a site; withdrawn ones come too. */
export async function surveyBySlug(house: ParticipationHouse, site: Site, slug: string): Promise<OpenedSurvey | undefined> {
  const db = publicDb(house, site)
  return opened(db, await procedureBySlug(db, site.id, slug))
}

/** A survey of a tenant by its id, drafts too where the connection is staff's. */
export const surveyById = async (
  db: Kysely<ParticipationTables>,
  tenant: string,
  id: string,
): Promise<OpenedSurvey | undefined> => opened(db, await procedureById(db, tenant, id))

/** Where points must lie; undefined where they may lie anywhere. */
export const whereTaken = ({ procedure, settings }: OpenedSurvey, site: Pick<Site, 'area'>): Inside | undefined =>
  settings.outside === 'refuse' ? insideOfProcedure(procedure, site) : undefined

/** Whether everybody may read the results now. */
export function resultsArePublic({ procedure, phases, settings }: OpenedSurvey, now: Date): boolean {
  if (procedure.state !== 'public' || settings.results === 'staff') return false
  if (settings.results === 'live') return true
  const asking = phases.filter(({ actions }) => actions.includes('submit'))
  return asking.length > 0 && asking.every(({ endsAt }) => endsAt !== null && endsAt <= now)
}

/** Whether people may answer now, as far as the page can say; the database decides. */
export const isAsking = ({ procedure, phases }: OpenedSurvey, now: Date): boolean =>
  procedure.state === 'public' && phaseFor(phases, 'submit', now) !== undefined
