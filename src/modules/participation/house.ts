import type { Kysely } from 'kysely'
import type { CatalogueHouse, EditHouse } from '#catalogue'
import { type Site, type Sites, shownWith } from '#kernel/site.ts'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import type { Visit } from '#platform/http'
import type { Jobs } from '#platform/jobs'
import type { Log } from '#platform/log'
import type { Mail } from '#platform/mail'
import type { Storage } from '#platform/storage'
import type { KnownArea } from './model/analysis/areas.ts'
import type { ParticipationTables } from './store/tables.ts'

/** What participation needs of the house it lives in. */
export interface ParticipationHouse {
  readonly config: Config
  readonly log: Log
  readonly database: Database<ParticipationTables>
  readonly storage: Storage
  readonly mail: Mail
  readonly jobs: Pick<Jobs, 'enqueue'>
  sites(): Sites
  now(): Date
}

/** The same with what only pages need. */
export interface ParticipationWeb extends ParticipationHouse {
  /** Address of a built file: the map asks for its own. */
  asset(name: string): string
  /** Address of the tenant's own colours; undefined when it has none. */
  themeUrl?(visit: Visit): string | undefined
}

type Db = Kysely<ParticipationTables>

/** The tenants whose procedures a view shows: its own, and those below it where participation is switched on. */
export const shownIn = (site: Site, sites: Sites): readonly string[] => shownWith('participation', site, sites)

/**
 * The parts of a tenant whose outlines are known: the towns and districts directly below it. A town has none: where its own parts lie
 * nobody has said.
 */
export const areasBelow = (site: Pick<Site, 'id'>, sites: Sites): KnownArea[] =>
  sites.all.flatMap(({ id, parent, kind, area }) =>
    parent === site.id && area && (kind === 'gemeinde' || kind === 'kreis') ? [{ id, area }] : [],
  )

/** The connection that speaks for a site's public pages. */
export const publicDb = (house: Pick<ParticipationHouse, 'database' | 'sites'>, site: Site): Db =>
  house.database.within({ tenant: site.id, readable: shownIn(site, house.sites()) })

/** The connection that speaks for those who work for a tenant. */
export const staffDb = (house: Pick<ParticipationHouse, 'database'>, site: Pick<Site, 'id'>): Db =>
  house.database.within({ tenant: site.id, readable: [site.id], staff: true })

/** The same house as the catalogue's door wants it: one connection, typed for its tables. */
export const forCatalogue = (house: ParticipationHouse): EditHouse & Pick<CatalogueHouse, 'sites'> => ({
  config: house.config,
  database: house.database as unknown as CatalogueHouse['database'],
  storage: house.storage,
  mail: house.mail,
  now: () => house.now(),
  sites: () => house.sites(),
})
