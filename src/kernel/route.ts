/** One line of a room's URL contract. `path` is relative to the tenant's root, in Fastify's notation (`/daten/:slug`). */
export interface Route {
  readonly id: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** `public`, `signed-in` (everybody with an account), `staff` (whoever has any permission), or a permission `room/verb` for the tenant whose site it is. */
  readonly permission: string
  /** What kind of thing the parameters name (`catalogue/draft`): another tenant's is not found, whoever asks. */
  readonly thing?: string
  /** The module that must be switched on for the tenant; off means 404 and no trace. */
  readonly module: string
  /** Whether the page belongs into sitemap and accessibility walk; false for files, feeds and machine answers. */
  readonly page: boolean
  /** Example parameters, so that tools can walk every page. */
  readonly example?: Readonly<Record<string, string>>
}

/** Makes routes of a room: GET, public, of the module of that name and no page, unless `usual` or the route itself says otherwise. */
export const routesOf =
  (room: string, usual: Partial<Route> = {}) =>
  (id: string, path: string, more: Partial<Route> = {}): Route => ({
    id: `${room}/${id}`,
    method: 'GET',
    path,
    permission: 'public',
    module: room,
    page: false,
    ...usual,
    ...more,
  })

export type Params = Readonly<Record<string, string>>
export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>

/** A path taken apart at its parameters: text and names by turns. */
const pathsApart = new Map<string, readonly string[]>()

function apart(path: string): readonly string[] {
  let parts = pathsApart.get(path)
  if (!parts) {
    parts = path.split(/:(\w+)(?:\([^)]*\))?/)
    // The routes of the house; a path that somebody makes up on the way is not kept.
    if (pathsApart.size < 2000) pathsApart.set(path, parts)
  }
  return parts
}

/** The path of a route with its parameters and query filled in; throws when a parameter is missing. */
export function href(route: Route, params: Params = {}, query: Query = {}): string {
  const parts = apart(route.path)
  let path = parts[0] ?? ''
  for (let at = 1; at < parts.length; at += 2) {
    const name = parts[at] ?? ''
    const value = params[name]
    if (value === undefined) throw new Error(`route ${route.id} wants ${name}`)
    path += encodeURIComponent(value) + parts[at + 1]
  }
  const search = queryString(query)
  return search ? `${path}?${search}` : path
}

const plain = /^[\w.*-]*$/
const more: Readonly<Record<string, string>> = { '%20': '+', '!': '%21', "'": '%27', '(': '%28', ')': '%29', '~': '%7E' }

/** Text as forms write it in an address (application/x-www-form-urlencoded), like URLSearchParams in a fraction of its time: a page of results has some hundred links. */
const encoded = (text: string): string =>
  plain.test(text) ? text : encodeURIComponent(text.toWellFormed()).replace(/%20|[!'()~]/g, (one) => more[one] ?? one)

/** `{q:'x', theme:['a','b']}` -> `q=x&theme=a&theme=b`; empty values are left out. */
export function queryString(query: Query): string {
  let out = ''
  for (const key in query) {
    const value = query[key]
    if (value === undefined || value === '') continue
    if (typeof value !== 'object') out += `${out && '&'}${encoded(key)}=${encoded(String(value))}`
    else for (const one of value) if (one !== '') out += `${out && '&'}${encoded(key)}=${encoded(one)}`
  }
  return out
}

/** Joins the routes of the parts of a room; a name or an id that stands twice is a fault of the build, so it throws. */
export function joinRoutes(parts: readonly Readonly<Record<string, Route>>[]): Record<string, Route> {
  const joined: Record<string, Route> = {}
  const ids = new Set<string>()
  for (const part of parts)
    for (const [name, route] of Object.entries(part)) {
      if (name in joined || ids.has(route.id)) throw new Error(`route defined twice: ${name} (${route.id})`)
      joined[name] = route
      ids.add(route.id)
    }
  return joined
}
