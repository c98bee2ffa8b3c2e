import { type Route, routesOf } from '#kernel/route.ts'

const route = routesOf('participation')
const post = { method: 'POST' } as const
const staff = { permission: 'participation/moderate' } as const
const page = { page: true } as const
const slug = { slug: 'marktplatz-lindenrode' }
const submission = { thing: 'participation/submission' }
const comment = { thing: 'participation/comment' }
const notice = { thing: 'participation/notice' }

/** Moderation, its public protocol and rules, notices from the public, and who wants to be told. */
export const moderationRoutes = {
  queue: route('queue', '/intern/beitraege', { ...staff, ...page }),
  moderateSubmission: route('moderate-submission', '/intern/beitraege/:id', { ...staff, ...page, ...submission }),
  actOnSubmission: route('act-on-submission', '/intern/beitraege/:id', { ...staff, ...post, ...submission }),
  moderateComment: route('moderate-comment', '/intern/kommentare/:id', { ...staff, ...page, ...comment }),
  actOnComment: route('act-on-comment', '/intern/kommentare/:id', { ...staff, ...post, ...comment }),
  notices: route('notices', '/intern/meldungen', { ...staff, ...page }),
  staffNotice: route('staff-notice', '/intern/meldungen/:id', { ...staff, ...page, ...notice }),
  decideNotice: route('decide-notice', '/intern/meldungen/:id', { ...staff, ...post, ...notice }),
  objection: route('objection', '/intern/widersprueche/:id', { ...staff, ...page, thing: 'participation/objection' }),
  decideObjection: route('decide-objection', '/intern/widersprueche/:id', {
    ...staff,
    ...post,
    thing: 'participation/objection',
  }),
  rules: route('rules', '/mitmachen/regeln', page),
  notify: route('notify', '/mitmachen/melden', page),
  sendReport: route('send-notice', '/mitmachen/melden', post),
  ownNotice: route('own-notice', '/meldung/:token'),
  objectToNotice: route('object-to-notice', '/meldung/:token', post),
  protocol: route('protocol', '/mitmachen/:slug/protokoll', { ...page, example: slug }),
  follow: route('follow', '/mitmachen/:slug/auf-dem-laufenden', { ...page, example: slug }),
  sendFollow: route('send-follow', '/mitmachen/:slug/auf-dem-laufenden', post),
  following: route('following', '/mitteilungen/:token'),
  confirmFollow: route('confirm-follow', '/mitteilungen/:token', post),
  endFollow: route('end-follow', '/mitteilungen/:token/ende'),
  endFollowNow: route('end-follow-now', '/mitteilungen/:token/ende', post),
} as const satisfies Record<string, Route>
