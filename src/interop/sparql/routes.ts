import { routesOf } from '#kernel/route.ts'

const route = routesOf('sparql', { module: 'catalogue' })

/** SPARQL 1.1 protocol: queries by GET and by POST. */
export const routes = {
  query: route('query', '/sparql'),
  queryPost: route('query-post', '/sparql', { method: 'POST' }),
} as const
