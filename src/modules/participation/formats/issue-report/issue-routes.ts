import { routesOf } from '#kernel/route.ts'

const route = routesOf('participation')
const post = { method: 'POST' } as const
const page = { page: true, example: { slug: 'maengelmelder-lindenrode' } }
const read = { permission: 'participation/read' }
const answer = { permission: 'participation/answer' }
const publish = { permission: 'participation/publish' }
const issue = { thing: 'participation/issue' }

/** Reporting a defect, what was reported, what staff does with it, and the interface for programs. */
export const issueRoutes = {
  reportIssue: route('report-issue', '/mitmachen/:slug/mangel', page),
  sendIssue: route('send-issue', '/mitmachen/:slug/mangel', post),
  loosePhoto: route('loose-photo', '/mitmachen/:slug/mangel/foto/:token'),
  manifest: route('issue-manifest', '/mitmachen/:slug/mangel.webmanifest'),
  worker: route('issue-worker', '/mitmachen/:slug/mangel-ohne-netz.js'),
  issues: route('issues', '/mitmachen/:slug/meldungen', page),
  issuesMap: route('issues-map', '/mitmachen/:slug/meldungen/karte.geojson'),
  issuesGeojson: route('issues-geojson', '/mitmachen/:slug/meldungen.geojson'),
  issuesCsv: route('issues-csv', '/mitmachen/:slug/meldungen.csv'),
  issuePhoto: route('issue-photo', '/mitmachen/:slug/fotos/:photo'),
  staffIssues: route('staff-issues', '/intern/maengel', { ...read, page: true }),
  staffIssue: route('staff-issue', '/intern/maengel/:id', { ...read, ...issue, page: true }),
  changeIssue: route('change-issue', '/intern/maengel/:id', { ...answer, ...issue, ...post }),
  issueClients: route('issue-clients', '/intern/open311', { ...publish, page: true }),
  changeClients: route('change-issue-clients', '/intern/open311', { ...publish, ...post }),
  discovery: route('open311-discovery', '/open311/discovery.:format'),
  services: route('open311-services', '/open311/v2/services.:format'),
  definition: route('open311-definition', '/open311/v2/services/:file'),
  requests: route('open311-requests', '/open311/v2/requests.:format'),
  postRequest: route('open311-post', '/open311/v2/requests.:format', post),
  request: route('open311-request', '/open311/v2/requests/:file'),
  token: route('open311-token', '/open311/v2/tokens/:file'),
} as const
