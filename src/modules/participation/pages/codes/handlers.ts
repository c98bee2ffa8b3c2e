import { type Handler, handler, type Visit } from '#platform/http'
import type { ParticipationHouse } from '../../house.ts'
import { proofRoutes } from '../../proof-routes.ts'
import { setupRoutes } from '../../setup-routes.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { actingIn } from '../../use-cases/setup/acting.ts'
import { withOwn } from '../setup/part-handlers.ts'
import type { CodesOf } from './codes-view.tsx'
import { changeCodes, showCodes } from './print-codes.ts'

function codesOf(visit: Visit, { procedure }: ShownProcedure): CodesOf {
  const { id, slug } = procedure
  const title = visit.t('participation.codes.title')
  return {
    acting: { ...actingIn(visit), procedure },
    slug,
    title,
    action: visit.to(proofRoutes.makeCodes, { id }),
    crumbs: [{ label: procedure.title, href: visit.to(setupRoutes.setup, { id }) }, { label: title }],
    target: (code) => visit.origin + visit.to(proofRoutes.proof, { slug }, { code }),
    words: 'part',
  }
}

/** Codes for letters, of a procedure of any form: they lead to the page on which somebody begins with a code. */
export const codesHandlers = (house: ParticipationHouse): Handler[] => [
  handler(proofRoutes.codes, (visit) => withOwn(house, visit, (opened) => showCodes(house, visit, codesOf(visit, opened)))),
  handler(proofRoutes.makeCodes, (visit) => withOwn(house, visit, (opened) => changeCodes(house, visit, codesOf(visit, opened)))),
]
