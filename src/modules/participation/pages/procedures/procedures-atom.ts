import { type Answer, body, type Visit } from '#platform/http'
import { writeAtom } from '#standards/atom'
import { type ParticipationHouse, publicDb, shownIn } from '../../house.ts'
import { routes } from '../../routes.ts'
import { listProcedures } from '../../store/procedure-store.ts'
import { overviewQuery, readOverview } from './read-overview.ts'

/** The procedures of a view as a feed: whoever follows a place or a theme learns of each new one and of each change. */
export async function proceduresAtom(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const asked = readOverview(visit)
  const { site, sites, t } = visit
  const { tenants = shownIn(site, sites), standIs: stand, format, text, theme } = asked
  const found = await listProcedures(
    publicDb(house, site),
    tenants,
    {
      ...(stand ? { stand } : {}),
      ...(format ? { format } : {}),
      ...(text ? { text } : {}),
      ...(theme ? { theme } : {}),
      order: 'changed',
    },
    50,
  )
  const query = overviewQuery(asked, { ansicht: '' })
  const feed = writeAtom({
    title: `${site.name}: ${t('participation.nav')}`,
    self: visit.address(site, routes.proceduresAtom, {}, query),
    page: visit.address(site, routes.procedures, {}, query),
    entries: found.map((one) => {
      const owner = sites.byId(one.tenant) ?? site
      return {
        id: `urn:uuid:${one.id}`,
        title: one.title,
        link: visit.address(owner, routes.procedure, { slug: one.slug }),
        summary: one.lead,
        author: owner.name,
        updated: one.changedAt,
      }
    }),
  })
  return body('application/atom+xml; charset=utf-8', feed, { 'access-control-allow-origin': '*' })
}
