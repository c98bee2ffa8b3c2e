import { isId } from '#kernel/id.ts'
import { must } from '#kernel/result.ts'
import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import { staffDb, type WebhooksHouse } from '../house.ts'
import { changeKinds, type Delivery, type Receiver } from '../model/receiver.ts'
import { routes } from '../routes.ts'
import { deliveriesOf, deliveryById } from '../store/delivery-store.ts'
import { receiversOf } from '../store/receiver-store.ts'
import {
  type Acting,
  addReceiver,
  changeReceiver,
  newSecret,
  receiverOf,
  removeReceiver,
  sendAgain,
  switchReceiver,
  tryReceiver,
} from '../use-cases/deeds.ts'
import { readReceiver, type TypedReceiver } from '../use-cases/save-receiver.ts'
import { removeView, renewView } from './confirm-views.tsx'
import { deliveryView } from './delivery-view.tsx'
import { receiverFormView } from './receiver-form-view.tsx'
import { receiverView } from './receiver-view.tsx'
import { receiversView } from './receivers-view.tsx'
import { secretView } from './secret-view.tsx'

const actingIn = (visit: Visit): Acting => ({ site: visit.site, person: must(visit.actor.person, 'the person of a staff page') })

/** Hands the receiver that an address names to `work`; whoever names none gets "not found". */
const withReceiver =
  (house: WebhooksHouse, work: (receiver: Receiver, visit: Visit) => Promise<Answer> | Answer) =>
  async (visit: Visit): Promise<Answer> => {
    const { id } = visit.params
    const receiver = isId(id) ? await receiverOf(house, visit.site, id) : undefined
    return receiver ? work(receiver, visit) : problem(notFound)
  }

async function deliveryOf(house: WebhooksHouse, receiver: Receiver, id: string | null | undefined, visit: Visit) {
  const found = isId(id ?? '') ? await deliveryById(staffDb(house, visit.site.id), visit.site.id, id ?? '') : undefined
  return found?.receiver === receiver.id ? found : undefined
}

const withDelivery = (
  house: WebhooksHouse,
  work: (receiver: Receiver, delivery: Delivery, visit: Visit) => Promise<Answer> | Answer,
) =>
  withReceiver(house, async (receiver, visit) => {
    const delivery = await deliveryOf(house, receiver, visit.params.delivery, visit)
    return delivery ? work(receiver, delivery, visit) : problem(notFound)
  })

const field = (visit: Visit, name: string) => (visit.form.get(name) ?? '').replaceAll('\0', '').toWellFormed()
const typedIn = (visit: Visit): TypedReceiver => ({
  name: field(visit, 'name'),
  address: field(visit, 'address'),
  kinds: visit.form.getAll('kinds'),
  below: visit.form.get('below') === '1' && visit.site.within.length > 1,
})

async function add(house: WebhooksHouse, visit: Visit): Promise<Answer> {
  const typed = typedIn(visit)
  const read = await readReceiver(house, typed)
  if (!read.ok) return page(receiverFormView(typed, visit, undefined, read.error), 422)
  const made = await addReceiver(house, actingIn(visit), read.value)
  if (!made) return page(receiverFormView(typed, visit, undefined, [{ field: 'name', fault: 'too-many' }]), 422)
  return page(secretView({ id: made.id, name: read.value.name }, made.secret, false, visit))
}

async function change(house: WebhooksHouse, receiver: Receiver, visit: Visit): Promise<Answer> {
  const typed = typedIn(visit)
  const read = await readReceiver(house, typed)
  if (!read.ok) return page(receiverFormView(typed, visit, receiver, read.error), 422)
  await changeReceiver(house, actingIn(visit), receiver, read.value)
  return redirect(visit.to(routes.receiver, { id: receiver.id }, { getan: 'gespeichert' }))
}

const pageSize = 25

async function show(house: WebhooksHouse, receiver: Receiver, visit: Visit): Promise<Answer> {
  const before = visit.query.get('vor') ?? ''
  const found = await deliveriesOf(
    staffDb(house, visit.site.id),
    visit.site.id,
    receiver.id,
    pageSize + 1,
    isId(before) ? before : undefined,
  )
  const deliveries = found.slice(0, pageSize)
  const last = found.length > pageSize ? deliveries.at(-1) : undefined
  return page(
    receiverView(
      {
        receiver,
        deliveries,
        older: last && visit.to(routes.receiver, { id: receiver.id }, { vor: last.id }),
        trial: await deliveryOf(house, receiver, visit.query.get('probe'), visit),
      },
      visit,
    ),
  )
}

/** Receivers of the tenant: list, add, change, pause, try, new secret, what was sent. */
export const receiverHandlers = (house: WebhooksHouse): Handler[] => [
  handler(routes.receivers, async (visit) =>
    page(receiversView(await receiversOf(staffDb(house, visit.site.id), visit.site.id), visit)),
  ),
  handler(routes.newReceiver, (visit) =>
    page(receiverFormView({ name: '', address: '', kinds: changeKinds, below: visit.site.within.length > 1 }, visit)),
  ),
  handler(routes.addReceiver, (visit) => add(house, visit), { perMinute: 30 }),
  handler(
    routes.receiver,
    withReceiver(house, (receiver, visit) => show(house, receiver, visit)),
  ),
  handler(
    routes.editReceiver,
    withReceiver(house, (receiver, visit) => page(receiverFormView(receiver, visit, receiver))),
  ),
  handler(
    routes.changeReceiver,
    withReceiver(house, (receiver, visit) => change(house, receiver, visit)),
    { perMinute: 30 },
  ),
  handler(
    routes.switchReceiver,
    withReceiver(house, async (receiver, visit) => {
      const off = visit.form.get('stand') === 'off'
      await switchReceiver(house, actingIn(visit), receiver, off ? 'off' : 'on')
      return redirect(visit.to(routes.receiver, { id: receiver.id }, { getan: off ? 'aus' : 'an' }))
    }),
  ),
  handler(
    routes.tryReceiver,
    withReceiver(house, async (receiver, visit) => {
      const trial = await tryReceiver(house, actingIn(visit), receiver)
      return redirect(visit.to(routes.receiver, { id: receiver.id }, { probe: trial }))
    }),
    { perMinute: 10 },
  ),
  handler(
    routes.renewPage,
    withReceiver(house, (receiver, visit) => page(renewView(receiver, visit))),
  ),
  handler(
    routes.renewSecret,
    withReceiver(house, async (receiver, visit) =>
      page(secretView(receiver, await newSecret(house, actingIn(visit), receiver), true, visit)),
    ),
  ),
  handler(
    routes.removePage,
    withReceiver(house, (receiver, visit) => page(removeView(receiver, visit))),
  ),
  handler(
    routes.remove,
    withReceiver(house, async (receiver, visit) => {
      await removeReceiver(house, actingIn(visit), receiver)
      return redirect(visit.to(routes.receivers, {}, { entfernt: '1' }))
    }),
  ),
  handler(
    routes.delivery,
    withDelivery(house, (receiver, delivery, visit) => page(deliveryView(receiver, delivery, visit))),
  ),
  handler(
    routes.sendAgain,
    withDelivery(house, async (receiver, delivery, visit) => {
      await sendAgain(house, actingIn(visit), receiver, delivery)
      return redirect(visit.to(routes.delivery, { id: receiver.id, delivery: delivery.id }, { getan: 'erneut' }))
    }),
    { perMinute: 10 },
  ),
]
