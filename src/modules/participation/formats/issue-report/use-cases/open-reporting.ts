import type { Site } from '#kernel/site.ts'
import type { OpenedProcedure } from '../../../format.ts'
import { type ParticipationHouse, publicDb } from '../../../house.ts'
import { phasesOf, procedureBySlug } from '../../../store/procedure-store.ts'
import { type IssueSettings, settingsOf } from '../issue-settings.ts'

/** An issue reporting with its timetable and its settings of now. */
export interface OpenedReporting extends OpenedProcedure {
  readonly settings: IssueSettings
}

/** The issue reporting at an address of a site; withdrawn ones come too. */
export async function reportingBySlug(house: ParticipationHouse, site: Site, slug: string): Promise<OpenedReporting | undefined> {
  const db = publicDb(house, site)
  const procedure = await procedureBySlug(db, site.id, slug)
  if (procedure?.format !== 'issue-report') return undefined
  return { procedure, phases: await phasesOf(db, procedure.id), settings: settingsOf(procedure.settings) }
}
