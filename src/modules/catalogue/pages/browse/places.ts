import type { Site, Sites } from '#kernel/site.ts'
import { slugOf } from '#kernel/slug.ts'
import type { Municipality } from '../../reference/municipalities.ts'
import { openReference } from '../../reference/open.ts'

/** A place that publishes data, or could. */
export interface Place {
  /** Key in maps: the tenant's slug, else the official key. */
  readonly id: string
  /** Address of its page. */
  readonly slug: string
  readonly name: string
  /** `body`: a joint utility, an IT service provider: publishes, but is no place on the map. */
  readonly level: 'gemeinde' | 'kreis' | 'body'
  /** Official key: 12 digits, districts 5. */
  readonly ars?: string
  /** Five digits of the district. */
  readonly kreis?: string
  readonly population?: number
  /** The tenant, where the place takes part. */
  readonly site?: Site
}

/** The places of a view. */
export interface Places {
  readonly all: readonly Place[]
  bySlug(slug: string): Place | undefined
  /** Whether the official register of municipalities is behind it. */
  readonly registered: boolean
}

/** The view whose places are shown: a municipality shows those of the district or Land it belongs to. */
export const viewOfPlaces = (site: Site, sites: Sites): Site => {
  const line = [site, ...site.ancestors.map((id) => sites.byId(id))]
  return line.find((one) => one !== undefined && (one.kind === 'kreis' || one.kind === 'land') && one.within.length > 1) ?? site
}

/** District key of an official key, or of the beginning of one. */
const kreisOf = (key: string | undefined): string | undefined =>
  key && key.length >= 5 && !/^\d{2}0+$/.test(key) ? key.slice(0, 5) : undefined

/** Kleve -> Kreis Kleve; what says already that it is a district stays. */
const districtName = (name: string) => (/kreis|region/i.test(name) ? name : `Kreis ${name}`)

const levelOf = (site: Site): Place['level'] => (site.kind === 'gemeinde' || site.kind === 'kreis' ? site.kind : 'body')

function tenantPlace(site: Site): Place {
  const level = levelOf(site)
  const kreis = kreisOf(site.officialKey)
  return {
    id: site.slug,
    slug: site.slug,
    name: level === 'gemeinde' ? site.shortName : site.name,
    level,
    site,
    ...(site.officialKey ? { ars: level === 'kreis' ? site.officialKey.slice(0, 5) : site.officialKey } : {}),
    ...(kreis ? { kreis } : {}),
    ...(site.population ? { population: site.population } : {}),
  }
}

function registerPlace(one: Municipality, site: Site | undefined, taken: ReadonlySet<string>): Place {
  const name = one.level === 'kreis' ? districtName(one.name) : one.name
  const plain = slugOf(name)
  const population = one.population ?? site?.population
  return {
    id: site?.slug ?? one.ars,
    slug: site?.slug ?? (taken.has(plain) ? `${plain}-${one.ags}` : plain),
    name: site && one.level === 'kreis' ? site.name : name,
    level: one.level,
    ars: one.ars,
    kreis: one.kreis,
    ...(population === undefined ? {} : { population }),
    ...(site ? { site } : {}),
  }
}

/** Cities that are their own district stand in the register twice; only the municipality is a place. */
const isOwnDistrict = (one: Municipality, members: ReadonlyMap<string, number>) =>
  one.level === 'kreis' && members.get(one.ars) === 1

/** A name without what it is: `Stadt Moers` -> `moers`. */
const plainName = (name: string) => slugOf(name.replace(/^(stadt|gemeinde|kreis|landkreis)\s+/i, ''))

function registered(register: readonly Municipality[], prefix: string, tenants: readonly Site[]): Place[] {
  const mine = register.filter((one) => one.ars.startsWith(prefix))
  const members = new Map<string, number>()
  for (const one of mine) if (one.level === 'gemeinde') members.set(one.kreis, (members.get(one.kreis) ?? 0) + 1)
  const keyOf = (site: Site) => (site.kind === 'kreis' ? site.officialKey?.slice(0, 5) : site.officialKey)
  const real = tenants.filter((site) => levelOf(site) !== 'body')
  const byKey = new Map(real.flatMap((site) => (keyOf(site) ? [[keyOf(site), site] as const] : [])))
  // A tenant that has not given its key yet is found by its name, within its own level.
  const byName = new Map(
    real.filter((site) => !site.officialKey).map((site) => [`${levelOf(site)} ${plainName(site.shortName)}`, site]),
  )
  const taken = new Set(tenants.map((site) => site.slug))
  return mine
    .filter((one) => !isOwnDistrict(one, members))
    .map((one) => {
      const place = registerPlace(one, byKey.get(one.ars) ?? byName.get(`${one.level} ${plainName(one.name)}`), taken)
      taken.add(place.slug)
      return place
    })
}

/** Beginning of the keys that lie in a view: two digits of the Land, five of the district. */
const prefixOf = (view: Site): string | undefined => {
  if (!view.officialKey) return undefined
  return view.kind === 'land'
    ? view.officialKey.slice(0, 2)
    : view.kind === 'kreis'
      ? view.officialKey.slice(0, 5)
      : view.officialKey
}

const kept = new WeakMap<Site, Places>()

/** The places of a view: those of the official register where it is installed, and every tenant. Kept until tenants change. */
export function placesOf(dataDir: string, view: Site, sites: Sites): Places {
  const known = kept.get(view)
  if (known?.registered) return known
  const tenants = view.within.map((id) => sites.byId(id)).filter((one) => one !== undefined && one.kind !== 'land') as Site[]
  const prefix = prefixOf(view)
  const register = openReference(dataDir).municipalities()
  const official = register.ok && prefix ? registered(register.value, prefix, tenants) : []
  const shown = new Set(official.map((place) => place.site?.id))
  const all = [...official, ...tenants.filter((site) => !shown.has(site.id)).map(tenantPlace)].sort((a, b) =>
    a.name.localeCompare(b.name, 'de'),
  )
  const bySlug = new Map(all.map((place) => [place.slug, place]))
  const places = { all, bySlug: (slug: string) => bySlug.get(slug), registered: official.length > 0 }
  kept.set(view, places)
  return places
}
