import {
  type CatalogueHouse,
  catalogueRoutes,
  distributionsOf,
  formatCodes,
  isOpen,
  type ResultCard,
  readSearch,
  type SearchRequest,
  type StoredResource,
  searchCards,
  searchData,
  storeOf,
  themesOf,
} from '#catalogue'
import { isIdInAnyCase } from '#kernel/id.ts'
import { ok } from '#kernel/result.ts'
import { type Answer, body, type Handler, handler, json, type Problem, problem, type Visit } from '#platform/http'
import { pageBound } from '#platform/search'
import { type LangString, publisherOf, titleOf, vocabularies } from '#standards/dcat-ap-de'
import { changes } from './changes.ts'
import { openApi } from './openapi.ts'
import { routes } from './routes.ts'
import {
  type ApiDataset,
  type ApiSummary,
  amounts,
  changesSchema,
  datasetSchema,
  details,
  listSchema,
  parameters,
  problemSchema,
  summarySchema,
} from './schema.ts'
import { wishes } from './wishes.ts'

export { routes as catalogueApiRoutes }

/** What the answers are held against in tests; the description is made from the same. */
export const catalogueApiSchemas = {
  list: listSchema,
  changes: changesSchema,
  dataset: datasetSchema,
  summary: summarySchema,
  problem: problemSchema,
} as const

const open = { 'access-control-allow-origin': '*', vary: 'Accept-Encoding' }
const texts = (given: readonly LangString[]) => Object.fromEntries(given.map((one) => [one.lang, one.value]))
const maybe = <K extends string, V>(key: K, value: V | undefined) =>
  value === undefined ? {} : ({ [key]: value } as Record<K, V>)

/** What whole records and summaries have in common. */
function common(visit: Visit, { id, tenant, slug, record }: StoredResource | ResultCard) {
  const site = visit.sites.byId(tenant) ?? visit.site
  const publisher = publisherOf(record)
  return {
    id,
    uri: record.uri,
    kind: record.kind,
    tenant: site.slug,
    page: visit.address(site, catalogueRoutes.dataset, { slug }),
    title: texts(record.title),
    description: texts(record.description),
    ...maybe('publisher', publisher ? { name: publisher, ...maybe('uri', record.publisher?.uri) } : undefined),
    ...maybe('issued', record.issued),
    ...maybe('modified', record.modified),
  }
}

/** A record as a list shows it. */
const apiSummary = (visit: Visit, one: ResultCard): ApiSummary => ({
  ...common(visit, one),
  formats: formatCodes(one.record.kind, one.record.formats),
})

/** A record as the interface gives it. */
export function apiDataset(visit: Visit, one: StoredResource): ApiDataset {
  const { record } = one
  const said = common(visit, one)
  return {
    ...said,
    rdf: { turtle: `${said.page}.ttl`, rdfXml: `${said.page}.rdf`, jsonLd: `${said.page}.jsonld` },
    keywords: record.keyword.map((word) => word.value),
    themes: themesOf(record),
    ...maybe('accrualPeriodicity', record.kind === 'service' ? undefined : record.accrualPeriodicity),
    open: isOpen(record),
    highValue: record.hvdCategory.length > 0 || distributionsOf(record).some((part) => part.hvdCategory.length > 0),
    ...maybe(
      'quality',
      one.quality
        ? {
            passed: one.quality.checks.filter((check) => check.passed).length,
            of: one.quality.checks.length,
            mqaScore: one.quality.score,
            mqaBest: one.quality.best,
          }
        : undefined,
    ),
    changedAt: one.changedAt.toISOString(),
    distributions: distributionsOf(record).map((part) => ({
      uri: part.uri,
      title: texts(part.title),
      ...maybe('format', part.format ? (vocabularies.fileTypes.get(part.format)?.code ?? part.format) : undefined),
      ...maybe('mediaType', part.mediaType),
      ...maybe('license', part.license),
      attribution: texts(part.licenseAttributionByText),
      accessURL: part.accessURL,
      downloadURL: part.downloadURL,
      ...maybe('byteSize', part.byteSize),
      ...maybe('modified', part.modified),
    })),
  }
}

type Fault = { readonly field: string; readonly message: string }
type Amount = keyof typeof amounts
const isAmount = (name: string): name is Amount => Object.hasOwn(amounts, name)
const knownNames = [...parameters.map((one) => one.name), ...Object.keys(amounts), 'detail'].join(', ')

/** Parameters of the interface under the names that pages use, and what is its own; an unknown one is a fault, so that a misspelt filter is never silently ignored. */
function readParams(visit: Visit) {
  const params = new URLSearchParams()
  const faults: Fault[] = []
  const wanted: Record<Amount, number> = { limit: amounts.limit.usual, facet_limit: amounts.facet_limit.usual }
  const detail = visit.query.get('detail') ?? details[0]
  if (!details.some((one) => one === detail))
    faults.push({ field: 'detail', message: visit.t('catalogue.search.fault.choice', { choice: details.join(', ') }) })
  for (const [name, value] of visit.query) {
    const known = parameters.find((one) => one.name === name)
    if (known) params.append(known.page, value)
    else if (isAmount(name)) {
      const { least, most } = amounts[name]
      if (/^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most) wanted[name] = Number(value)
      else faults.push({ field: name, message: visit.t('catalogue.search.fault.amount', { least, most }) })
    } else if (name !== 'detail') faults.push({ field: name.slice(0, 80), message: `unknown parameter; known: ${knownNames}` })
  }
  return { params, wanted, summary: detail === 'summary', faults }
}

const apiName = (pageName: string) => parameters.find((one) => one.page === pageName)?.name ?? pageName
const refused = (visit: Visit, fields: readonly Fault[]): Problem => ({
  status: 400,
  id: 'catalogue-api/parameter',
  title: visit.t('catalogue.search.fault.title', { count: fields.length }),
  detail: fields.map((one) => `${one.field}: ${one.message}`).join('; '),
  fields: [...fields],
})

/** What was found, as the interface gives it: summaries are made of what lists show, without opening the documents. */
async function search(
  house: CatalogueHouse,
  visit: Visit,
  request: SearchRequest,
  amount: { readonly limit: number; readonly facetLimit: number },
  summary: boolean,
) {
  if (summary) {
    const found = await searchCards(house, request, amount)
    return found.ok ? ok({ answer: found.value.answer, datasets: found.value.cards.map((one) => apiSummary(visit, one)) }) : found
  }
  const found = await searchData(house, request, amount)
  return found.ok ? ok({ answer: found.value.answer, datasets: found.value.records.map((one) => apiDataset(visit, one)) }) : found
}

async function list(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const { params, wanted, summary, faults } = readParams(visit)
  if (faults.length > 0) return problem(refused(visit, faults))
  const { limit, facet_limit: facetLimit } = wanted
  const request = readSearch(params, visit.site, visit.sites, limit)
  const found = request.ok ? await search(house, visit, request.value, { limit, facetLimit }, summary) : request
  if (!found.ok)
    return problem(
      refused(
        visit,
        found.error.map((fault) => ({
          field: apiName(fault.field),
          message: visit.t(`catalogue.search.fault.${fault.fault}`, { value: fault.value }),
        })),
      ),
    )
  const { answer, datasets } = found.value
  const page = request.ok ? request.value.page : 1
  const pages = limit === 0 ? 0 : Math.min(Math.floor(pageBound / limit), Math.max(1, Math.ceil(answer.total / limit)))
  const next = new URLSearchParams(visit.query)
  next.set('page', String(page + 1))
  return json(
    {
      total: answer.total,
      page,
      pages,
      ...(page < pages ? { next: `${visit.address(visit.site, routes.datasets)}?${next}` } : {}),
      facets: answer.facets,
      datasets,
    },
    open,
  )
}

async function one(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const id = visit.params.id ?? ''
  const store = storeOf(house, visit.site)
  const found = isIdInAnyCase(id) ? await store.byId(id) : await store.bySlug(id)
  if (!found) return problem({ status: 404, id: 'platform/not-found', title: '' })
  if (found.state === 'withdrawn')
    return problem({
      status: 410,
      id: 'catalogue/withdrawn',
      title: visit.t('catalogue.gone.title', { title: titleOf(found.record, visit.lang) }),
      detail: found.withdrawnReason ?? '',
    })
  return json(apiDataset(visit, found), open)
}

/** Search and records as JSON, described by OpenAPI 3.1, refusals as RFC 9457. */
export const catalogueApiHandlers = (house: CatalogueHouse): Handler[] => [
  handler(routes.datasets, (visit) => list(house, visit)),
  handler(routes.dataset, (visit) => one(house, visit)),
  handler(routes.changes, (visit) => changes(house, visit)),
  handler(routes.wishes, (visit) => wishes(house, visit)),
  handler(routes.openapi, (visit) =>
    body(
      'application/vnd.oai.openapi+json; charset=utf-8',
      JSON.stringify(openApi(visit.site.name, visit.address(visit.site, routes.datasets).replace('/api/v1/datasets', ''))),
      open,
    ),
  ),
]
