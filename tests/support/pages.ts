import type { Page } from 'playwright-core'
import { allRoutes } from '#app'
import { href, type Route } from '#kernel/route.ts'

/** Every route that a person reads: those for everybody, or those of the internal area. */
export const pageRoutes = (audience: 'public' | 'staff' = 'public'): Route[] =>
  allRoutes()
    .flatMap(({ routes }) => Object.values(routes))
    .filter((route) => route.page && (route.permission === 'public') === (audience === 'public'))

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What addresses of a route look like below a tenant's base. */
const shape = (base: string, route: Route) =>
  new RegExp(
    `^${escaped(base)}${route.path
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/?#]+' : escaped(part)))
      .join('/')}$`,
  )

/** An address below a tenant's base; the home page of a tenant with a path has no slash at its end. */
export const below = (base: string, path: string) => (base !== '' && path === '/' ? base : base + path)

/**
 * Finds the address of a page of a tenant: without parameters it is the route's, else the route's example where the tenant has
 * it, else the first link of this shape that `links` knows; undefined when the tenant has no such page.
 */
export async function addressOf(page: Page, base: string, route: Route, links: ReadonlySet<string>): Promise<string | undefined> {
  if (!route.path.includes(':')) return below(base, route.path)
  const example = route.example ? below(base, href(route, route.example)) : undefined
  if (example && (await page.request.get(example)).status() === 200) return example
  const fits = shape(base, route)
  return [...links].find((link) => fits.test(link))
}

/** Remembers where a page leads, so that pages behind it are found. */
export async function remember(page: Page, links: Set<string>): Promise<void> {
  for (const link of await page.evaluate(() => Array.from(document.links, (one) => one.pathname))) links.add(link)
}
