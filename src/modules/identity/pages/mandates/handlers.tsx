import { type Answer, type Handler, handler, notFound, problem, type Visit } from '#platform/http'
import { routes } from '../../routes.ts'
import { mandatesHeld, mandatesOf } from '../../store/mandate-store.ts'
import type { AdminHouse, FieldFault } from '../../use-cases/admin-house.ts'
import { endMandate, grantMandate, possibleHolders } from '../../use-cases/grant-mandate.ts'
import { actOf, doneAt, field, fields, sentences, staffPage } from '../staff-page.tsx'
import { HeldPage, MandatesPage } from './mandates-page.tsx'

interface Typed {
  readonly holder: string
  readonly roles: readonly string[]
  readonly until: string
}

async function mandates(
  house: AdminHouse,
  visit: Visit,
  typed: Typed = { holder: '', roles: [], until: '' },
  faults: readonly FieldFault[] = [],
): Promise<Answer> {
  const title = visit.t('identity.mandates.title')
  return staffPage(visit, {
    title,
    area: 'identity/people',
    crumbs: [{ label: visit.t('identity.people.title'), href: visit.to(routes.people) }, { label: title }],
    body: (
      <MandatesPage
        visit={visit}
        given={await mandatesOf(house.database.system, visit.site.id)}
        holders={possibleHolders(visit.sites, visit.site)}
        typed={typed}
        said={sentences(visit, 'mandates', faults)}
      />
    ),
    status: faults.length > 0 ? 422 : 200,
  })
}

async function grant(house: AdminHouse, visit: Visit): Promise<Answer> {
  const typed = { holder: field(visit, 'holder'), roles: fields(visit, 'roles'), until: field(visit, 'until') }
  const done = await grantMandate(house, actOf(visit), typed)
  return done.ok ? doneAt(visit.to(routes.mandates), 'mandate-granted') : mandates(house, visit, typed, done.error)
}

async function end(house: AdminHouse, visit: Visit): Promise<Answer> {
  const done = await endMandate(house, actOf(visit), visit.params.holder ?? '')
  return done.ok ? doneAt(visit.to(routes.mandates), 'mandate-ended') : problem(notFound)
}

async function held(house: AdminHouse, visit: Visit): Promise<Answer> {
  return staffPage(visit, {
    title: visit.t('identity.held.title'),
    area: 'identity/held-mandates',
    body: <HeldPage visit={visit} held={await mandatesHeld(house.database.system, visit.site.id)} />,
  })
}

/** Who acts for this tenant, and for whom it acts. */
export const mandateHandlers = (house: AdminHouse): Handler[] => [
  handler(routes.mandates, (visit) => mandates(house, visit)),
  handler(routes.grantMandate, (visit) => grant(house, visit)),
  handler(routes.endMandate, (visit) => end(house, visit)),
  handler(routes.heldMandates, (visit) => held(house, visit)),
]
