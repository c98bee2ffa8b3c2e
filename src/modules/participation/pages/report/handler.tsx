import { catalogueRoutes, storeOf } from '#catalogue'
import { type Answer, body, type Handler, handler, page, problem, type Visit } from '#platform/http'
import { forCatalogue, type ParticipationHouse, publicDb } from '../../house.ts'
import { routes } from '../../routes.ts'
import { openDataset, publishedReports, type ReportVersion, reportRows, reportVersions } from '../../store/report-store.ts'
import { withProcedure } from '../procedure/handler.tsx'
import { gatherReport, leadOf } from './gather.ts'
import { pageSize, readReportList, reportListCsv, reportListView } from './report-list.tsx'
import { reportPdf } from './report-pdf.ts'
import { ofProcedure, ofYear, type ReportSubject, readYear, reportTitle } from './report-subject.ts'
import { reportView } from './report-view.tsx'
import { reportsView } from './reports-view.tsx'

const noReport = (visit: Visit): Answer =>
  problem({
    status: 404,
    id: 'participation/no-report',
    title: visit.t('participation.report.none'),
    detail: visit.t('participation.report.none.detail'),
  })

/** Path of the open dataset of a procedure; undefined until it is released in the catalogue. */
export async function datasetPath(house: ParticipationHouse, visit: Visit, procedure: string): Promise<string | undefined> {
  const known = await openDataset(publicDb(house, visit.site), procedure)
  const shown = known && (await storeOf(forCatalogue(house), visit.site).byId(known.resource))
  return shown && visit.site.modules.includes('catalogue') ? visit.to(catalogueRoutes.dataset, { slug: shown.slug }) : undefined
}

/** The version that an address asks for, or the newest; all of them beside it. */
async function asked(house: ParticipationHouse, visit: Visit, { scope }: ReportSubject) {
  const versions = await reportVersions(publicDb(house, visit.site), visit.site.id, scope)
  const wanted = visit.query.get('fassung')
  const version: ReportVersion | undefined = wanted ? versions.find((one) => String(one.number) === wanted) : versions[0]
  return version && { version, versions }
}

async function show(house: ParticipationHouse, visit: Visit, subject: ReportSubject): Promise<Answer> {
  const found = await asked(house, visit, subject)
  if (!found) return noReport(visit)
  const sections = await gatherReport(house, visit, subject, found.version.figures)
  const dataset = subject.procedure && (await datasetPath(house, visit, subject.procedure.id))
  return page(reportView(visit, { subject, ...found, sections, dataset }))
}

async function pdf(house: ParticipationHouse, visit: Visit, subject: ReportSubject): Promise<Answer> {
  const found = await asked(house, visit, subject)
  if (!found) return noReport(visit)
  const { version } = found
  const sections = await gatherReport(house, visit, subject, version.figures)
  const title = reportTitle(subject, visit)
  const file = await reportPdf(visit, { title, lead: leadOf(version.figures, visit), sections, version })
  return body('application/pdf', file, { 'content-disposition': 'inline; filename="rechenschaftsbericht.pdf"' })
}

async function list(house: ParticipationHouse, visit: Visit, subject: ReportSubject): Promise<Answer> {
  const { filter, after } = readReportList(visit)
  const rows = await reportRows(publicDb(house, visit.site), visit.site.id, subject.scope, filter, { limit: pageSize + 1, after })
  const shown = rows.slice(0, pageSize)
  return page(
    reportListView(visit, { subject, filter, rows: shown, more: rows.length > pageSize ? shown.at(-1)?.id : undefined }),
  )
}

type Show = (house: ParticipationHouse, visit: Visit, subject: ReportSubject) => Promise<Answer> | Answer

/** Reports for everybody: of a procedure, and of a year. */
export const reportHandlers = (house: ParticipationHouse): Handler[] => {
  const procedure = (work: Show) => (visit: Visit) =>
    withProcedure(house, visit, (opened) => work(house, visit, ofProcedure(opened.procedure)))
  const year = (work: Show) => async (visit: Visit) => {
    const named = readYear(visit.params.jahr)
    return named ? work(house, visit, ofYear(named)) : noReport(visit)
  }
  return [
    handler(routes.report, procedure(show)),
    handler(routes.reportPdf, procedure(pdf), { perMinute: 60 }),
    handler(routes.reportList, procedure(list)),
    handler(routes.reportListCsv, procedure(reportListCsv)),
    handler(routes.yearReport, year(show)),
    handler(routes.yearReportPdf, year(pdf), { perMinute: 60 }),
    handler(routes.yearList, year(list)),
    handler(routes.yearListCsv, year(reportListCsv)),
    handler(routes.reports, async (visit) =>
      page(reportsView(visit, await publishedReports(publicDb(house, visit.site), visit.site.id))),
    ),
  ]
}
