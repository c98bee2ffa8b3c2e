import type { Site } from '#kernel/site.ts'
import type { Visit } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'
import type { StaffDb } from '../../store/draft-store.ts'

/** The parts of the house that editing needs. */
export type EditHouse = Pick<CatalogueHouse, 'config' | 'database' | 'storage' | 'now' | 'mail'>

/** Somebody who works for a tenant, at work. What he may do was asked before. */
export interface Acting {
  readonly site: Site
  readonly person: { readonly id: string; readonly name: string }
}

/** Who acts in a visit; undefined where nobody is signed in (then the route was not asked for its permission: a bug). */
export const actingIn = (visit: Pick<Visit, 'site' | 'actor'>): Acting | undefined =>
  visit.actor.person && { site: visit.site, person: visit.actor.person }

/** The database as the staff of a tenant sees it. */
export const staffDb = (house: Pick<EditHouse, 'database' | 'config'>, site: Pick<Site, 'id'>): StaffDb => ({
  db: house.database.within({ tenant: site.id, readable: [site.id], staff: true }),
  tenant: site.id,
  publicUrl: house.config.publicUrl,
})

/** Runs in one transaction as the staff of a tenant. */
export function together<T>(
  house: Pick<EditHouse, 'database' | 'config'>,
  site: Pick<Site, 'id'>,
  work: (staff: StaffDb) => Promise<T>,
): Promise<T> {
  const staff = staffDb(house, site)
  return staff.db.transaction().execute((trx) => work({ ...staff, db: trx }))
}
