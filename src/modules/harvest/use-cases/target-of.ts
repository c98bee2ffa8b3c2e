import { must } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import type { HarvestHouse } from '../house.ts'
import { nameKey } from '../model/identity.ts'
import type { Source } from '../model/source.ts'

/** Tenants that a source may fill: whoever looks after it, and those below with a catalogue. */
export function possibleTargets(house: Pick<HarvestHouse, 'sites'>, tenant: string): readonly Site[] {
  const sites = house.sites()
  const owner = must(sites.byId(tenant), 'the tenant of a source')
  return owner.within.flatMap((id) => {
    const site = sites.byId(id)
    return site && (id === tenant || site.modules.includes('catalogue')) ? [site] : []
  })
}

/** Whose catalogue a record of a publisher goes into: the tenant that staff named for the publisher, else whoever looks after the source. */
export function targetOf(
  house: Pick<HarvestHouse, 'sites'>,
  source: Pick<Source, 'tenant' | 'mapping'>,
  publisher: string,
): Site {
  const owner = must(house.sites().byId(source.tenant), 'the tenant of a source')
  const slug = source.mapping.publishers[nameKey(publisher)]
  if (!slug) return owner
  const site = house.sites().bySlug(slug)
  // A tenant that left the house or switched its catalogue off gets nothing behind its back.
  return site && possibleTargets(house, source.tenant).includes(site) ? site : owner
}

/** The tenant that a publisher's name most likely means; undefined where no one fits or it is clear without. */
export function suggestedTarget(house: Pick<HarvestHouse, 'sites'>, tenant: string, publisher: string): Site | undefined {
  const key = nameKey(publisher)
  const names = (site: Site) => [site.name, site.contact.organisation, site.slug].map(nameKey)
  const targets = possibleTargets(house, tenant)
  const exact = targets.find((site) => names(site).includes(key))
  // `Stadt Lindenrode, Amt für Geoinformation` and `Lindenrode` both mean the town; a short name inside a longer word does not.
  const words = publisher.split(/[^\p{L}\p{N}-]+/u).map(nameKey)
  const fitting = targets.filter((site) => {
    const short = nameKey(site.shortName)
    return short.length > 3 && words.includes(short)
  })
  const found = exact ?? (fitting.length === 1 ? fitting[0] : undefined)
  return found?.id === tenant ? undefined : found
}
