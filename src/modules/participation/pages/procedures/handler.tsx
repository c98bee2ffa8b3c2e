import { type Answer, type Handler, handler, page, type Visit } from '#platform/http'
import { formatOf, formats } from '../../formats.ts'
import { type ParticipationHouse, publicDb, shownIn } from '../../house.ts'
import { routes } from '../../routes.ts'
import { listProcedures, type Stand } from '../../store/procedure-store.ts'
import { proceduresView } from './procedures-view.tsx'

const stands: Readonly<Record<string, Stand>> = { laufend: 'running', kommend: 'coming', beendet: 'over' }
const pageSize = 30

/** What is unknown in the address is left aside: the list is shown without it. */
async function list(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const asked = visit.query.get('stand') ?? ''
  const format = formatOf(visit.query.get('format') ?? '')?.id
  const text = (visit.query.get('q') ?? '').trim().slice(0, 100)
  const after = /^[0-9a-f-]{36}$/i.exec(visit.query.get('nach') ?? '')?.[0]
  const stand = Object.hasOwn(stands, asked) ? stands[asked] : undefined
  const found = await listProcedures(
    publicDb(house, visit.site),
    shownIn(visit.site, visit.sites),
    { ...(stand ? { stand } : {}), ...(format ? { format } : {}), ...(text ? { text } : {}), ...(after ? { after } : {}) },
    pageSize + 1,
  )
  return page(
    proceduresView(visit, {
      procedures: found.slice(0, pageSize),
      more: found.length > pageSize ? found[pageSize - 1]?.id : undefined,
      stand: stand ? asked : '',
      format: format ?? '',
      text,
      formats,
    }),
  )
}

/** The overview of a site: what runs, what comes, what is over. */
export const proceduresHandlers = (house: ParticipationHouse): Handler[] => [
  handler(routes.procedures, (visit) => list(house, visit)),
]
