import {
  type CatalogueHouse,
  catalogueRoutes,
  type FindFault,
  type Found,
  findRecords,
  indexIds,
  indexReach,
  type RecordFilter,
  recordsOf,
  type StoredResource,
  storeOf,
} from '#catalogue'
import { isIdInAnyCase } from '#kernel/id.ts'
import { textIn } from '#kernel/locale.ts'
import type { Result } from '#kernel/result.ts'
import { shownWith } from '#kernel/site.ts'
import { type Answer, type Handler, handler, notFound, page, problem, type Visit } from '#platform/http'
import { conformance, type OgcLink, type OgcRecord, writeRecord } from '#standards/ogc-records'
import { at, collectionId, formOf, geoJsonAnswer, jsonAnswer, ownLinks, profileLink, refused } from './answers.ts'
import { openApi } from './openapi.ts'
import { type RecordsQuestion, readQuestion, sortableProperties } from './question.ts'
import { routes } from './routes.ts'
import { documentView, recordsView } from './views.tsx'

export { routes as ogcRecordsRoutes } from './routes.ts'

const missing = problem(notFound)
const geojson = 'application/geo+json'

/** Only `f` may be asked of what is no list of records; anything else is a fault, so that a misspelt filter is never silently ignored. */
function formFault(visit: Visit): Answer | undefined {
  const strange = [...visit.query.keys()].find((name) => name !== 'f')
  if (strange !== undefined) return refused(visit, [{ field: strange.slice(0, 60), message: 'not known here; known is f' }])
  return formOf(visit) ? undefined : refused(visit, [{ field: 'f', message: 'json or html' }])
}

/** A document in the form that was asked for. */
function documentAnswer(
  visit: Visit,
  title: string,
  value: { links?: readonly OgcLink[] } & Record<string, unknown>,
  type = 'application/json',
): Answer {
  const fault = formFault(visit)
  if (fault) return fault
  return formOf(visit) === 'html' ? page(documentView(visit, title, value)) : jsonAnswer(value, type)
}

function landing(visit: Visit): Answer {
  const { site } = visit
  return documentAnswer(visit, `OGC API: ${site.name}`, {
    title: site.name,
    description: textIn(site.subtitle, visit.lang),
    links: [
      ...ownLinks(visit, 'application/json'),
      { href: at(visit, 'api'), rel: 'service-desc', type: 'application/vnd.oai.openapi+json;version=3.0', title: 'OpenAPI 3.0' },
      {
        href: visit.address(site, catalogueRoutes.counter, { counter: 'ogc' }),
        rel: 'service-doc',
        type: 'text/html',
        title: visit.t('catalogue.counters.ogc.name'),
      },
      { href: at(visit, 'conformance'), rel: 'conformance', type: 'application/json' },
      { href: at(visit, 'conformance'), rel: 'http://www.opengis.net/def/rel/ogc/1.0/conformance', type: 'application/json' },
      { href: at(visit, 'collections'), rel: 'data', type: 'application/json' },
      { href: at(visit, 'collection'), rel: 'http://www.opengis.net/def/rel/ogc/1.0/ogc-catalog', type: 'application/json' },
    ],
  })
}

/** The catalogue as a collection of records. */
function collection(visit: Visit, own: readonly OgcLink[]) {
  const { site, t } = visit
  return {
    id: collectionId,
    type: 'Catalog',
    itemType: 'record',
    title: `${t('catalogue.nav.data')}: ${site.name}`,
    description: textIn(site.subtitle, visit.lang),
    conformsTo: [
      'http://www.opengis.net/spec/ogcapi-records-1/1.0/conf/record-collection',
      'http://www.opengis.net/spec/ogcapi-records-1/1.0/conf/searchable-catalog',
    ],
    language: { code: visit.lang },
    license: 'CC0-1.0',
    contacts: [
      {
        organization: site.contact.organisation || site.name,
        ...(site.contact.email ? { emails: [{ value: site.contact.email }] } : {}),
        roles: ['publisher'],
      },
    ],
    links: [
      ...own,
      profileLink('catalog'),
      { href: at(visit, 'items'), rel: 'items', type: geojson },
      { href: at(visit, 'items', {}, { f: 'html' }), rel: 'items', type: 'text/html' },
      { href: at(visit, 'sortables'), rel: 'http://www.opengis.net/def/rel/ogc/1.0/sortables', type: 'application/schema+json' },
      { href: visit.address(site, catalogueRoutes.search), rel: 'about', type: 'text/html' },
      { href: 'https://creativecommons.org/publicdomain/zero/1.0/', rel: 'license', type: 'text/html' },
    ],
  }
}

/** A stored record with the links that lead to it and around it. */
function recordOf(visit: Visit, one: StoredResource, single: boolean): OgcRecord {
  const site = visit.sites.byId(one.tenant) ?? visit.site
  const slug = one.slug
  const here = (form?: string) => at(visit, 'item', { id: one.id }, { f: form })
  const rdf = (suffix: string, type: string): OgcLink => ({
    href: visit.address(site, catalogueRoutes.dataset, { slug: slug + suffix }),
    rel: 'alternate',
    type,
  })
  return writeRecord(one.record, {
    id: one.id,
    created: one.createdAt,
    changed: one.changedAt,
    lang: visit.lang,
    links: [
      ...(single ? ownLinks(visit, geojson) : [{ href: here(), rel: 'self', type: geojson }]),
      { href: at(visit, 'collection'), rel: 'collection', type: 'application/json' },
      profileLink('record'),
      { href: visit.address(site, catalogueRoutes.dataset, { slug }), rel: 'canonical', type: 'text/html' },
      rdf('.ttl', 'text/turtle'),
      rdf('.rdf', 'application/rdf+xml'),
      rdf('.jsonld', 'application/ld+json'),
    ],
  })
}

const says: Readonly<Record<string, string>> = {
  long: 'the words are too long',
  many: 'too many words or values',
  bbox: 'no box in degrees',
  time: 'the search took too long: narrow it, or ask again later',
}

/** Finds what a question means: alternatives joined by OR, everything else by AND. */
async function findAll(house: CatalogueHouse, visit: Visit, question: RecordsQuestion): Promise<Result<Found, FindFault>> {
  const { alternatives, filters, sort, offset, limit } = question
  const part = { ...(sort ? { sort } : {}), offset, limit }
  const [only] = alternatives
  if (alternatives.length <= 1)
    return findRecords(house, visit.site, { ...(only ? { index: only } : {}), filters, ...part }, true)
  const any: RecordFilter[] = []
  for (const one of alternatives) {
    const ids = await indexIds(house, visit.site, one, true)
    if (!ids.ok) return ids
    any.push({ ids: ids.value })
  }
  return findRecords(house, visit.site, { filters: [{ any }, ...filters], ...part })
}

async function items(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  if (visit.params.collection !== collectionId) return missing
  const organizations = shownWith('catalogue', visit.site, visit.sites).flatMap((id) => visit.sites.byId(id) ?? [])
  const question = readQuestion(visit.query, organizations)
  const form = formOf(visit)
  if (!question.ok) return refused(visit, question.error)
  if (!form) return refused(visit, [{ field: 'f', message: 'json or html' }])
  const found = await findAll(house, visit, question.value)
  if (!found.ok) {
    const message =
      found.error.fault === 'too-many'
        ? `a search with words, a box or facets is answered for up to ${indexReach} records, and this one reaches ${found.error.total}: narrow it. Without them, pages go to the end`
        : (says[found.error.fault] ?? 'cannot be answered')
    return refused(visit, [{ field: 'field' in found.error ? found.error.field : 'q', message }])
  }
  const { offset, limit } = question.value
  const records = await recordsOf(house, visit.site, found.value.ids)
  const to = (start: number): string => {
    const query = new URLSearchParams(visit.query)
    query.set('offset', String(start))
    return `${at(visit, 'items')}?${query}`
  }
  const type = form === 'html' ? 'text/html' : geojson
  const answer = {
    type: 'FeatureCollection' as const,
    timeStamp: visit.now.toISOString(),
    numberMatched: found.value.total,
    numberReturned: records.length,
    features: records.map((one) => recordOf(visit, one, false)),
    links: [
      ...ownLinks(visit, geojson),
      { href: at(visit, 'collection'), rel: 'collection', type: 'application/json' },
      profileLink('record'),
      ...(offset > 0 ? [{ href: to(Math.max(0, offset - limit)), rel: 'prev', type }] : []),
      ...(offset + limit < found.value.total ? [{ href: to(offset + limit), rel: 'next', type }] : []),
    ],
  }
  return form === 'html'
    ? page(recordsView(visit, `${visit.t('catalogue.nav.data')}: ${visit.site.name}`, answer))
    : geoJsonAnswer(answer)
}

async function item(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const { collection: of, id = '' } = visit.params
  const fault = formFault(visit)
  if (fault) return fault
  const found = of === collectionId && isIdInAnyCase(id) ? await storeOf(house, visit.site).byId(id.toLowerCase()) : undefined
  if (found?.state !== 'published') return missing
  const record = recordOf(visit, found, true)
  if (formOf(visit) === 'json') return geoJsonAnswer(record)
  const { properties, links, id: identifier, time, geometry } = record
  return page(documentView(visit, properties.title, { id: identifier, ...properties, time, geometry, links }))
}

/** The catalogue as OGC API - Records: one searchable catalogue, in JSON and HTML. */
export const ogcRecordsHandlers = (house: CatalogueHouse): Handler[] => [
  handler(routes.landing, landing),
  handler(routes.conformance, (visit) =>
    documentAnswer(visit, 'Conformance', { conformsTo: conformance, links: ownLinks(visit, 'application/json') }),
  ),
  handler(routes.api, (visit) => jsonAnswer(openApi(visit), 'application/vnd.oai.openapi+json;version=3.0')),
  handler(routes.collections, (visit) =>
    documentAnswer(visit, 'Collections', {
      links: ownLinks(visit, 'application/json'),
      collections: [collection(visit, [{ href: at(visit, 'collection'), rel: 'self', type: 'application/json' }])],
    }),
  ),
  handler(routes.collection, (visit) =>
    visit.params.collection === collectionId
      ? documentAnswer(visit, visit.t('catalogue.nav.data'), collection(visit, ownLinks(visit, 'application/json')))
      : missing,
  ),
  handler(routes.sortables, (visit) =>
    visit.params.collection === collectionId
      ? documentAnswer(
          visit,
          'Sortables',
          {
            $schema: 'https://json-schema.org/draft/2019-09/schema',
            $id: at(visit, 'sortables'),
            type: 'object',
            title: visit.t('catalogue.nav.data'),
            properties: sortableProperties,
            additionalProperties: false,
          },
          'application/schema+json',
        )
      : missing,
  ),
  handler(routes.items, (visit) => items(house, visit), { perMinute: 600 }),
  handler(routes.item, (visit) => item(house, visit)),
]
