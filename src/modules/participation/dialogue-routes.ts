import { routesOf } from '#kernel/route.ts'

const route = routesOf('participation')
const post = { method: 'POST' } as const

/** What citizens do with what others handed in, and how they take it along. */
export const dialogueRoutes = {
  react: route('react', '/mitmachen/:slug/beitraege/:number/stimme', post),
  sendComment: route('send-comment', '/mitmachen/:slug/beitraege/:number/kommentare', post),
  ownComment: route('own-comment', '/kommentar/:token'),
  changeOwnComment: route('change-own-comment', '/kommentar/:token', post),
  mapData: route('map-data', '/mitmachen/:slug/karte.geojson'),
  submissionsCsv: route('submissions-csv', '/mitmachen/:slug/beitraege.csv'),
  submissionsJson: route('submissions-json', '/mitmachen/:slug/beitraege.json'),
  submissionsGeojson: route('submissions-geojson', '/mitmachen/:slug/beitraege.geojson'),
  procedureAtom: route('procedure-atom', '/mitmachen/:slug/beitraege.atom'),
  procedureCalendar: route('procedure-calendar', '/mitmachen/:slug/termine.ics'),
  embedded: route('embedded', '/mitmachen/:slug/einbetten'),
  proceduresAtom: route('procedures-atom', '/mitmachen.atom'),
  proceduresCalendar: route('procedures-calendar', '/mitmachen.ics'),
} as const
