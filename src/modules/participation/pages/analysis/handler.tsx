import { body, type Handler, handler, page, stream, type Visit } from '#platform/http'
import { stemmedWords } from '#platform/search'
import { areasBelow, type ParticipationHouse, staffDb } from '../../house.ts'
import { areaFinder } from '../../model/analysis/areas.ts'
import { countBy, course } from '../../model/analysis/course.ts'
import { frequentWords } from '../../model/analysis/words.ts'
import type { Procedure } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import { allExportRows } from '../../store/export-store.ts'
import { similarGroups } from '../../use-cases/similar-groups.ts'
import { withStaffProcedure } from '../staff-procedure.ts'
import { analysisView } from './analysis-view.tsx'
import { exportCsv, exportDocx, exportJson, exportXlsx } from './export-files.ts'

async function show(house: ParticipationHouse, visit: Visit, procedure: Procedure) {
  const rows = await allExportRows(staffDb(house, visit.site), procedure.id, ['public'])
  const parts = areasBelow(visit.site, house.sites())
  const areaOf = areaFinder(parts)
  return page(
    analysisView(visit, procedure, {
      total: rows.length,
      themes: countBy(rows, (one) => one.category),
      words: frequentWords(
        rows.map((one) => stemmedWords(`${one.title} ${one.body}`)),
        30,
      ),
      groups: similarGroups(rows).slice(0, 20),
      course: course(rows.map((one) => one.received)),
      areas:
        parts.length === 0
          ? []
          : countBy(rows, ({ geometry }) => {
              const found = areaOf(geometry)
              return house.sites().byId(found)?.shortName ?? found
            }),
      places: countBy(
        rows.filter((one) => one.place),
        (one) => one.place,
      ).slice(0, 30),
      channels: countBy(rows, (one) => one.channel),
    }),
  )
}

const states = ['waiting', 'public', 'hidden', 'withdrawn', 'merged'] as const
const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** Everything that was handed in with its answers, as a file for those who work with it. CSV unless another form is named. */
async function exported(house: ParticipationHouse, visit: Visit, procedure: Procedure) {
  const db = staffDb(house, visit.site)
  const kept = (ending: string) => ({ 'content-disposition': `attachment; filename="${procedure.slug}.${ending}"` })
  switch (visit.query.get('als')) {
    case 'json':
      return body(
        'application/json; charset=utf-8',
        exportJson(visit, procedure, await allExportRows(db, procedure.id, states)),
        kept('json'),
      )
    case 'xlsx':
      return body(types.xlsx, await exportXlsx(visit, procedure, await allExportRows(db, procedure.id, states)), kept('xlsx'))
    case 'docx':
      return body(types.docx, exportDocx(visit, procedure, await allExportRows(db, procedure.id, states)), kept('docx'))
    default:
      return stream('text/csv; charset=utf-8; header=present', exportCsv(db, visit, procedure, states), kept('csv'))
  }
}

/** What was said, counted: themes, words, similar ones, time, place, channel; and everything as a file. */
export const analysisHandlers = (house: ParticipationHouse): Handler[] => [
  handler(routes.analysis, (visit) => withStaffProcedure(house, visit, (one) => show(house, visit, one)), { perMinute: 60 }),
  handler(routes.exportAll, (visit) => withStaffProcedure(house, visit, (one) => exported(house, visit, one)), { perMinute: 60 }),
]
