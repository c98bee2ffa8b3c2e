import { type CatalogueHouse, catalogueRoutes, type StoredResource } from '#catalogue'
import { type Answer, type Handler, handler, notFound, problem, redirect, type Visit } from '#platform/http'
import { addressAt, atFormerPath, findPackage, findResource, organizationsOf } from './packages.ts'
import { routes } from './routes.ts'

const missing = problem(notFound)

/** Where the page of a record is. */
const pageOf = (visit: Visit, one: StoredResource): string => {
  const site = visit.sites.byId(one.tenant) ?? visit.site
  return visit.toSite(site, catalogueRoutes.dataset, { slug: one.slug })
}
const moved = (visit: Visit, one: StoredResource | undefined): Answer => (one ? redirect(pageOf(visit, one), 301) : missing)

/** RDF was at `/dataset/NAME.ttl` (ckanext-dcat): the same form now. */
async function datasetPage(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const given = visit.params.name ?? ''
  const one = await findPackage(house, visit, given)
  if (one) return moved(visit, one)
  const [, name = '', suffix = ''] = /^(.+)\.(ttl|rdf|jsonld|xml)$/.exec(given) ?? []
  const inForm = name ? await findPackage(house, visit, name) : undefined
  if (!inForm) return missing
  const site = visit.sites.byId(inForm.tenant) ?? visit.site
  return redirect(
    visit.toSite(site, catalogueRoutes.dataset, { slug: `${inForm.slug}.${suffix === 'xml' ? 'rdf' : suffix}` }),
    301,
  )
}

/** Position of a distribution that was at an old path, or has an id of ours. */
async function resourceAt(house: CatalogueHouse, visit: Visit) {
  const { name = '', id = '' } = visit.params
  const known = await findResource(house, visit, id)
  if (known) return known
  const one = (await findPackage(house, visit, name)) ?? (await atFormerPath(house, visit, `/dataset/${name}`))
  if (!one || one.record.kind === 'service') return one && { one, at: -1 }
  return { one, at: one.record.distribution.findIndex(({ uri }) => uri.endsWith(`/resource/${id}`) || uri.endsWith(`/${id}`)) }
}

async function resourcePage(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const found = await resourceAt(house, visit)
  return found ? redirect(`${pageOf(visit, found.one)}#dateien`, 301) : missing
}

/** To the file itself, where it is known; else to the page, where people find it. */
async function resourceFile(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const found = await resourceAt(house, visit)
  if (!found) return missing
  const address = found.at < 0 ? undefined : addressAt(found.one.record, found.at)
  const old = visit.path.split('?', 1)[0] ?? ''
  // A record that still names the address asked for would lead in a circle.
  const usable = address !== undefined && /^https?:\/\//i.test(address) && new URL(address).pathname !== old
  return redirect(usable ? address : `${pageOf(visit, found.one)}#dateien`, 302)
}

/** Query of an old search in the words of the page: `q`, `organization`, `groups`, `tags`, `res_format`. */
function searchOf(visit: Visit) {
  const { query } = visit
  const all = (name: string) => query.getAll(name).slice(0, 20)
  return visit.to(
    catalogueRoutes.search,
    {},
    {
      q: query.get('q') ?? undefined,
      ort: all('organization'),
      thema: all('groups').map((one) => one.toLowerCase()),
      stichwort: all('tags'),
      format: all('res_format').map((one) => one.toUpperCase()),
    },
  )
}

/** Version 1 and 2 of CKAN's interface gave other answers; what they asked is answered by version 3. */
const toAction = (visit: Visit, action: string, query: Record<string, string> = {}): Answer =>
  redirect(visit.to(routes.action, { action }, { ...Object.fromEntries(visit.query), ...query }), 301)

/** Addresses of CKAN and DKAN portals that were here before: each leads to where it is now. */
export const oldPathHandlers = (house: CatalogueHouse): Handler[] => [
  handler(routes.oldAction, (visit) => toAction(visit, visit.params.action ?? '')),
  handler(routes.oldRecords, (visit) => toAction(visit, 'package_list')),
  handler(routes.oldRecord, (visit) => toAction(visit, 'package_show', { id: visit.params.name ?? '' })),
  handler(routes.oldPackage, (visit) => toAction(visit, 'package_show', { id: visit.params.name ?? '' })),
  handler(routes.oldSearch, (visit) => toAction(visit, 'package_search')),
  handler(routes.datasets, (visit) => redirect(searchOf(visit), 301)),
  handler(routes.dataset, (visit) => datasetPage(house, visit)),
  handler(routes.resource, (visit) => resourcePage(house, visit)),
  handler(routes.download, (visit) => resourceFile(house, visit)),
  handler(routes.namedDownload, (visit) => resourceFile(house, visit)),
  handler(routes.organizations, (visit) => redirect(visit.to(catalogueRoutes.publishers), 301)),
  handler(routes.organization, (visit) => {
    const { name = '' } = visit.params
    const site = organizationsOf(visit).find((one) => one.slug === name || one.id === name.toLowerCase())
    return site ? redirect(visit.toSite(site, catalogueRoutes.search), 301) : missing
  }),
  handler(routes.groups, (visit) => redirect(visit.to(catalogueRoutes.themes), 301)),
  handler(routes.group, (visit) =>
    redirect(visit.to(catalogueRoutes.theme, { code: (visit.params.name ?? '').toLowerCase() }), 301),
  ),
  handler(routes.node, async (visit) => moved(visit, await atFormerPath(house, visit, `/node/${visit.params.number}`))),
]
