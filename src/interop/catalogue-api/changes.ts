import { type CatalogueHouse, catalogueRoutes, type FeedPage, type FeedStart, readChangeFeed } from '#catalogue'
import { isId } from '#kernel/id.ts'
import { type Answer, json, problem, type Visit } from '#platform/http'
import { routes } from './routes.ts'

const pageSize = 500
const open = { 'access-control-allow-origin': '*', vary: 'Accept-Encoding' }
const placeForm = /^([0-9a-f]{8})-(\d{1,15})-(.{36})$/
const formerForm = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)_.{36}$/
/** Former places were moments. Something may have become visible later than its moment says, so whoever has one looks back an hour. */
const lookBack = 3600_000

const refused = (field: string, message: string): Answer =>
  problem({
    status: 400,
    id: 'catalogue-api/parameter',
    title: 'A parameter cannot be read',
    detail: `${field}: ${message}`,
    fields: [{ field, message }],
  })

const momentOf = (text: string): Date | undefined => (Number.isNaN(Date.parse(text)) ? undefined : new Date(Date.parse(text)))

/** A place as `next` gave it out, now or in former days. */
function placeOf(text: string): FeedStart {
  const [, epoch = '', number = '', id = ''] = placeForm.exec(text) ?? []
  if (epoch && isId(id)) return { epoch, place: { number: Number(number), id } }
  const former = momentOf(formerForm.exec(text)?.[1] ?? '')
  return former && { moment: new Date(former.getTime() - lookBack) }
}

/** A place as text: good for as long as the numbers of this database are. */
export const placeText = ({ epoch, place }: Pick<FeedPage, 'epoch' | 'place'>): string => `${epoch}-${place.number}-${place.id}`

/**
 * What was published, changed or withdrawn, in the order in which it became visible, for those who mirror the catalogue: each record once, with its
 * last change. `next` never ends: asked again later, it gives what happened meanwhile.
 */
export async function changes(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const strange = [...visit.query.keys()].find((name) => name !== 'since' && name !== 'after')
  if (strange !== undefined) return refused(strange.slice(0, 80), 'unknown parameter; known: since, after')
  const [since, after] = [visit.query.get('since'), visit.query.get('after')]
  const from = since && /^\d{4}-\d\d-\d\d/.test(since) ? momentOf(since) : undefined
  if (since && !from) return refused('since', 'a date or a moment, for example 2026-11-01 or 2026-11-01T00:00:00Z')
  const place = after ? placeOf(after) : undefined
  if (after && !place) return refused('after', 'only as next gave it out')
  const found = await readChangeFeed(house, visit.site, place ?? (from && { moment: from }), pageSize)
  if (!found)
    return problem({
      status: 410,
      id: 'catalogue-api/place-gone',
      title: 'This place is none any more',
      detail: 'The catalogue was restored from a backup since. Begin anew without after: each record comes once.',
    })
  return json(
    {
      changes: found.changes.map((change) => {
        const site = visit.sites.byId(change.tenant) ?? visit.site
        const page = visit.address(site, catalogueRoutes.dataset, { slug: change.slug })
        const published = change.state === 'published'
        return {
          id: change.id,
          kind: published ? (change.shown === change.number ? 'created' : 'updated') : 'withdrawn',
          state: change.state,
          changedAt: change.moment,
          tenant: site.slug,
          uri: change.uri,
          page,
          ...(published ? { dataset: visit.address(site, routes.dataset, { id: change.id }) } : {}),
        }
      }),
      more: found.more,
      next: visit.address(visit.site, routes.changes, {}, { after: placeText(found) }),
    },
    open,
  )
}
