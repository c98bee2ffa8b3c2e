import { type Handler, handler, page, problem } from '#platform/http'
import type { ParticipationHouse } from '../../house.ts'
import { paperRoutes } from '../../paper-routes.ts'
import { withProcedure } from '../procedure/handler.tsx'
import { paperView } from './paper-view.tsx'

/** The form on paper. */
export const paperHandlers = (house: ParticipationHouse): Handler[] => [
  handler(paperRoutes.paper, (visit) =>
    withProcedure(house, visit, (opened) => {
      const view = paperView(visit, opened)
      return view
        ? page(view)
        : problem({
            status: 404,
            id: 'participation/nothing-asked',
            title: visit.t('participation.none.title'),
            detail: visit.t('participation.none.form'),
          })
    }),
  ),
]
