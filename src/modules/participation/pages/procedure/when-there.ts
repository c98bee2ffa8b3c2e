import { type Answer, page, problem, type Visit } from '#platform/http'
import type { Procedure } from '../../model/procedure.ts'
import { withdrawnView } from './procedure-view.tsx'

/** What there is no procedure for. */
const noProcedure = (visit: Visit): Answer =>
  problem({
    status: 404,
    id: 'participation/no-procedure',
    title: visit.t('participation.none.title'),
    detail: visit.t('participation.none.detail'),
  })

/** Lets `show` answer with what an address opened; says what stands in the way where nothing is there or it was withdrawn. */
export async function whenThere<Opened extends { readonly procedure: Procedure }>(
  visit: Visit,
  opened: Opened | undefined,
  show: (opened: Opened) => Promise<Answer> | Answer,
): Promise<Answer> {
  if (!opened) return noProcedure(visit)
  return opened.procedure.state === 'withdrawn' ? page(withdrawnView(visit, opened.procedure), 410) : show(opened)
}
