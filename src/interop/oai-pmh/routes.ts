import { routesOf } from '#kernel/route.ts'

const route = routesOf('oai-pmh', { module: 'catalogue' })

/** OAI-PMH 2.0: one address, by GET and by POST. */
export const routes = {
  base: route('base', '/oai'),
  basePost: route('base-post', '/oai', { method: 'POST' }),
} as const
