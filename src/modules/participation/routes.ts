import { routesOf } from '#kernel/route.ts'
import { accountabilityRoutes } from './accountability-routes.ts'
import { dialogueRoutes } from './dialogue-routes.ts'
import { moderationRoutes } from './moderation-routes.ts'
import { paperRoutes } from './paper-routes.ts'
import { projectRoutes } from './project-routes.ts'
import { proofRoutes } from './proof-routes.ts'
import { setupRoutes } from './setup-routes.ts'

const route = routesOf('participation')
const post = { method: 'POST' } as const
const slug = { slug: 'marktplatz-lindenrode' }
const number = { ...slug, number: 'MP-0001' }

const own = {
  procedures: route('procedures', '/mitmachen', { page: true }),
  procedure: route('procedure', '/mitmachen/:slug', { page: true, example: slug }),
  submissions: route('submissions', '/mitmachen/:slug/beitraege', { page: true, example: slug }),
  newSubmission: route('new-submission', '/mitmachen/:slug/beitrag', { page: true, example: slug }),
  sendSubmission: route('send-submission', '/mitmachen/:slug/beitrag', post),
  submission: route('submission', '/mitmachen/:slug/beitraege/:number', { page: true, example: number }),
  ownSubmission: route('own-submission', '/beitrag/:token'),
  changeOwnSubmission: route('change-own-submission', '/beitrag/:token', post),
} as const

/** Every route of the room by part: joined where a name that stands twice is noticed. */
export const routeParts = [
  own,
  moderationRoutes,
  accountabilityRoutes,
  dialogueRoutes,
  setupRoutes,
  paperRoutes,
  proofRoutes,
  projectRoutes,
] as const

/** The routes of the room. */
export const routes = {
  ...own,
  ...moderationRoutes,
  ...accountabilityRoutes,
  ...dialogueRoutes,
} as const
