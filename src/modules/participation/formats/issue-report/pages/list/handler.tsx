import { dayOf } from '#kernel/clock.ts'
import { csvLine } from '#kernel/csv-line.ts'
import { type Answer, body, type Handler, handler, page, stream, type Visit } from '#platform/http'
import { type ParticipationWeb, publicDb } from '../../../../house.ts'
import { numberOf, type Procedure, phaseFor } from '../../../../model/procedure.ts'
import { groundOf, mapPins } from '../../../../pages/dialogue/submission-map.tsx'
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

/** What the map of a list shows: what lies under it, and the numbered points of what the list shows; `anzahl` is how many entries that has. */
async function mapData(house: ParticipationWeb, visit: Visit, { procedure }: OpenedReporting): Promise<Answer> {
  const asked = readIssues(visit)
  const wanted = Number(visit.query.get('anzahl') ?? pageSize)
  const limit = Number.isInteger(wanted) && wanted > 0 ? Math.min(wanted, pageSize) : pageSize
  const [ground, found] = await Promise.all([
    groundOf(house, visit, procedure),
    listIssues(publicDb(house, visit.site), procedure.id, asked.filter, asked.after, limit),
  ])
  const shapes = ground.map(({ geometry, ...properties }) => ({ type: 'Feature', geometry, properties }))
  const points = mapPins(found, procedure, visit).map(({ lon, lat, ...properties }) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties,
  }))
  return body(
    'application/geo+json; charset=utf-8',
    JSON.stringify({ type: 'FeatureCollection', features: [...shapes, ...points] }),
  )
}

/** Every public report in pieces of 500, newest first: the memory stays the same, however many there are. */
async function* batches(house: ParticipationWeb, visit: Visit, procedure: Procedure): AsyncGenerator<Issue[]> {
  let after: number | undefined
  for (;;) {
    const rows = await listIssues(publicDb(house, visit.site), procedure.id, {}, after, batch)
    if (rows.length > 0) yield rows
    after = rows.at(-1)?.number
    if (rows.length < batch) return
  }
}

/** Every report that has a point, for maps of others. */
function geojson(house: ParticipationWeb, visit: Visit, { procedure }: OpenedReporting): Answer {
  async function* pieces(): AsyncGenerator<string> {
    yield '{"type":"FeatureCollection","features":['
    let first = true
    for await (const rows of batches(house, visit, procedure)) {
      const features = rows
        .filter((one) => one.geometry?.type === 'Point')
        .map(({ geometry, ...one }) => JSON.stringify({ type: 'Feature', geometry, properties: factsOf(one, procedure, visit) }))
      if (features.length === 0) continue
      yield (first ? '' : ',') + features.join(',')
      first = false
    }
    yield ']}'
  }
  return stream('application/geo+json; charset=utf-8', pieces(), open)
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

/** What is taken along of a report: what its page shows to everybody. */
function factsOf(one: Omit<Issue, 'geometry'>, procedure: Procedure, visit: Visit) {
  const number = numberOf(procedure.prefix, one.number)
  return {
    number,
    title: one.title,
    text: one.body,
    category: one.category,
    status: one.status,
    office: one.agency,
    place: one.place,
    received: one.receivedAt.toISOString(),
    due: one.dueOn,
    changed: one.movedAt.toISOString(),
    closed: one.closedAt?.toISOString() ?? null,
    me_too: one.agree,
    url: visit.address(visit.site, routes.submission, { slug: procedure.slug, number }),
  }
}

const lineOf = (one: Issue, procedure: Procedure, visit: Visit): string => {
  const [longitude, latitude] = one.geometry?.type === 'Point' ? one.geometry.coordinates : []
  const values: Readonly<Record<(typeof columns)[number], unknown>> = { ...factsOf(one, procedure, visit), longitude, latitude }
  return csvLine(columns.map((name) => String(values[name] ?? '')))
}

/** The same as a table, with those that have no point. */
function csv(house: ParticipationWeb, visit: Visit, { procedure }: OpenedReporting): Answer {
  async function* lines(): AsyncGenerator<string> {
    yield csvLine(columns)
    for await (const rows of batches(house, visit, procedure)) yield rows.map((one) => lineOf(one, procedure, visit)).join('')
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
      issueRoutes.issuesGeojson,
      of((opened, visit) => geojson(house, visit, opened)),
      { perMinute: 60 },
    ),
    handler(
      issueRoutes.issuesCsv,
      of((opened, visit) => csv(house, visit, opened)),
      { perMinute: 60 },
    ),
  ]
}
