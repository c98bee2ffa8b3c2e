import { type Answer, body, type Handler, handler, type Visit } from '#platform/http'
import { type ParticipationWeb, publicDb, shownIn } from '../../house.ts'
import { routes } from '../../routes.ts'
import { listSubmissions } from '../../store/submission-store.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { withProcedure } from '../procedure/handler.tsx'
import { proceduresAtom } from '../procedures/procedures-atom.ts'
import { readOverview } from '../procedures/read-overview.ts'
import { readList } from '../submissions/read-list.ts'
import { calendarFile } from './calendar-file.ts'
import { embedded } from './embedded.tsx'
import { groundOf, mapPins } from './submission-map.tsx'
import { procedureAtom, submissionsCsv, submissionsGeojson, submissionsJson } from './take-along.ts'

const mostOnMap = 20

/** What the map of a list shows: the plan, and the numbered points of what the list shows; `anzahl` is how many entries that has. */
async function mapData(house: ParticipationWeb, visit: Visit, { procedure }: ShownProcedure): Promise<Answer> {
  const asked = readList(visit)
  const wanted = Number(visit.query.get('anzahl') ?? mostOnMap)
  const limit = Number.isInteger(wanted) && wanted >= 0 ? Math.min(wanted, mostOnMap) : mostOnMap
  const [ground, found] = await Promise.all([
    groundOf(house, visit, procedure),
    limit > 0 ? listSubmissions(publicDb(house, visit.site), procedure.id, asked.filter, asked.order, asked.after, limit) : [],
  ])
  const shapes = ground.map(({ geometry, ...properties }) => ({ type: 'Feature', geometry, properties }))
  const points = mapPins(found, procedure, visit).map(({ lon, lat, ...properties }) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties,
  }))
  const collection = JSON.stringify({ type: 'FeatureCollection', features: [...shapes, ...points] })
  return body('application/geo+json; charset=utf-8', collection)
}

/** What one takes along: tables, feeds, calendars, the frame for other sites. */
export const takeAlongHandlers = (house: ParticipationWeb): Handler[] => {
  const of = (answer: (opened: ShownProcedure, visit: Visit) => Answer | Promise<Answer>) => (visit: Visit) =>
    withProcedure(house, visit, (opened) => answer(opened, visit))
  return [
    handler(
      routes.mapData,
      of((opened, visit) => mapData(house, visit, opened)),
    ),
    handler(
      routes.submissionsCsv,
      of(({ procedure }, visit) => submissionsCsv(house, visit, procedure)),
      { perMinute: 60 },
    ),
    handler(
      routes.submissionsJson,
      of(({ procedure }, visit) => submissionsJson(house, visit, procedure)),
      { perMinute: 60 },
    ),
    handler(
      routes.submissionsGeojson,
      of(({ procedure }, visit) => submissionsGeojson(house, visit, procedure)),
      { perMinute: 60 },
    ),
    handler(
      routes.procedureAtom,
      of(({ procedure }, visit) => procedureAtom(house, visit, procedure)),
    ),
    handler(
      routes.procedureCalendar,
      of(({ procedure }, visit) =>
        calendarFile(house, visit, { tenants: [procedure.tenant], procedure: procedure.id }, procedure.title),
      ),
    ),
    handler(
      routes.embedded,
      of((opened, visit) => embedded(house, visit, opened)),
    ),
    handler(routes.proceduresAtom, (visit) => proceduresAtom(house, visit)),
    handler(routes.proceduresCalendar, (visit) => {
      const { tenants, format, theme } = readOverview(visit)
      const name = `${visit.site.name}: ${visit.t('participation.nav')}`
      return calendarFile(house, visit, { tenants: tenants ?? shownIn(visit.site, visit.sites), format, theme }, name)
    }),
  ]
}
