import { personNames } from '#identity'
import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'
import { routes } from '../../routes.ts'
import { openDraftOf } from '../../store/draft-store.ts'
import { entriesByIds } from '../../store/queries/entries.ts'
import { chargeOf, keptResource, originOf } from '../../store/version-store.ts'
import { type Beginning, beginDraft } from '../../use-cases/edit/begin-draft.ts'
import { giveBack } from '../../use-cases/edit/give-back.ts'
import { remindOverdue } from '../../use-cases/edit/remind-overdue.ts'
import { staffDb } from '../../use-cases/edit/staff.ts'
import { versionSteps } from '../../use-cases/edit/versions.ts'
import { restoreWithdrawn, withdraw } from '../../use-cases/edit/withdraw-resource.ts'
import { faultWords } from '../reviews/draft-fault.ts'
import { fieldIn, idIn, personIn } from '../staff-visit.ts'
import { giveBackView } from './give-back-view.tsx'
import { historyView, withdrawView } from './history-view.tsx'

/** The tenant's record that an address names. */
const resourceIn = async (house: CatalogueHouse, visit: Visit) => {
  const id = idIn(visit)
  return id ? keptResource(staffDb(house, visit.site), id) : undefined
}

async function history(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const resource = await resourceIn(house, visit)
  if (!resource) return problem(notFound)
  const staff = staffDb(house, visit.site)
  const [versions, open, charge, origin, [entry]] = await Promise.all([
    versionSteps(house, visit.site, resource.id, visit.lang),
    openDraftOf(staff, resource.id),
    chargeOf(staff, resource.id),
    originOf(staff, resource),
    entriesByIds(staff, [resource.id]),
  ])
  const people = await personNames(house.database.system, [charge.responsible, ...versions.map((one) => one.releasedBy)])
  return page(historyView({ resource, versions, open, charge, origin, entry, people }, visit))
}

/** Begins a draft and leads to its form; where somebody writes already, back with a word about it. */
async function begin(house: CatalogueHouse, visit: Visit, from: Beginning): Promise<Answer> {
  const draft = await beginDraft(house, personIn(visit), from)
  if (draft.ok) return redirect(visit.to(routes.draftForm, { id: draft.value.id }))
  if (draft.error.kind === 'not-found') return problem(notFound)
  return redirect(visit.to(routes.history, { id: visit.params.id ?? '' }, { fehler: draft.error.kind }))
}

async function doWithdraw(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const resource = await resourceIn(house, visit)
  if (!resource) return problem(notFound)
  const { id } = resource
  const done = await withdraw(house, personIn(visit), { resource: id, reason: fieldIn(visit, 'reason') })
  if (done.ok) return redirect(visit.to(routes.history, { id }, { getan: 'withdrawn' }))
  if (done.error.kind === 'field') return page(withdrawView(resource, visit, faultWords(done.error, visit)), 422)
  return redirect(visit.to(routes.history, { id }))
}

async function doRestore(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const id = idIn(visit)
  const done = id && (await restoreWithdrawn(house, personIn(visit), { resource: id }))
  if (!done || (!done.ok && done.error.kind === 'not-found')) return problem(notFound)
  return redirect(visit.to(routes.history, { id }, done.ok ? { getan: 'restored' } : {}))
}

async function doGiveBack(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const id = idIn(visit)
  const done = id && (await giveBack(house, personIn(visit), { resource: id }))
  if (!done || (!done.ok && done.error.kind === 'not-found')) return problem(notFound)
  if (done.ok) return redirect(visit.to(routes.history, { id }, { getan: 'given-back' }))
  return redirect(visit.to(routes.history, { id }, { fehler: done.error.kind === 'field' ? 'busy' : 'not-given-back' }))
}

async function remind(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const id = idIn(visit)
  const done = id && (await remindOverdue(house, personIn(visit), { resource: id }))
  if (!done || (!done.ok && done.error === 'not-found')) return problem(notFound)
  return redirect(visit.to(routes.history, { id }, done.ok ? { getan: 'reminded' } : { fehler: done.error }))
}

/** A published record: its versions, and what is done with it. */
export const historyHandlers = (house: CatalogueHouse): Handler[] => [
  handler(routes.history, (visit) => history(house, visit)),
  handler(routes.changeResource, (visit) => {
    const id = idIn(visit)
    return id ? begin(house, visit, { resource: id }) : problem(notFound)
  }),
  handler(routes.copyResource, (visit) => {
    const id = idIn(visit)
    return id ? begin(house, visit, { copyOf: id }) : problem(notFound)
  }),
  handler(routes.restoreVersion, async (visit) => {
    const resource = await resourceIn(house, visit)
    if (!resource) return problem(notFound)
    const version = Number(visit.form.get('fassung'))
    const fits = Number.isInteger(version) && version >= 1 && version < 1e6
    return fits
      ? begin(house, visit, { resource: resource.id, version })
      : redirect(visit.to(routes.history, { id: resource.id }))
  }),
  handler(routes.withdrawPage, async (visit) => {
    const resource = await resourceIn(house, visit)
    return resource ? page(withdrawView(resource, visit)) : problem(notFound)
  }),
  handler(routes.withdraw, (visit) => doWithdraw(house, visit)),
  handler(routes.restoreWithdrawn, (visit) => doRestore(house, visit)),
  handler(routes.giveBackPage, async (visit) => {
    const resource = await resourceIn(house, visit)
    const source = resource && (await originOf(staffDb(house, visit.site), resource))
    if (!resource) return problem(notFound)
    return source && resource.ownSince
      ? page(giveBackView(resource, source, visit))
      : redirect(visit.to(routes.history, { id: resource.id }, { fehler: 'not-given-back' }))
  }),
  handler(routes.giveBack, (visit) => doGiveBack(house, visit)),
  handler(routes.remind, (visit) => remind(house, visit)),
]
