import { type Answer, type Handler, handler, page, type Visit } from '#platform/http'
import { formats } from '../../formats.ts'
import { type ParticipationHouse, publicDb, shownIn } from '../../house.ts'
import { routes } from '../../routes.ts'
import { phasesBetween, themesInUse } from '../../store/dialogue-queries.ts'
import { listProcedures } from '../../store/procedure-store.ts'
import { formatDates } from '../dialogue/calendar-file.ts'
import { monthSpan } from './calendar-section.tsx'
import { proceduresView } from './procedures-view.tsx'
import { readOverview } from './read-overview.ts'

const pageSize = 30
const mostOnMap = 100

async function overview(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const asked = readOverview(visit)
  const db = publicDb(house, visit.site)
  const shown = shownIn(visit.site, visit.sites)
  const { tenants = shown, standIs: stand, format, text, theme, after } = asked
  const limit = asked.view === 'karte' ? mostOnMap : pageSize
  const [themes, phases, days, found] = await Promise.all([
    themesInUse(db, shown),
    asked.view === 'kalender' ? phasesBetween(db, { tenants, format, theme }, ...monthSpan(asked.month), 300) : [],
    asked.view === 'kalender' ? formatDates(house, visit, { tenants, format, theme }, ...monthSpan(asked.month)) : [],
    asked.view === 'kalender'
      ? []
      : listProcedures(
          db,
          tenants,
          {
            ...(stand ? { stand } : {}),
            ...(format ? { format } : {}),
            ...(text ? { text } : {}),
            ...(theme ? { theme } : {}),
            ...(after ? { after } : {}),
          },
          limit + 1,
        ),
  ])
  return page(
    proceduresView(visit, {
      asked,
      procedures: found.slice(0, limit),
      more: found.length > limit ? found[limit - 1]?.id : undefined,
      phases,
      days,
      formats,
      themes,
      places: visit.sites.all.filter((one) => shown.includes(one.id)),
    }),
  )
}

/** The overview of a site: what runs, what comes, what is over; as a list, a month or a map. */
export const proceduresHandlers = (house: ParticipationHouse): Handler[] => [
  handler(routes.procedures, (visit) => overview(house, visit)),
]
