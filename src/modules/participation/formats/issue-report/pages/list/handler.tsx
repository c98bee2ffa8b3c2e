import { dayOf } from '#kernel/clock.ts'
import { csvLine } from '#kernel/csv-line.ts'
import { type Answer, body, type Handler, handler, page, stream, type Visit } from '#platform/http'
import { type ParticipationWeb, publicDb } from '../../../../house.ts'
import { numberOf, type Procedure, phaseFor } from '../../../../model/procedure.ts'
import { mapPins } from '../../../../pages/dialogue/submission-map.tsx'
import { routes } from '../../../../routes.ts'
import type { Issue } from '../../issue.ts'
import { issueRoutes } from '../../issue-routes.ts'
import { countIssues, listIssues } from '../../store/issue-store.ts'
import type { OpenedReporting } from '../../use-cases/open-reporting.ts'
import { issueMap } from '../issue-map.tsx'
import { withReporting } from '../with-reporting.ts'
import { issuesView } from './list-view.tsx'
import { readIssues } from './read-issues.ts'

const pageSize = 20
const batch = 500
const open = { 'access-control-allow-origin': '*' }

async function list(house: ParticipationWeb, visit: Visit, opened: OpenedReporting): Promise<Answer> {
  const { procedure, phases } = opened
  const db = publicDb(house, visit.site)
  const asked = readIssues(visit)
  const [found, total] = await Promise.all([
    listIssues(db, procedure.id, asked.filter, asked.after, pageSize + 1),
    countIssues(db, procedure.id, asked.filter),
  ])
  const issues = found.slice(0, pageSize)
  const last = found.length > pageSize ? issues.at(-1) : undefined
  const after = visit.query.get('nach')
  return page(
    issuesView(visit, opened, {
      asked,
      settings: opened.settings,
      issues,
      total,
      more: last && numberOf(procedure.prefix, last.number),
      map: await issueMap(house, visit, procedure, issues, { ...asked.query, ...(after ? { nach: after } : {}) }),
      open: phaseFor(phases, 'submit', visit.now) !== undefined,
    }),
  )
}

/** The numbered points of one page of the list; the outline of the town lies under them on the page itself. */
async function mapData(house: ParticipationWeb, visit: Visit, { procedure }: OpenedReporting): Promise<Answer> {
  const asked = readIssues(visit)
  const found = await listIssues(publicDb(house, visit.site), procedure.id, asked.filter, asked.after, pageSize)
  const features = mapPins(found, procedure, visit).map(({ lon, lat, ...properties }) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties,
  }))
  return body('application/geo+json; charset=utf-8', JSON.stringify({ type: 'FeatureCollection', features }), open)
}

const columns = [
  'number',
  'title',
  'text',
  'category',
  'status',
  'office',
  'place',
  'longitude',
  'latitude',
  'received',
  'due',
  'changed',
  'closed',
  'me_too',
  'url',
] as const

const lineOf = (one: Issue, procedure: Procedure, visit: Visit): string => {
  const [longitude, latitude] = one.geometry?.type === 'Point' ? one.geometry.coordinates : []
  const number = numberOf(procedure.prefix, one.number)
  const values: Readonly<Record<(typeof columns)[number], unknown>> = {
    number,
    title: one.title,
    text: one.body,
    category: one.category,
    status: one.status,
    office: one.agency,
    place: one.place,
    longitude,
    latitude,
    received: one.receivedAt.toISOString(),
    due: one.dueOn,
    changed: one.movedAt.toISOString(),
    closed: one.closedAt?.toISOString(),
    me_too: one.agree,
    url: visit.address(visit.site, routes.submission, { slug: procedure.slug, number }),
  }
  return csvLine(columns.map((name) => String(values[name] ?? '')))
}

/** Every public report in pieces of 500: the memory stays the same, however many there are. */
function csv(house: ParticipationWeb, visit: Visit, { procedure }: OpenedReporting): Answer {
  async function* lines(): AsyncGenerator<string> {
    yield csvLine(columns)
    let after: number | undefined
    for (;;) {
      const rows = await listIssues(publicDb(house, visit.site), procedure.id, {}, after, batch)
      if (rows.length > 0) yield rows.map((one) => lineOf(one, procedure, visit)).join('')
      after = rows.at(-1)?.number
      if (rows.length < batch) return
    }
  }
  return stream('text/csv; charset=utf-8; header=present', lines(), {
    ...open,
    'content-disposition': `attachment; filename="meldungen-${procedure.slug}-${dayOf(visit.now)}.csv"`,
  })
}

/** What was reported: list, map, table. */
export function listHandlers(house: ParticipationWeb): Handler[] {
  const of = (answer: (opened: OpenedReporting, visit: Visit) => Answer | Promise<Answer>) => (visit: Visit) =>
    withReporting(house, visit, (opened) => answer(opened, visit))
  return [
    handler(
      issueRoutes.issues,
      of((opened, visit) => list(house, visit, opened)),
    ),
    handler(
      issueRoutes.issuesMap,
      of((opened, visit) => mapData(house, visit, opened)),
    ),
    handler(
      issueRoutes.issuesCsv,
      of((opened, visit) => csv(house, visit, opened)),
      { perMinute: 60 },
    ),
  ]
}
