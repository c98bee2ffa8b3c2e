import { type Answer, type Handler, handler, page, problem, redirect, type Visit, withCookies } from '#platform/http'
import type { ParticipationHouse } from '../../house.ts'
import { actions, type Procedure } from '../../model/procedure.ts'
import { proofRoutes } from '../../proof-routes.ts'
import { routes } from '../../routes.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { confirmPending, findPending } from '../../use-cases/proof/pending.ts'
import { withProcedure } from '../procedure/handler.tsx'
import { backIn } from './back.ts'
import { doorPage, mailPass, throughDoor } from './door.tsx'
import { forgetShown, keepShown, shownBy } from './proof-cookie.ts'
import { confirmView, overView, proofView } from './proof-view.tsx'
import { levelFor, whoActs, withShown } from './who.ts'

const nothing = (visit: Visit): Answer =>
  problem({
    status: 404,
    id: 'participation/nothing-waits',
    title: visit.t('participation.proof.gone.title'),
    detail: visit.t('participation.proof.gone.lead'),
  })

async function show(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const waiting = await findPending(house, visit.site, visit.params.token ?? '')
  if (!waiting) return nothing(visit)
  const { pending, procedure, under } = waiting
  if (pending.confirmedAt) return page(overView(visit, procedure, 'done'))
  const over = pending.over || (pending.kind !== 'submit' && under?.state !== 'public')
  return over ? page(overView(visit, procedure, 'over'), 410) : page(confirmView(visit, waiting))
}

async function confirm(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const token = visit.params.token ?? ''
  const done = await confirmPending(house, visit.site, token)
  if (!done.ok) {
    const waiting = await findPending(house, visit.site, token)
    return waiting ? page(overView(visit, waiting.procedure, 'over'), 410) : nothing(visit)
  }
  const { waiting, shown, number } = done.value
  const { procedure, pending } = waiting
  const { slug } = procedure
  const there = {
    submit: () => visit.to(routes.ownSubmission, { token }, { neu: 1 }),
    comment: () => visit.to(routes.ownComment, { token }, { neu: 1 }),
    rate: () => `${visit.to(routes.submission, { slug, number: number ?? '' }, { stimme: 'da' })}#stimme`,
  }
  return withCookies(redirect(there[pending.kind](), 303), keepShown(house, visit, procedure.id, shown))
}

/** The action for which a procedure asks for a code; undefined where it asks for none. */
const wantsCode = (procedure: Procedure) => actions.find((one) => levelFor(procedure, one) === 'code')

/** A letter leads here: its code is kept for the visit. */
async function begin(house: ParticipationHouse, visit: Visit, opened: ShownProcedure): Promise<Answer> {
  const { procedure } = opened
  const action = wantsCode(procedure)
  const who = action && (await whoActs(house, visit, procedure, action))
  const typed = (visit.form.get('code') ?? '').slice(0, 40)
  if (!who?.known) return page(proofView(visit, opened, { code: { typed, wrong: true } }), 422)
  return withShown(redirect(visit.to(routes.procedure, { slug: procedure.slug }), 303), who)
}

const end = (visit: Visit, { procedure }: ShownProcedure): Answer =>
  withCookies(
    redirect(visit.to(proofRoutes.proof, { slug: procedure.slug }, { beendet: 1 }), 303),
    forgetShown(visit, procedure.id),
  )

/** Showing who one is, confirming by mail, and ending it. */
export const proofHandlers = (house: ParticipationHouse): Handler[] => [
  handler(proofRoutes.proof, (visit) =>
    withProcedure(house, visit, async (opened) => {
      const door = await doorPage(house, visit, opened)
      if (door) return door
      const level = shownBy(house, visit, opened.procedure.id)?.level
      const code = wantsCode(opened.procedure) ? { typed: (visit.query.get('code') ?? '').slice(0, 40) } : undefined
      return page(proofView(visit, opened, { level, ended: visit.query.has('beendet'), code }))
    }),
  ),
  handler(proofRoutes.keepProof, (visit) =>
    withProcedure(house, visit, (opened) => {
      if (visit.form.has('weiter')) return throughDoor(house, visit, opened)
      return visit.form.has('code') ? begin(house, visit, opened) : end(visit, opened)
    }),
  ),
  handler(proofRoutes.mailPass, (visit) => withProcedure(house, visit, (opened) => mailPass(house, visit, opened, false)), {
    perMinute: 300,
  }),
  handler(proofRoutes.mailPassNow, (visit) => withProcedure(house, visit, (opened) => mailPass(house, visit, opened, true)), {
    perMinute: 300,
  }),
  // Whoever is not signed in is led to the sign-in first, and back here: the permission of the route does it.
  handler(proofRoutes.account, (visit) => redirect(backIn(visit, undefined, visit.query.get('weiter')), 303)),
  handler(proofRoutes.confirm, (visit) => show(house, visit), { perMinute: 300 }),
  handler(proofRoutes.confirmNow, (visit) => confirm(house, visit), { perMinute: 300 }),
]
