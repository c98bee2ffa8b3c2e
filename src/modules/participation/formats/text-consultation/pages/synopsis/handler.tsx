import { type Answer, body, type Handler, handler, page, stream, type Visit } from '#platform/http'
import { type ParticipationHouse, staffDb } from '../../../../house.ts'
import { readNumber } from '../../../../model/procedure.ts'
import { beginning, type SynopsisPlace, synopsisRows } from '../../store/contribution-store.ts'
import { countsOf } from '../../store/text-store.ts'
import { textRoutes } from '../../text-routes.ts'
import type { OpenedText } from '../../use-cases/open-text.ts'
import { withStaffText } from '../with-text.ts'
import { synopsisCsv, synopsisDocx, synopsisJson, synopsisLines, synopsisXlsx } from './synopsis-files.ts'
import { synopsisView } from './synopsis-view.tsx'

const pageSize = 50

/** Where the page goes on: `4711-DS-0012`. */
function placeOf(visit: Visit): SynopsisPlace {
  const [, position = '', number = ''] = /^(-?\d{1,10})-(.+)$/.exec(visit.query.get('nach') ?? '') ?? []
  const at = readNumber(number)
  return at && Number(position) < 2_147_483_648 ? { position: Number(position), number: at.number } : beginning
}

async function show(house: ParticipationHouse, visit: Visit, opened: OpenedText): Promise<Answer> {
  const db = staffDb(house, visit.site)
  const { procedure, settings } = opened
  const open = visit.query.get('liste') === 'offen'
  const [rows, counts] = await Promise.all([
    synopsisRows(db, procedure.id, settings.version, { states: ['public'], open }, placeOf(visit), pageSize + 1),
    countsOf(db, procedure.id),
  ])
  const shown = rows.slice(0, pageSize)
  return page(
    synopsisView(visit, opened, {
      lines: await synopsisLines(db, opened, shown),
      counts,
      open,
      more: rows.length > pageSize ? shown.at(-1) : undefined,
    }),
  )
}

const word = 'application/vnd.openxmlformats-officedocument'

/** The contributions in the order of the text, with what was answered: as page and as files. */
export const synopsisHandlers = (house: ParticipationHouse): Handler[] => {
  const within = (visit: Visit, go: (opened: OpenedText) => Promise<Answer> | Answer) => withStaffText(house, visit, go)
  const kept = ({ procedure }: OpenedText, ending: string) => ({
    'content-disposition': `attachment; filename="synopse-${procedure.slug}.${ending}"`,
  })
  const db = (visit: Visit) => staffDb(house, visit.site)
  return [
    handler(textRoutes.synopsis, (visit) => within(visit, (opened) => show(house, visit, opened))),
    handler(
      textRoutes.synopsisCsv,
      (visit) =>
        within(visit, (opened) =>
          stream('text/csv; charset=utf-8; header=present', synopsisCsv(db(visit), visit, opened), kept(opened, 'csv')),
        ),
      { perMinute: 60 },
    ),
    handler(
      textRoutes.synopsisJson,
      (visit) =>
        within(visit, (opened) =>
          stream('application/json; charset=utf-8', synopsisJson(db(visit), opened), kept(opened, 'json')),
        ),
      { perMinute: 60 },
    ),
    handler(
      textRoutes.synopsisXlsx,
      (visit) =>
        within(visit, async (opened) =>
          body(`${word}.spreadsheetml.sheet`, await synopsisXlsx(db(visit), visit, opened), kept(opened, 'xlsx')),
        ),
      { perMinute: 60 },
    ),
    handler(
      textRoutes.synopsisDocx,
      (visit) =>
        within(visit, async (opened) =>
          body(`${word}.wordprocessingml.document`, await synopsisDocx(db(visit), visit, opened), kept(opened, 'docx')),
        ),
      { perMinute: 60 },
    ),
  ]
}
