import {
  boundsOf,
  type CatalogueHouse,
  catalogueRoutes,
  type FindFault,
  findByPlan,
  indexReach,
  questionOf,
  recordsOf,
  type StoredResource,
  searchIds,
} from '#catalogue'
import { isIdInAnyCase } from '#kernel/id.ts'
import { textIn } from '#kernel/locale.ts'
import { siteAddress } from '#kernel/site.ts'
import { type Answer, body, type Handler, handler, stream, type Visit } from '#platform/http'
import {
  byIdEnd,
  byIdStart,
  CswFault,
  type CswRequest,
  type DomainAnswer,
  linksOf,
  type Presentation,
  readCswRequest,
  recordSchemas,
  resultsEnd,
  resultsStart,
  writeAcknowledgement,
  writeCapabilities,
  writeCswRecord,
  writeDescription,
  writeDomain,
  writeFault,
} from '#standards/csw-service'
import { writeMetadata } from '#standards/iso19139'
import { planOf, sortOf } from './plan.ts'
import { isoQueryables, meaningOf, queryables } from './properties.ts'
import { routes } from './routes.ts'

export { routes as cswRoutes } from './routes.ts'

const type = 'application/xml; charset=utf-8'
const open = { 'access-control-allow-origin': '*', vary: 'Accept-Encoding' }
const says: Readonly<Record<string, string>> = {
  long: 'the words are too long: at most 1000 characters',
  many: 'too many words or conditions: at most 32 words, and 12 conditions on words or areas within OR and NOT',
  bbox: 'no box in degrees',
  time: 'the search took too long: narrow it, or ask again later',
}

function refuse(fault: FindFault): CswFault {
  const message =
    fault.fault === 'too-many'
      ? `a query with words, an area or keywords is answered for up to ${indexReach} records, and this one reaches ${fault.total}: narrow it. Without them, pages go to the end`
      : (says[fault.fault] ?? 'cannot be answered')
  return new CswFault('InvalidParameterValue', 'Constraint', message)
}

/** A stored record in the form that is asked for. */
function recordXml(visit: Visit, one: StoredResource, presentation: Presentation): string {
  const site = visit.sites.byId(one.tenant) ?? visit.site
  const page = visit.address(site, catalogueRoutes.dataset, { slug: one.slug })
  const bounds = boundsOf(one.record.spatial)
  const place = {
    id: one.id,
    lang: visit.lang,
    created: one.createdAt,
    changed: one.changedAt,
    page,
    ...(bounds ? { bounds } : {}),
  }
  if (presentation.schema === 'csw') return writeCswRecord(one.record, place, presentation)
  const { organisation, email } = site.contact
  const keeper = { name: organisation || site.name, ...(email ? { email } : {}) }
  return writeMetadata(one.record, { ...place, keeper, links: linksOf(one.record, page) })
}

async function* written(
  visit: Visit,
  start: string,
  records: readonly StoredResource[],
  presentation: Presentation,
  end: string,
): AsyncGenerator<string> {
  yield start
  for (const one of records) yield recordXml(visit, one, presentation)
  yield end
}

function capabilities(visit: Visit, sections: readonly string[]): string {
  const { site, t } = visit
  const { organisation, email } = site.contact
  return writeCapabilities(
    {
      address: visit.address(site, routes.base),
      title: `${t('catalogue.nav.data')}: ${site.name}`,
      abstract: textIn(site.subtitle, visit.lang),
      keywords: ['Open Data', 'DCAT-AP.de', site.name],
      provider: organisation || site.name,
      site: siteAddress(site, visit.origin) || visit.origin,
      ...(email ? { email } : {}),
      queryables,
      isoQueryables,
    },
    sections,
  )
}

type GetRecords = Extract<CswRequest, { operation: 'GetRecords' }>

async function getRecords(house: CatalogueHouse, visit: Visit, request: GetRecords): Promise<Answer> {
  const plan = planOf(request.condition)
  const sort = sortOf(request.sort)
  const { now } = visit
  if (request.result === 'validate') return body(type, writeAcknowledgement(now, request.requestId), open)
  const limit = request.result === 'hits' ? 0 : request.limit
  const found = await findByPlan(house, visit.site, plan, {
    ...(sort ? { sort } : {}),
    offset: request.start - 1,
    limit,
  })
  if (!found.ok) throw refuse(found.error)
  const { total, ids } = found.value
  const records = await recordsOf(house, visit.site, ids.slice(0, limit))
  // Where a record went meanwhile the place of the next page is still the next.
  const next = request.start + ids.length
  const start = resultsStart({
    now,
    ...(request.requestId === undefined ? {} : { requestId: request.requestId }),
    matched: total,
    returned: records.length,
    next: limit === 0 ? (total > 0 ? 1 : 0) : next <= total && ids.length > 0 ? next : 0,
    set: request.set,
    schema: recordSchemas[request.schema].schema,
  })
  return stream(type, written(visit, start, records, request, resultsEnd), open)
}

/** Values of a facet, the most frequent first. */
async function facetValues(house: CatalogueHouse, visit: Visit, facet: 'keyword' | 'publisher' | 'format'): Promise<string[]> {
  const answer = await searchIds(house, questionOf(house, visit.site, { text: '' }), { offset: 0, limit: 0, facetLimit: 1000 })
  return answer.ok ? (answer.value.facets[facet] ?? []).map(({ key }) => key) : []
}

const parameterValues: Readonly<Record<string, readonly string[]>> = {
  outputschema: Object.values(recordSchemas).map((one) => one.schema),
  typenames: Object.values(recordSchemas).map((one) => one.type),
  elementsetname: ['brief', 'summary', 'full'],
  resulttype: ['hits', 'results', 'validate'],
  outputformat: ['application/xml'],
  constraintlanguage: ['CQL_TEXT', 'FILTER'],
}

async function getDomain(house: CatalogueHouse, visit: Visit, request: Extract<CswRequest, { operation: 'GetDomain' }>) {
  const answers: DomainAnswer[] = request.parameters.map((name) => {
    const values = parameterValues[name.replace(/^.*\./, '').toLowerCase()]
    return { kind: 'ParameterName', name, ...(values ? { values } : {}) }
  })
  for (const name of request.properties) {
    const meaning = meaningOf(name)
    if (meaning === undefined)
      throw new CswFault('InvalidParameterValue', 'PropertyName', `${name.slice(0, 80)}; known are ${queryables.join(', ')}`)
    const values =
      meaning === 'type'
        ? ['dataset', 'series', 'service']
        : meaning === 'subject'
          ? await facetValues(house, visit, 'keyword')
          : meaning === 'publisher' || meaning === 'format'
            ? await facetValues(house, visit, meaning)
            : undefined
    answers.push({ kind: 'PropertyName', name, ...(values ? { values } : {}) })
  }
  return writeDomain(answers)
}

async function answer(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const sent = typeof visit.request.body === 'string' ? visit.request.body : ''
  const isXml = visit.request.method === 'POST' && /^\s*\uFEFF?\s*</.test(sent)
  const query = visit.request.method === 'POST' ? new URLSearchParams(sent) : visit.query
  try {
    const request = readCswRequest(isXml ? sent : query)
    switch (request.operation) {
      case 'GetCapabilities':
        return body(type, capabilities(visit, request.sections), open)
      case 'DescribeRecord':
        return body(type, writeDescription(request.types), open)
      case 'GetDomain':
        return body(type, await getDomain(house, visit, request), open)
      case 'GetRecordById': {
        const ids = request.ids.map((id) => id.toLowerCase()).filter(isIdInAnyCase)
        const records = (await recordsOf(house, visit.site, ids)).filter((one) => one.state === 'published')
        return stream(type, written(visit, byIdStart, records, request, byIdEnd), open)
      }
      case 'GetRecords':
        return await getRecords(house, visit, request)
    }
  } catch (error) {
    if (!(error instanceof CswFault)) throw error
    return body(type, writeFault(error), { ...open, 'cache-control': 'no-store' }, 400)
  }
}

/** The counter for GIS clients and geo catalogues: CSW 2.0.2, for reading. */
export const cswHandlers = (house: CatalogueHouse): Handler[] => [
  handler(routes.base, (visit) => answer(house, visit), { perMinute: 600 }),
  handler(routes.basePost, (visit) => answer(house, visit), { perMinute: 600, textBody: true }),
]
