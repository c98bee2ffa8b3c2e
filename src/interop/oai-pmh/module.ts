import {
  type CatalogueHouse,
  type ChangeFilter,
  catalogueRoutes,
  changeCount,
  graphOf,
  type ListedChange,
  listChanges,
  ownHead,
  type RecordChange,
  writeRdf,
} from '#catalogue'
import { isIdInAnyCase } from '#kernel/id.ts'
import { type Site, shownWith } from '#kernel/site.ts'
import { type Answer, body, type Handler, handler, type Visit } from '#platform/http'
import { xmlText } from '#standards/atom'
import { themes } from '#standards/dcat-ap-de'
import {
  type OaiCode,
  type OaiRequest,
  oaiMoment,
  parseOaiDate,
  readRequest,
  writeDublinCore,
  writeError,
  writeHeader,
  writeOpening,
} from '#standards/oai-pmh'
import { routes } from './routes.ts'
import { readToken, type Token, writeToken } from './token.ts'

export { routes as oaiPmhRoutes } from './routes.ts'

/** Records of a page of a list; headers are short. */
const pageSize = { ListRecords: 100, ListIdentifiers: 500 } as const

const formats = [
  {
    prefix: 'oai_dc',
    schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    space: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  },
  { prefix: 'dcat', schema: 'http://www.openarchives.org/OAI/2.0/rdf.xsd', space: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' },
] as const

/** Ends a request with a fault of the protocol. */
class Refusal extends Error {
  readonly code: OaiCode
  constructor(code: OaiCode, message: string) {
    super(message)
    this.code = code
  }
}

const hostOf = (visit: Visit) => new URL(visit.address(visit.site, routes.base)).hostname
const identifierOf = (visit: Visit, id: string) => `oai:${hostOf(visit)}:${id}`
const sitesOf = (visit: Visit): Site[] =>
  shownWith('catalogue', visit.site, visit.sites).flatMap((id) => visit.sites.byId(id) ?? [])
const code = (iri: string) => themes.get(iri)?.code.toLowerCase()

/** Sets of a record: who publishes it, and its themes. */
const setsOf = (visit: Visit, one: Pick<RecordChange, 'tenant' | 'themes'>): string[] => [
  `tenant:${visit.sites.byId(one.tenant)?.slug ?? one.tenant}`,
  ...one.themes.flatMap((iri) => (code(iri) ? [`theme:${code(iri)}`] : [])),
]

function filterOf(visit: Visit, args: Readonly<Record<string, string | undefined>>): ChangeFilter {
  const date = (name: 'from' | 'until') => {
    const text = args[name]
    if (text === undefined) return undefined
    const read = parseOaiDate(text, name === 'until')
    if (!read) throw new Refusal('badArgument', `${name} wants 2026-11-26 or 2026-11-26T20:00:00Z`)
    return read
  }
  const [from, until] = [date('from'), date('until')]
  if (from && until && args.from?.length !== args.until?.length)
    throw new Refusal('badArgument', 'from and until must be of the same granularity')
  if (from && until && from > until) throw new Refusal('badArgument', 'from is later than until')
  const dates = { ...(from ? { from } : {}), ...(until ? { until } : {}) }
  if (args.set === undefined) return dates
  const [, kind, name] = /^(tenant|theme):([\w-]+)$/.exec(args.set) ?? []
  const tenant = kind === 'tenant' ? sitesOf(visit).find((site) => site.slug === name)?.id : undefined
  const theme = kind === 'theme' ? themes.concepts.find((one) => one.code.toLowerCase() === name)?.iri : undefined
  if (!tenant && !theme) throw new Refusal('noRecordsMatch', 'there is no such set')
  return { ...dates, ...(tenant ? { tenant } : {}), ...(theme ? { theme } : {}) }
}

const checkPrefix = (prefix: string) => {
  const format = formats.find((one) => one.prefix === prefix)
  if (!format) throw new Refusal('cannotDisseminateFormat', `formats are ${formats.map((one) => one.prefix).join(', ')}`)
  return format
}

async function recordXml(visit: Visit, { change, record }: ListedChange, prefix: string): Promise<string> {
  const header = writeHeader({
    identifier: identifierOf(visit, change.id),
    changed: change.changedAt,
    sets: setsOf(visit, change),
    deleted: !record,
  })
  if (!record) return `<record>${header}</record>\n`
  const site = visit.sites.byId(record.tenant) ?? visit.site
  if (prefix === 'oai_dc')
    return `<record>${header}<metadata>${writeDublinCore(record.record, visit.address(site, catalogueRoutes.dataset, { slug: record.slug }))}</metadata></record>\n`
  let rdf = ''
  for await (const piece of writeRdf('rdf', [graphOf(record, ownHead(site, visit.origin).uri)])) rdf += piece
  return `<record>${header}<metadata>${rdf.replace(/^<\?xml[^>]*\?>\s*/, '').trim()}</metadata></record>\n`
}

function identify(house: CatalogueHouse, visit: Visit) {
  return changeCount(house, visit.site, {}).then(({ first }) => {
    const { site } = visit
    const id = identifierOf(visit, '00000000-0000-4000-8000-000000000000')
    return `<Identify><repositoryName>${xmlText(site.name)}</repositoryName><baseURL>${xmlText(visit.address(site, routes.base))}</baseURL><protocolVersion>2.0</protocolVersion><adminEmail>${xmlText(site.contact.email || `webmaster@${hostOf(visit)}`)}</adminEmail><earliestDatestamp>${oaiMoment(first ?? visit.now)}</earliestDatestamp><deletedRecord>transient</deletedRecord><granularity>YYYY-MM-DDThh:mm:ssZ</granularity><description><oai-identifier xmlns="http://www.openarchives.org/OAI/2.0/oai-identifier" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai-identifier http://www.openarchives.org/OAI/2.0/oai-identifier.xsd"><scheme>oai</scheme><repositoryIdentifier>${xmlText(hostOf(visit))}</repositoryIdentifier><delimiter>:</delimiter><sampleIdentifier>${xmlText(id)}</sampleIdentifier></oai-identifier></description></Identify>\n`
  })
}

/** The record behind an identifier, also a withdrawn one. */
async function known(house: CatalogueHouse, visit: Visit, identifier: string): Promise<ListedChange> {
  const start = `oai:${hostOf(visit)}:`
  const id = identifier.startsWith(start) ? identifier.slice(start.length).toLowerCase() : ''
  const found = isIdInAnyCase(id) ? await listChanges(house, visit.site, { id }, { limit: 1, records: true }) : undefined
  const one = found?.changes[0]
  if (!one) throw new Refusal('idDoesNotExist', 'there is no such record')
  return one
}

async function listFormats(house: CatalogueHouse, visit: Visit, identifier: string | undefined): Promise<string> {
  if (identifier !== undefined) await known(house, visit, identifier)
  const list = formats.map(
    ({ prefix, schema, space }) =>
      `<metadataFormat><metadataPrefix>${prefix}</metadataPrefix><schema>${schema}</schema><metadataNamespace>${space}</metadataNamespace></metadataFormat>`,
  )
  return `<ListMetadataFormats>${list.join('')}</ListMetadataFormats>\n`
}

function listSets(visit: Visit): string {
  const set = (spec: string, name: string) => `<set><setSpec>${xmlText(spec)}</setSpec><setName>${xmlText(name)}</setName></set>`
  const tenants = sitesOf(visit).map((site) => set(`tenant:${site.slug}`, site.name))
  const list = themes.concepts.map((one) => set(`theme:${one.code.toLowerCase()}`, visit.lang === 'en' ? one.en : one.de))
  return `<ListSets>${[...tenants, ...list].join('')}</ListSets>\n`
}

async function list(house: CatalogueHouse, visit: Visit, verb: keyof typeof pageSize, args: OaiRequest['args']): Promise<string> {
  let token: Token | undefined
  if (args.resumptionToken !== undefined) {
    token = readToken(args.resumptionToken)
    if (!token) throw new Refusal('badResumptionToken', 'this token was not given out here')
  }
  const asked = token ?? { prefix: args.metadataPrefix ?? '', from: args.from, until: args.until, set: args.set }
  checkPrefix(asked.prefix)
  const filter = filterOf(visit, { from: asked.from, until: asked.until, set: asked.set })
  const total = token?.total ?? (await changeCount(house, visit.site, filter)).total
  const found = await listChanges(house, visit.site, filter, {
    ...(token ? { after: token.after } : {}),
    limit: pageSize[verb],
    records: verb === 'ListRecords',
  })
  if (found.changes.length === 0 && !token) throw new Refusal('noRecordsMatch', 'nothing was published or changed there')
  const pieces: string[] = []
  for (const one of found.changes)
    pieces.push(
      verb === 'ListRecords'
        ? await recordXml(visit, one, asked.prefix)
        : `${writeHeader({ identifier: identifierOf(visit, one.change.id), changed: one.change.changedAt, sets: setsOf(visit, one.change), deleted: one.change.state !== 'published' })}\n`,
    )
  const cursor = token?.cursor ?? 0
  const counts = ` completeListSize="${total}" cursor="${cursor}"`
  const next = found.next && writeToken({ ...dropped(asked), after: found.next, cursor: cursor + found.changes.length, total })
  const more = next || token ? `<resumptionToken${counts}>${next ?? ''}</resumptionToken>\n` : ''
  return `<${verb}>\n${pieces.join('')}${more}</${verb}>\n`
}

/** What a list was asked for, without what was not said. */
const dropped = ({
  prefix,
  from,
  until,
  set,
}: {
  prefix: string
  from?: string | undefined
  until?: string | undefined
  set?: string | undefined
}) => ({
  prefix,
  ...(from === undefined ? {} : { from }),
  ...(until === undefined ? {} : { until }),
  ...(set === undefined ? {} : { set }),
})

async function contentOf(house: CatalogueHouse, visit: Visit, { verb, args }: OaiRequest): Promise<string> {
  switch (verb) {
    case 'Identify':
      return identify(house, visit)
    case 'ListMetadataFormats':
      return listFormats(house, visit, args.identifier)
    case 'ListSets':
      if (args.resumptionToken !== undefined) throw new Refusal('badResumptionToken', 'the list of sets has one page')
      return listSets(visit)
    case 'GetRecord': {
      checkPrefix(args.metadataPrefix ?? '')
      const one = await known(house, visit, args.identifier ?? '')
      return `<GetRecord>\n${await recordXml(visit, one, args.metadataPrefix ?? '')}</GetRecord>\n`
    }
    default:
      return list(house, visit, verb, args)
  }
}

async function answer(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const query = visit.request.method === 'POST' ? visit.form : visit.query
  const base = visit.address(visit.site, routes.base)
  const xml = (args: Readonly<Record<string, string>>, content: string) =>
    body('text/xml; charset=utf-8', `${writeOpening(visit.now, base, args)}${content}</OAI-PMH>\n`, {
      'access-control-allow-origin': '*',
      vary: 'Accept-Encoding',
    })
  const request = readRequest(query)
  if (!request.ok) return xml({}, writeError(request.error))
  const told = { verb: request.value.verb, ...request.value.args }
  try {
    return xml(told, await contentOf(house, visit, request.value))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const nameless = error.code === 'badArgument' || error.code === 'badVerb'
    return xml(nameless ? {} : told, writeError({ code: error.code, message: error.message }))
  }
}

/** The counter for harvesters of libraries and archives, and for whoever wants to know what was withdrawn. */
export const oaiPmhHandlers = (house: CatalogueHouse): Handler[] =>
  [routes.base, routes.basePost].map((route) => handler(route, (visit) => answer(house, visit), { perMinute: 600 }))
