import type { Transaction } from 'kysely'
import type { CatalogueTables } from '#catalogue'
import type { Site } from '#kernel/site.ts'
import { appendAudit } from '#platform/audit'
import { type QualityDb, type QualityHouse, staffDb } from '../house.ts'
import { clearLink, type ListedLink, setDigest, tryAgain } from '../store/link-list.ts'
import type { QualityTables } from '../store/tables.ts'
import { tellCatalogue } from './check-links.ts'

/** Somebody who works for a tenant, at work. What he may do was asked before. */
export interface Acting {
  readonly site: Site
  readonly person: { readonly id: string; readonly name: string }
}

/** Longest reason. */
export const longestReason = 300

async function note(
  trx: QualityDb,
  { site, person }: Acting,
  verb: string,
  subject: { id: string; name: string },
  reason?: string,
) {
  await appendAudit(trx as Transaction<QualityTables & CatalogueTables>, {
    tenant: site.id,
    actor: { id: person.id, name: person.name },
    action: `quality/${verb}`,
    subject: { kind: 'quality/link', ...subject },
    details: reason ? { reason } : {},
  })
}

/** Marks a false alarm, with its reason. It holds until the address answers, or fails in another way. */
export async function clear(house: QualityHouse, acting: Acting, link: ListedLink, reason: string): Promise<boolean> {
  const db = staffDb(house, acting.site.id)
  const done = await db.transaction().execute(async (trx) => {
    if (!(await clearLink(trx, acting.site.id, link.hash, reason))) return false
    await note(trx, acting, 'clear-link', { id: link.hash, name: link.address.slice(0, 200) }, reason)
    return true
  })
  if (done) await tellCatalogue(house.database.system, acting.site.id, [...new Set(link.uses.map((use) => use.resource))])
  return done
}

/** Wants an address tried again soon. */
export const again = (house: QualityHouse, acting: Acting, link: ListedLink): Promise<void> =>
  tryAgain(staffDb(house, acting.site.id), acting.site.id, link.hash)

/** Switches the weekly mail. */
export const switchDigest = (house: QualityHouse, acting: Acting, on: boolean): Promise<void> =>
  staffDb(house, acting.site.id)
    .transaction()
    .execute(async (trx) => {
      await setDigest(trx, acting.site.id, on)
      await note(trx, acting, on ? 'digest-on' : 'digest-off', { id: acting.site.id, name: acting.site.name })
    })
