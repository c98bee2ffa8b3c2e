import { routesOf } from '#kernel/route.ts'

const route = routesOf('sitemap', { module: 'shell' })

/** What search engines read first. */
export const routes = {
  robots: route('robots', '/robots.txt'),
  index: route('index', '/sitemap.xml'),
  part: route('part', '/sitemap-:number.xml'),
} as const
