import { dayOf } from '#kernel/clock.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { areasBelow, type ParticipationHouse, staffDb } from '../house.ts'
import { areaFinder, type KnownArea } from '../model/analysis/areas.ts'
import { type ReportFigures, reportFigures } from '../model/report/figures.ts'
import type { ReportTexts } from '../model/report/texts.ts'
import {
  addReportVersion,
  countedLevels,
  countedSubmissions,
  type ReportScope,
  reportDesk,
  reportedDecisions,
  saveReport,
} from '../store/report-store.ts'
import { asStaff, type Clerk, noteStaffAct } from './staff-act.ts'

type Db = ReturnType<typeof staffDb>

/** What a report tells today; `areas` are the parts of the tenant whose outlines are known. */
export async function countReport(
  db: Db,
  site: Pick<Site, 'id'>,
  scope: ReportScope,
  now: Date,
  areas: readonly KnownArea[] = [],
): Promise<ReportFigures> {
  const found = await countedSubmissions(db, site.id, scope)
  const areaOf = areaFinder(areas)
  const all = found.map(({ geometry, ...one }) => (areas.length > 0 ? { ...one, area: areaOf(geometry) } : one))
  const decisions = await reportedDecisions(db, site.id, scope)
  return reportFigures(all, decisions, dayOf(now), await countedLevels(db, site.id, scope))
}

const subjectOf = (scope: ReportScope, name: string, report: string) =>
  'procedure' in scope ? { kind: 'procedure', id: scope.procedure, name } : { kind: 'report', id: report, name }

/** Saves the texts around the figures. `conflict` where somebody saved meanwhile: nothing was overwritten. */
export const writeReport = (
  house: ParticipationHouse,
  site: Site,
  clerk: Clerk,
  given: { readonly scope: ReportScope; readonly name: string; readonly revision: number; readonly texts: ReportTexts },
): Promise<Result<true, 'conflict'>> =>
  asStaff(house, site, async (trx): Promise<Result<true, 'conflict'>> => {
    const report = await saveReport(trx, site.id, given.scope, given.revision, given.texts)
    if (!report) return fail('conflict')
    await noteStaffAct(trx, site, clerk, 'write-report', subjectOf(given.scope, given.name, report))
    return ok(true)
  })

/** Publishes texts as they are saved with the figures of this moment, as a version of its own. Gives its number. */
export const publishReport = (
  house: ParticipationHouse,
  site: Site,
  clerk: Clerk,
  given: { readonly scope: ReportScope; readonly name: string },
): Promise<number> =>
  asStaff(house, site, async (trx) => {
    const desk = await reportDesk(trx, site.id, given.scope)
    const texts = desk?.texts ?? {}
    // Saving locks the report: two who publish at once make two versions, one after the other.
    const report = await saveReport(trx, site.id, given.scope, desk?.revision ?? 0, texts)
    if (!report) return 0
    const figures = await countReport(trx, site, given.scope, house.now(), areasBelow(site, house.sites()))
    const number = await addReportVersion(trx, site.id, report, given.scope, { texts, figures })
    await noteStaffAct(trx, site, clerk, 'publish-report', subjectOf(given.scope, given.name, report), { version: number })
    return number
  })

/** Figures and desk as staff sees them. */
export async function openReport(house: ParticipationHouse, site: Site, scope: ReportScope) {
  const db = staffDb(house, site)
  const [desk, figures] = await Promise.all([
    reportDesk(db, site.id, scope),
    countReport(db, site, scope, house.now(), areasBelow(site, house.sites())),
  ])
  return { desk, figures }
}
