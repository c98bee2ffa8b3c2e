import type { FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { type Actor, may, nobody } from '#kernel/actor.ts'
import type { Lang, Translate } from '#kernel/locale.ts'
import { href, type Params, type Query, type Route } from '#kernel/route.ts'
import { type Site, type Sites, siteAddress } from '#kernel/site.ts'
import type { Upload } from './upload.ts'

/** One request, seen as a visit to a tenant's site in a language. */
export interface Visit {
  readonly id: string
  readonly site: Site
  readonly sites: Sites
  readonly lang: Lang
  readonly t: Translate
  readonly now: Date
  readonly route: Route
  readonly params: Params
  readonly query: URLSearchParams
  /** Fields of a posted form. */
  readonly form: URLSearchParams
  /** Files that came with the form. */
  readonly uploads: readonly Upload[]
  /** Path below the tenant and the language, with query. */
  readonly path: string
  /** Scheme and host that reach this instance, as configured. */
  readonly origin: string
  readonly request: FastifyRequest
  /** Who asks. */
  readonly actor: Actor
  /** Whether who asks may do this for the tenant whose site it is. */
  may(permission: string): boolean
  /** Path of a page of this site in this language. */
  to(route: Route, params?: Params, query?: Query): string
  /** Path or address of a page of another site. */
  toSite(site: Site, route: Route, params?: Params, query?: Query): string
  /** Full address without the language: what goes into feeds, RDF and canonical links. */
  address(site: Site, route: Route, params?: Params, query?: Query): string
  /** The best of the offered media types by the Accept header; undefined when none fits. */
  accepts(types: readonly string[]): string | undefined
}

export interface Place {
  site: Site
  lang: Lang
  /** What stands before the path of this site's pages: '' or `/slug`. */
  base: string
  path: string
}

/** Finds tenant and language in host and path: `/lindenrode/en/daten` -> Lindenrode, English, `/daten`. */
export function placeOf(sites: Sites, host: string | undefined, url: string): Place {
  const byHost = host ? sites.byHost(host.toLowerCase().replace(/:\d+$/, '')) : undefined
  let site = byHost ?? sites.root
  let base = ''
  let path = url
  const [, first = ''] = /^\/([^/?]*)/.exec(path) ?? []
  const named = first ? sites.bySlug(first) : undefined
  if (named && named.path !== '' && named.id !== byHost?.id) {
    site = named
    base = named.path
    path = afterSegment(path)
  }
  const [, second = ''] = /^\/([^/?]*)/.exec(path) ?? []
  const main = site.languages[0] ?? 'de'
  if (second !== main && site.languages.includes(second)) return { site, base, lang: second, path: afterSegment(path) }
  return { site, base, lang: main, path }
}

/** `/x/y?z` -> `/y?z`, `/x?z` -> `/?z`. */
function afterSegment(url: string): string {
  const rest = url.replace(/^\/[^/?]*/, '')
  return rest.startsWith('/') ? rest : `/${rest}`
}

const join = (base: string, path: string) => (base !== '' && path === '/' ? base : base + path) || '/'

/** Makes the visit of a request whose place is known. */
export function makeVisit(input: {
  request: FastifyRequest
  place: Place
  sites: Sites
  t: Translate
  route: Route
  origin: string
  now: Date
  actor?: Actor
  /** A form with files, where the body was one. */
  sent?: { readonly form: URLSearchParams; readonly uploads: readonly Upload[] }
}): Visit {
  const { request, place, sites, route, origin, actor = nobody } = input
  const language = (site: Site) =>
    place.lang === (site.languages[0] ?? 'de') || !site.languages.includes(place.lang) ? '' : `/${place.lang}`
  const [, search = ''] = /\?(.*)$/s.exec(request.url) ?? []
  return {
    id: request.id,
    site: place.site,
    sites,
    lang: place.lang,
    t: input.t,
    now: input.now,
    route,
    params: (request.params ?? {}) as Params,
    query: new URLSearchParams(search),
    form: input.sent?.form ?? (request.body instanceof URLSearchParams ? request.body : new URLSearchParams()),
    uploads: input.sent?.uploads ?? [],
    path: request.url,
    origin,
    request,
    actor,
    may: (permission) => may(actor, permission, place.site.id),
    to: (target, params, query) => join(place.base + language(place.site), href(target, params, query)),
    toSite: (site, target, params, query) =>
      site.id === place.site.id
        ? join(place.base + language(site), href(target, params, query))
        : site.hosts[0]
          ? `https://${site.hosts[0]}${join(language(site), href(target, params, query))}`
          : join(site.path + language(site), href(target, params, query)),
    address: (site, target, params, query) => siteAddress(site, origin) + href(target, params, query),
    accepts: (types) => new Negotiator(request.raw).mediaType([...types]),
  }
}
