import { body, type Handler, handler, page } from '#platform/http'
import { writePb } from '#standards/pabulib'
import { type ParticipationHouse, publicDb } from '../../../house.ts'
import { readCode } from '../../../model/vote/receipt-code.ts'
import { ballotOfReceipt } from '../../../store/vote/vote-store.ts'
import { receiptHash } from '../../../use-cases/vote/marks.ts'
import { csvOf, pbOf } from '../../../use-cases/vote/published-vote.ts'
import { budgetRoutes } from '../routes.ts'
import { findBallotView } from './find-view.tsx'
import { publishedOf, withResult } from './open-result.ts'
import { recountView } from './recount-view.tsx'
import { resultView } from './result-view.tsx'

const fileNamed = (name: string) => ({ 'content-disposition': `attachment; filename="${name}"` })

/** The result of a vote, and everything by which it can be counted again. */
export const resultHandlers = (house: ParticipationHouse): Handler[] => [
  handler(budgetRoutes.result, (visit) => withResult(house, visit, (opened) => page(resultView(visit, opened)))),
  handler(budgetRoutes.recount, (visit) => withResult(house, visit, (opened) => page(recountView(visit, opened)))),
  handler(budgetRoutes.findBallot, (visit) => withResult(house, visit, (opened) => page(findBallotView(visit, opened)))),
  handler(budgetRoutes.foundBallot, (visit) =>
    withResult(house, visit, async (opened) => {
      const typed = (visit.form.get('pruefnummer') ?? '').slice(0, 60)
      const code = readCode(typed)
      const ballot = code && (await ballotOfReceipt(publicDb(house, visit.site), opened.box.id, receiptHash(opened.box.id, code)))
      return page(findBallotView(visit, opened, { typed, ballot: ballot || undefined }), ballot ? 200 : 404)
    }),
  ),
  handler(budgetRoutes.ballotsPb, (visit) =>
    withResult(house, visit, async (opened) => {
      const published = await publishedOf(house, visit, opened)
      const name = `${opened.procedure.slug}-${opened.box.slug}.pb`
      return body('text/plain; charset=utf-8', [...writePb(pbOf(published))].join(''), fileNamed(name))
    }),
  ),
  handler(budgetRoutes.ballotsCsv, (visit) =>
    withResult(house, visit, async (opened) => {
      const published = await publishedOf(house, visit, opened)
      const name = `${opened.procedure.slug}-${opened.box.slug}.csv`
      return body('text/csv; charset=utf-8', [...csvOf(published)].join(''), fileNamed(name))
    }),
  ),
]
