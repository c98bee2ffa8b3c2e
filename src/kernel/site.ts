import type { Lang, LangText } from './locale.ts'

/** What kind of body a tenant is. */
export const tenantKinds = ['land', 'kreis', 'gemeinde', 'zweckverband', 'it-dienstleister', 'beratungsstelle'] as const
export type TenantKind = (typeof tenantKinds)[number]

/** A GeoJSON area in WGS 84. */
export interface Area {
  type: 'Polygon' | 'MultiPolygon'
  coordinates: unknown[]
}

export interface Theme {
  /** Accent on the light and on the dark ground, `#rrggbb`; the default is ours. */
  accentLight?: string
  accentDark?: string
  /** Inline SVG of the arms, drawn by us or checked when saved. */
  arms?: string
}

export interface SiteContact {
  organisation: string
  email: string
  phone?: string
  address?: string
}

/** A page that a tenant wrote itself, as navigation shows it. */
export interface SitePage {
  readonly slug: string
  readonly lang: Lang
  readonly title: string
  readonly place: 'main' | 'footer' | 'none'
  readonly changedAt: Date
}

/** A tenant as pages and interfaces see it: who speaks, in which languages, with which modules, and whose data it shows. */
export interface Site {
  readonly id: string
  readonly slug: string
  readonly name: string
  /** Name in lists of places: `Lindenrode` for `Stadt Lindenrode`. */
  readonly shortName: string
  readonly kind: TenantKind
  readonly parent?: string
  /** Amtlicher Regionalschlüssel (12 digits) or the first digits of it. */
  readonly officialKey?: string
  readonly population?: number
  /** '' for the root, else `/slug`. */
  readonly path: string
  readonly hosts: readonly string[]
  /** The first is the language of pages without a language in the address. */
  readonly languages: readonly Lang[]
  readonly modules: readonly string[]
  readonly theme: Theme
  readonly contact: SiteContact
  /** Line under the name, and line of the strip on top. */
  readonly subtitle: LangText
  readonly officialLine: LangText
  /** Markdown by name and language: imprint, privacy, accessibility. */
  readonly texts: Readonly<Record<string, LangText>>
  readonly area?: Area
  /** The published pages that it wrote itself, by title. */
  readonly pages: readonly SitePage[]
  /** Old path -> path of this site or whole address. */
  readonly redirects: ReadonlyMap<string, string>
  /** From the parent up to the root. */
  readonly ancestors: readonly string[]
  /** Its own id first, then all below it: whose published data its views show. */
  readonly within: readonly string[]
}

/** Address of a tenant's site from outside, without a slash at the end: its first own host, else its path below the instance's address. */
export const siteAddress = (site: Pick<Site, 'hosts' | 'path'>, publicUrl: string): string =>
  site.hosts[0] ? `https://${site.hosts[0]}` : publicUrl + site.path

/** The tenants of this instance by id, slug and host. */
export interface Sites {
  readonly all: readonly Site[]
  readonly root: Site
  byId(id: string): Site | undefined
  bySlug(slug: string): Site | undefined
  byHost(host: string): Site | undefined
}

const shown = new WeakMap<Sites, Map<string, readonly string[]>>()

/**
 * The tenants of which a site's view shows a module: the site itself, and those below it where the module is switched on. The same
 * list each time until a tenant changes, so that whoever compares or fingerprints it does so once.
 */
export function shownWith(module: string, site: Site, sites: Sites): readonly string[] {
  const lists = shown.get(sites) ?? new Map<string, readonly string[]>()
  shown.set(sites, lists)
  const key = `${module}/${site.id}`
  const list = lists.get(key) ?? site.within.filter((id) => id === site.id || sites.byId(id)?.modules.includes(module))
  lists.set(key, list)
  return list
}
