import { type CatalogueHouse, type ChangePlace, catalogueRoutes, listChanges } from '#catalogue'
import { isId } from '#kernel/id.ts'
import { type Answer, json, problem, type Visit } from '#platform/http'
import { routes } from './routes.ts'

const pageSize = 500
const open = { 'access-control-allow-origin': '*', vary: 'Accept-Encoding' }
const momentForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/

const refused = (field: string, message: string): Answer =>
  problem({
    status: 400,
    id: 'catalogue-api/parameter',
    title: 'A parameter cannot be read',
    detail: `${field}: ${message}`,
    fields: [{ field, message }],
  })

/** A place in the list as `next` gave it out: moment and id. */
function placeOf(text: string): ChangePlace | undefined {
  const [moment = '', id = '', ...more] = text.split('_')
  return momentForm.test(moment) && !Number.isNaN(Date.parse(moment)) && isId(id) && more.length === 0
    ? { moment, id }
    : undefined
}

/**
 * What was published, changed or withdrawn, in this order, for those who mirror the catalogue: each record once, with its last change.
 * `next` never ends: asked again later, it gives what happened meanwhile.
 */
export async function changes(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const strange = [...visit.query.keys()].find((name) => name !== 'since' && name !== 'after')
  if (strange !== undefined) return refused(strange.slice(0, 80), 'unknown parameter; known: since, after')
  const [since, after] = [visit.query.get('since'), visit.query.get('after')]
  const from = since ? Date.parse(since) : undefined
  if (since && (!/^\d{4}-\d\d-\d\d/.test(since) || Number.isNaN(from)))
    return refused('since', 'a date or a moment, for example 2026-11-01 or 2026-11-01T00:00:00Z')
  const place = after ? placeOf(after) : undefined
  if (after && !place) return refused('after', 'only as next gave it out')
  const found = await listChanges(house, visit.site, from === undefined ? {} : { from: new Date(from) }, {
    ...(place ? { after: place } : {}),
    limit: pageSize,
    records: false,
  })
  const last = found.changes.at(-1)?.change ?? place
  const next = last ? { after: `${last.moment}_${last.id}` } : since ? { since } : {}
  return json(
    {
      changes: found.changes.map(({ change }) => {
        const site = visit.sites.byId(change.tenant) ?? visit.site
        return {
          id: change.id,
          state: change.state,
          changedAt: change.moment,
          tenant: site.slug,
          ...(change.state === 'published'
            ? {
                page: visit.address(site, catalogueRoutes.dataset, { slug: change.slug }),
                dataset: visit.address(site, routes.dataset, { id: change.id }),
              }
            : {}),
        }
      }),
      more: found.next !== undefined,
      next: visit.address(visit.site, routes.changes, {}, next),
    },
    open,
  )
}
