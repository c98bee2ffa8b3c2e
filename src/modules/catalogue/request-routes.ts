import { routesOf } from '#kernel/route.ts'

const route = routesOf('catalogue')
const staff = { permission: 'catalogue/answer-wishes' } as const
const post = { method: 'POST' } as const
const number = { number: 'DW-2026-0001' }
const slug = { slug: 'baumkataster' }

/** Wishes for data, remarks on a dataset, subscriptions, the rules for all of them; and where staff answers. */
export const requestRoutes = {
  wishes: route('wishes', '/datenwuensche', { page: true }),
  wishesCsv: route('wishes-csv', '/datenwuensche.csv'),
  wishesAtom: route('wishes-atom', '/datenwuensche.atom'),
  newWish: route('new-wish', '/datenwuensche/neu', { page: true }),
  sendWish: route('send-wish', '/datenwuensche/neu', post),
  wish: route('wish', '/datenwuensche/:number', { page: true, example: number }),
  joinWish: route('join-wish', '/datenwuensche/:number/auch', post),
  remark: route('remark', '/daten/:slug/anmerkung', { page: true, example: slug }),
  sendRemark: route('send-remark', '/daten/:slug/anmerkung', post),
  ownRequest: route('own-request', '/anliegen/:token'),
  changeOwnRequest: route('change-own-request', '/anliegen/:token', post),
  rules: route('rules', '/regeln', { page: true }),
  subscribe: route('subscribe', '/abonnieren', { page: true }),
  sendSubscribe: route('send-subscribe', '/abonnieren', post),
  subscription: route('subscription', '/abo/:token'),
  changeSubscription: route('change-subscription', '/abo/:token', post),
  endSubscription: route('end-subscription', '/abo/:token/ende'),
  endSubscriptionNow: route('end-subscription-now', '/abo/:token/ende', post),
  staffRequests: route('staff-requests', '/intern/datenwuensche', { ...staff, page: true }),
  staffRequestsCsv: route('staff-requests-csv', '/intern/datenwuensche.csv', staff),
  staffRequest: route('staff-request', '/intern/datenwuensche/:id', { ...staff, page: true, thing: 'catalogue/request' }),
  draftForWish: route('draft-for-wish', '/intern/datenwuensche/:id/entwurf', {
    ...post,
    permission: 'catalogue/edit',
    thing: 'catalogue/request',
  }),
  actOnRequest: route('act-on-request', '/intern/datenwuensche/:id', { ...staff, ...post, thing: 'catalogue/request' }),
} as const
