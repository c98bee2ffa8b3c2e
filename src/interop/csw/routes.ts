import { routesOf } from '#kernel/route.ts'

const route = routesOf('csw', { module: 'catalogue' })

/** CSW 2.0.2: one address, by GET and by POST. */
export const routes = {
  base: route('base', '/csw'),
  basePost: route('base-post', '/csw', { method: 'POST' }),
} as const
