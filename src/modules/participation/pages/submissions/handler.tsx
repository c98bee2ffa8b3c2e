import { type Answer, type Handler, handler, page, type Visit } from '#platform/http'
import { type ParticipationWeb, publicDb } from '../../house.ts'
import { numberOf, phaseFor } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import { countSubmissions, listSubmissions } from '../../store/submission-store.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { ownReactions } from '../../use-cases/react.ts'
import { submissionMap } from '../dialogue/submission-map.tsx'
import { withProcedure } from '../procedure/handler.tsx'
import { reactorOf } from '../proof/who.ts'
import { showSubmission, withSubmission } from './one.tsx'
import { listQuery, readList } from './read-list.ts'
import { submissionsView } from './submissions-view.tsx'

const pageSize = 20

async function list(house: ParticipationWeb, visit: Visit, opened: ShownProcedure): Promise<Answer> {
  const { procedure } = opened
  const db = publicDb(house, visit.site)
  const { order, sort, text, category, after, filter } = readList(visit)
  const [found, total] = await Promise.all([
    listSubmissions(db, procedure.id, filter, order, after, pageSize + 1),
    countSubmissions(db, procedure.id, filter),
  ])
  const last = found.length > pageSize ? found[pageSize - 1] : undefined
  const shown = found.slice(0, pageSize)
  const dialogue = opened.format.dialogue?.(opened.settings)
  const own = dialogue ? await ownReactions(house, visit.site, shown, reactorOf(house, visit, opened.procedure)) : new Map()
  const back = new URLSearchParams(visit.query)
  back.delete('stimme')
  return page(
    submissionsView(visit, opened, {
      submissions: shown,
      rating: dialogue && {
        dialogue,
        own,
        open: phaseFor(opened.phases, 'rate', visit.now) !== undefined,
        back: back.toString(),
      },
      total,
      more: last && numberOf(procedure.prefix, last.number),
      sort,
      text,
      category: category ?? '',
      map: await submissionMap(house, visit, procedure, shown, listQuery(visit)),
    }),
  )
}

/** What was handed in: the list and each of them. */
export const submissionsHandlers = (house: ParticipationWeb): Handler[] => [
  handler(routes.submissions, (visit) => withProcedure(house, visit, (opened) => list(house, visit, opened))),
  handler(routes.submission, (visit) =>
    withProcedure(house, visit, (opened) =>
      withSubmission(house, visit, opened, (one) => showSubmission(house, visit, opened, one)),
    ),
  ),
]
