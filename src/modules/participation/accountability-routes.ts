import { routesOf } from '#kernel/route.ts'

const route = routesOf('participation')
const post = { method: 'POST' } as const
const example = { slug: 'spielplatz-wiesengrund' }
const thing = { thing: 'participation/procedure' } as const
const read = { permission: 'participation/read' } as const
const answer = { permission: 'participation/answer' } as const
const publish = { permission: 'participation/publish' } as const

/** Answers, decisions, reports, the open dataset, the analysis. */
export const accountabilityRoutes = {
  report: route('report', '/mitmachen/:slug/bericht', { page: true, example }),
  reportPdf: route('report-pdf', '/mitmachen/:slug/bericht.pdf'),
  reportList: route('report-list', '/mitmachen/:slug/bericht/beitraege', { page: true, example }),
  reportListCsv: route('report-list-csv', '/mitmachen/:slug/bericht/beitraege.csv'),
  reports: route('reports', '/mitmachen/rechenschaft', { page: true }),
  yearReport: route('year-report', '/mitmachen/rechenschaft/:jahr', { page: true }),
  yearReportPdf: route('year-report-pdf', '/mitmachen/rechenschaft/:jahr/bericht.pdf'),
  yearList: route('year-list', '/mitmachen/rechenschaft/:jahr/beitraege', { page: true }),
  yearListCsv: route('year-list-csv', '/mitmachen/rechenschaft/:jahr/beitraege.csv'),
  staffAccounts: route('staff-accounts', '/intern/rechenschaft', { ...read, page: true }),
  staffYear: route('staff-year', '/intern/rechenschaft/jahr', { ...read, page: true }),
  changeYear: route('change-year', '/intern/rechenschaft/jahr', { ...publish, ...post }),
  staffAnswers: route('staff-answers', '/intern/verfahren/:id/antworten', { ...read, ...thing, page: true }),
  sendAnswers: route('send-answers', '/intern/verfahren/:id/antworten', { ...answer, ...thing, ...post }),
  textBlocks: route('text-blocks', '/intern/textbausteine', { ...answer, page: true }),
  changeTextBlocks: route('change-text-blocks', '/intern/textbausteine', { ...answer, ...post }),
  staffDecisions: route('staff-decisions', '/intern/verfahren/:id/beschluesse', { ...answer, ...thing, page: true }),
  changeDecisions: route('change-decisions', '/intern/verfahren/:id/beschluesse', { ...answer, ...thing, ...post }),
  staffReport: route('staff-report', '/intern/verfahren/:id/bericht', { ...read, ...thing, page: true }),
  changeReport: route('change-report', '/intern/verfahren/:id/bericht', { ...publish, ...thing, ...post }),
  publishDataset: route('publish-dataset', '/intern/verfahren/:id/datensatz', { ...publish, ...thing, ...post }),
  analysis: route('analysis', '/intern/verfahren/:id/auswertung', { ...read, ...thing, page: true }),
  exportAll: route('export-all', '/intern/verfahren/:id/ausgabe', { ...read, ...thing }),
} as const
