import type { Params, Query } from '#kernel/route.ts'
import type { Visit } from '#platform/http'
import type { Procedure } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import type { ReportScope } from '../../store/report-store.ts'

/** What a report is about, with the addresses that belong to it. */
export interface ReportSubject {
  readonly scope: ReportScope
  readonly procedure?: Procedure
  readonly year?: number
}

export const ofProcedure = (procedure: Procedure): ReportSubject => ({ scope: { procedure: procedure.id }, procedure })
export const ofYear = (year: number): ReportSubject => ({ scope: { year }, year })

/** A year that an address names; undefined for what is none. */
export const readYear = (text: string | null | undefined): number | undefined =>
  /^2[01]\d\d$/.test(text ?? '') ? Number(text) : undefined

const params = ({ procedure, year }: ReportSubject): Params => (procedure ? { slug: procedure.slug } : { jahr: String(year) })

/** Addresses of a report and of its lists. */
export const reportLinks = (subject: ReportSubject, visit: Visit) => ({
  page: (query: Query = {}) => visit.to(subject.procedure ? routes.report : routes.yearReport, params(subject), query),
  pdf: (query: Query = {}) => visit.to(subject.procedure ? routes.reportPdf : routes.yearReportPdf, params(subject), query),
  list: (query: Query = {}) => visit.to(subject.procedure ? routes.reportList : routes.yearList, params(subject), query),
  csv: (query: Query = {}) => visit.to(subject.procedure ? routes.reportListCsv : routes.yearListCsv, params(subject), query),
})

/** Title of a report. */
export const reportTitle = ({ procedure, year }: ReportSubject, visit: Visit): string =>
  procedure
    ? visit.t('participation.report.title', { title: procedure.title })
    : visit.t('participation.report.title.year', { year: String(year) })
