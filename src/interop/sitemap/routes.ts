import type { Route } from '#kernel/route.ts'

const route = (id: string, path: string): Route => ({
  id: `sitemap/${id}`,
  method: 'GET',
  path,
  permission: 'public',
  module: 'shell',
  page: false,
})

/** What search engines read first. */
export const routes = {
  robots: route('robots', '/robots.txt'),
  index: route('index', '/sitemap.xml'),
  part: route('part', '/sitemap-:number.xml'),
} as const
