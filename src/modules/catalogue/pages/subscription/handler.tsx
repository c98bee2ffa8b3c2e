import { readEmail } from '#kernel/text.ts'
import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'
import { routes } from '../../routes.ts'
import { slowDown } from '../../use-cases/requests/slow-down.ts'
import { changeSubscription, confirm, findSubscription, subscribe } from '../../use-cases/requests/subscribe.ts'
import {
  endedView,
  manageView,
  rhythmParams,
  type SubscribeTyped,
  sentView,
  subscribeView,
  whatToFollowView,
} from './subscription-views.tsx'
import { findFollowed } from './wanted.ts'

const nothing = (visit: Visit): Answer =>
  problem({
    ...notFound,
    id: 'catalogue/no-subject',
    title: visit.t('catalogue.subscribe.nothing'),
    detail: visit.t('catalogue.subscribe.nothing.detail'),
  })

async function form(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const art = visit.query.get('art')
  if (art === null) return page(whatToFollowView(visit))
  const was = visit.query.get('was') ?? ''
  const followed = await findFollowed(house, visit, art, was)
  if (!followed) return nothing(visit)
  if (visit.query.has('gesendet')) return page(sentView(visit, followed))
  return page(subscribeView(visit, followed, { art, was, email: '', rhythm: 'taeglich' }))
}

async function send(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const given = (name: string) => visit.form.get(name) ?? ''
  const typed: SubscribeTyped = {
    art: given('art'),
    was: given('was'),
    email: given('email'),
    rhythm: given('rhythmus') || 'taeglich',
  }
  const followed = await findFollowed(house, visit, typed.art, typed.was)
  if (!followed) return nothing(visit)
  const email = readEmail(typed.email)
  if (!email) return page(subscribeView(visit, followed, { ...typed, fault: typed.email.trim() ? 'invalid' : 'missing' }), 422)
  const rhythm = (Object.hasOwn(rhythmParams, typed.rhythm) ? rhythmParams[typed.rhythm] : undefined) ?? 'daily'
  const slow = await slowDown(house, 'subscribe', visit.request.ip, given('puzzle'))
  if (slow) return page(subscribeView(visit, followed, { ...typed, slow }), 429)
  const { kind, subject, label } = followed
  await subscribe(house, visit.site, {
    kind,
    subject,
    label,
    rhythm: kind === 'request' ? 'immediate' : rhythm,
    email,
    lang: visit.lang,
  })
  return redirect(visit.to(routes.subscribe, {}, { art: typed.art, was: typed.was, gesendet: 1 }))
}

const over = (visit: Visit): Answer =>
  problem({
    ...notFound,
    id: 'catalogue/no-subscription',
    title: visit.t('catalogue.subscribe.over'),
    detail: visit.t('catalogue.subscribe.over.detail'),
  })

async function manage(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const found = await findSubscription(house, visit.site, visit.params.token ?? '')
  if (!found) return over(visit)
  return page(
    manageView(visit, found, visit.query.has('bestaetigt') ? 'confirmed' : visit.query.has('gespeichert') ? 'saved' : undefined),
  )
}

async function change(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const token = visit.params.token ?? ''
  const back = (told: string) => redirect(visit.to(routes.subscription, { token }, { [told]: 1 }))
  if (visit.form.get('tat') === 'bestaetigen') return (await confirm(house, visit.site, token)) ? back('bestaetigt') : over(visit)
  const wanted = visit.form.get('rhythmus') ?? ''
  const rhythm = Object.hasOwn(rhythmParams, wanted) ? rhythmParams[wanted] : undefined
  if (!rhythm) return redirect(visit.to(routes.subscription, { token }))
  return (await changeSubscription(house, visit.site, token, rhythm)) ? back('gespeichert') : over(visit)
}

/** The end by button, and by the mail program itself (RFC 8058: a POST without a page). Twice is once. */
async function end(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  await changeSubscription(house, visit.site, visit.params.token ?? '', 'end')
  return page(endedView(visit))
}

async function askToEnd(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const found = await findSubscription(house, visit.site, visit.params.token ?? '')
  return found ? page(manageView(visit, found)) : page(endedView(visit))
}

/** Subscriptions: asking for one, confirming, changing and ending it. */
export const subscriptionHandlers = (house: CatalogueHouse): Handler[] => [
  handler(routes.subscribe, (visit) => form(house, visit)),
  handler(routes.sendSubscribe, (visit) => send(house, visit), { perMinute: 120 }),
  handler(routes.subscription, (visit) => manage(house, visit), { perMinute: 300 }),
  handler(routes.changeSubscription, (visit) => change(house, visit), { perMinute: 120 }),
  handler(routes.endSubscription, (visit) => askToEnd(house, visit), { perMinute: 300 }),
  handler(routes.endSubscriptionNow, (visit) => end(house, visit), { perMinute: 300 }),
]
