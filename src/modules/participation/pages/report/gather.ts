import type { Visit } from '#platform/http'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import type { ReportFigures } from '../../model/report/figures.ts'
import { routes } from '../../routes.ts'
import { proceduresById } from '../../store/procedure-names.ts'
import { reportRows } from '../../store/report-store.ts'
import type { ReportSubject } from './report-subject.ts'
import type { StorySection } from './story.ts'
import { tellReport } from './tell-report.ts'

/** So many ways are shown in the report itself; the list has all. */
const shownWays = 12

/** Reads what a report tells besides its figures, as the public may read it today, and tells it. */
export async function gatherReport(
  house: ParticipationHouse,
  visit: Visit,
  subject: ReportSubject,
  figures: ReportFigures,
): Promise<StorySection[]> {
  const db = publicDb(house, visit.site)
  const [rows, named] = await Promise.all([
    reportRows(db, visit.site.id, subject.scope, { list: 'beantwortet' }, { limit: shownWays, best: true }),
    proceduresById(
      db,
      figures.procedures.map(({ id }) => id),
    ),
  ])
  const procedures = new Map(
    named.map((one) => [one.id, { ...one, href: visit.to(routes.procedure, { slug: one.slug }) }] as const),
  )
  const areas = new Map(house.sites().all.map(({ id, shortName }) => [id, shortName] as const))
  return tellReport({ subject, figures, rows, procedures, areas }, visit)
}

/** The figures in one sentence, as words. */
export const leadOf = ({ received, answered, decided, realised }: ReportFigures, visit: Visit): string =>
  [
    visit.t('participation.report.lead.received', { count: received }),
    visit.t('participation.report.lead.rest', {
      answered: String(answered),
      decided: String(decided),
      realised: String(realised),
    }),
  ].join(' ')
