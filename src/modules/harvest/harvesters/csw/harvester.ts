import { z } from 'zod'
import {
  type Capabilities,
  capabilitiesAddress,
  dublinCoreToQuads,
  exceptionOf,
  isDublinCore,
  type RecordsPage,
  type RecordsRequest,
  readCapabilities,
  readRecords,
  recordAddress,
  recordsAddress,
  recordsBody,
  serviceAddress,
} from '#standards/csw'
import { readCatalogue } from '#standards/dcat-ap-de'
import { headOf, isRecord, recordToQuads } from '#standards/iso19139'
import { attributeOf, firstAt, textWithin, type XmlElement } from '#standards/xml'
import { defineHarvester, type Entry, type Fetched, type Page, type Refused, type Understood, type Way } from '../../harvester.ts'
import { HarvestFault } from '../../model/fault.ts'
import { xmlAccept as accept, readXmlAnswer } from '../../reading/xml-answer.ts'

const settings = z.object({
  /** All records, or those with the keyword for open data. */
  records: z.preprocess((value) => (value === '' ? undefined : value), z.enum(['open', 'all']).default('open')),
  /** Records in one answer. */
  rows: z.coerce.number().int().min(1).max(200).default(20),
})
type Settings = z.infer<typeof settings>

const keyword = 'opendata'

/** An answer as its root element; what the server refuses is told in its own words. */
async function read(answer: Fetched): Promise<{ root: XmlElement; text: string } | { refused: string }> {
  const { root, text } = await readXmlAnswer(answer)
  const exception = exceptionOf(root)
  return exception ? { refused: [exception.code, exception.text].filter(Boolean).join(': ') } : { root, text }
}

/** How a server wants to be asked: not every one sorts, filters or takes both ways. */
interface Manner {
  readonly by: 'post' | 'get'
  readonly sorted: boolean
  readonly filtered: boolean
}

/** Manners to try, best first: what filters before what does not. */
function manners(capabilities: Capabilities, filtered: boolean): Manner[][] {
  const ways = (['post', 'get'] as const).filter((by) => capabilities[by] !== undefined)
  const all = (filter: boolean) => [true, false].flatMap((sorted) => ways.map((by): Manner => ({ by, sorted, filtered: filter })))
  return filtered ? [all(true), all(false)] : [all(false)]
}

/** Where an operation is asked: as the service says, but never less safely than it was asked itself, and never at a name that is only its own. */
function operationAddress(given: string | undefined, service: string): string {
  if (!given || !URL.canParse(given, service)) return service
  const url = new URL(given, service)
  if (!/^https?:$/.test(url.protocol) || !url.hostname.includes('.') || /\.(?:local|localdomain|internal)$/.test(url.hostname))
    return service
  const own = new URL(service)
  if (own.protocol === 'https:' && url.hostname === own.hostname) {
    url.protocol = 'https:'
    url.port = own.port
  }
  return url.href
}

class Client {
  readonly service: string
  readonly #way: Way
  #capabilities: Capabilities = { title: '', provider: '' }

  constructor(way: Way, address: string) {
    this.#way = way
    this.service = serviceAddress(address)
  }

  get provider(): string {
    return this.#capabilities.provider
  }

  async open(): Promise<Capabilities> {
    const answer = await this.#way.get(capabilitiesAddress(this.service), { accept })
    const found = await read(answer)
    if ('refused' in found) throw new HarvestFault('refused', { url: answer.address, detail: found.refused })
    const given = readCapabilities(found.root)
    if (!given) throw new HarvestFault('not-this-kind', { url: answer.address })
    const post = given.post ?? (given.get ? undefined : this.service)
    const get = given.get ?? (given.post ? undefined : this.service)
    this.#capabilities = {
      ...given,
      ...(post ? { post: operationAddress(post, this.service) } : {}),
      ...(get ? { get: operationAddress(get, this.service) } : {}),
    }
    return this.#capabilities
  }

  /** A page of records; a refusal where the server does not take the question in this manner. */
  async records(manner: Manner, start: number, count: number): Promise<Found | { refused: string }> {
    const wanted: RecordsRequest = { start, count, sorted: manner.sorted, ...(manner.filtered ? { keyword } : {}) }
    const address = this.#capabilities[manner.by] ?? this.service
    const asked = manner.by === 'get' ? recordsAddress(address, wanted) : address
    const answer = await this.#way.ask(asked, {
      accept,
      unless: [400, 404, 405, 406, 415, 500, 501],
      ...(manner.by === 'post' ? { body: { type: 'application/xml; charset=utf-8', text: recordsBody(wanted) } } : {}),
    })
    if (!answer) return { refused: 'HTTP' }
    const found = await read(answer)
    if ('refused' in found) return found
    const page = readRecords(found.root)
    if (!page) throw new HarvestFault('not-this-kind', { url: answer.address })
    return { page, text: found.text }
  }
}

interface Found {
  readonly page: RecordsPage
  readonly text: string
}

/** What changes with every answer and says nothing of the data: GeoNetwork's own notes, and the day of the description. */
const fleeting = /<geonet:info[\s\S]*?<\/geonet:info>|<(\w+:)?dateStamp>[\s\S]*?<\/\1?dateStamp>/g
const shortened = (source: string) => source.replace(fleeting, '').replace(/>\s+</g, '><')

function identity(element: XmlElement): { id: string; open: boolean; refused?: Refused } {
  if (isRecord(element)) {
    const { id, open, kind, level } = headOf(element)
    return { id, open, ...(kind === 'other' ? { refused: { reason: 'other-kind', detail: level } } : {}) }
  }
  if (isDublinCore(element))
    return {
      id: textWithin(firstAt(element, 'identifier')),
      open: true,
    }
  const id = textWithin(firstAt(element, '**/metadataIdentifier')) || attributeOf(element, 'uuid')
  return { id, open: true, refused: { reason: 'unreadable', detail: `${element.name} (${element.ns})` } }
}

function entryOf(element: XmlElement, text: string, at: number, { service, all }: { service: string; all: boolean }): Entry {
  const { id, open, refused } = identity(element)
  const uriOf = (one: string) => (/^https?:\/\/\S+$/i.test(one) ? one : recordAddress(service, one))
  const source = text.slice(element.start, element.end)
  return {
    id: id || `record[${at}]`,
    raw: shortened(source),
    excerpt: () => source,
    ...(id ? { page: uriOf(id) } : {}),
    understand(): Understood | Refused {
      if (refused) return refused
      if (id === '') return { reason: 'unreadable', detail: 'fileIdentifier' }
      if (!all && !open) return { reason: 'not-open' }
      const uri = uriOf(id)
      const quads = isRecord(element) ? recordToQuads(element, uri, { uriOf }) : dublinCoreToQuads(element, uri)
      const { records, repairs, kept, rejected } = readCatalogue(quads)
      const record = records.find((one) => one.uri === uri)
      return record ? { record, repairs, kept } : { reason: rejected[0]?.reason ?? 'unreadable' }
    },
  }
}

/** The first page, in the best manner that the server takes. Nothing is believed only when no manner brings more. */
async function firstPage(client: Client, tried: readonly Manner[][], rows: number): Promise<{ manner: Manner; found: Found }> {
  let refused = ''
  for (const alike of tried) {
    let bare: { manner: Manner; found: Found } | undefined
    for (const manner of alike) {
      const found = await client.records(manner, 1, rows)
      if ('refused' in found) refused = refused && found.refused === 'HTTP' ? refused : found.refused
      else if (found.page.records.length > 0) return { manner, found }
      else bare ??= { manner, found }
    }
    if (bare) return bare
  }
  throw new HarvestFault('refused', { url: client.service, detail: refused })
}

/** Where to go on: nextRecord, checked against what came and what was announced. */
function nextOf({ records, matched, next }: RecordsPage, start: number, url: string): number | undefined {
  if (next !== undefined && next > 0 && next <= start) throw new HarvestFault('paging-loop', { url })
  const counted = start + records.length
  // A server that says "end" and announces more is asked once more behind what it gave.
  const following =
    next !== undefined && next > 0 ? next : records.length > 0 && (matched !== undefined || next === undefined) ? counted : 0
  if (following === 0 || (matched !== undefined && following > matched)) return undefined
  return following
}

const longestSilence = 3

async function* pages(way: Way, address: string, given: Settings, from: string | undefined): AsyncGenerator<Page> {
  const client = new Client(way, address)
  const capabilities = await client.open()
  const all = given.records === 'all'
  const [place, by, sorted, filtered] = (from ?? '').split(' ')
  const publisher = client.provider ? { name: [{ value: client.provider, lang: '' }] } : undefined
  let manner: Manner
  let start = Number(place || '1')
  let found: Found | undefined
  if (from === undefined) ({ manner, found } = await firstPage(client, manners(capabilities, !all), given.rows))
  else manner = { by: by === 'get' ? 'get' : 'post', sorted: sorted === 'sorted', filtered: filtered === 'filtered' }
  for (let silence = 0; ; ) {
    const answer: Found | { refused: string } = found ?? (await client.records(manner, start, given.rows))
    found = undefined
    if ('refused' in answer) throw new HarvestFault('refused', { url: client.service, detail: answer.refused })
    const { page, text } = answer
    const next = nextOf(page, start, client.service)
    const first = start
    const manned = `${manner.by} ${manner.sorted ? 'sorted' : '-'} ${manner.filtered ? 'filtered' : '-'}`
    silence = page.records.length === 0 ? silence + 1 : 0
    const over = next === undefined || silence >= longestSilence
    yield {
      entries: page.records.map((one, i) => entryOf(one, text, first + i, { service: client.service, all })),
      next: over ? undefined : `${next} ${manned}`,
      ...(page.matched === undefined ? {} : { announced: page.matched }),
      ...(publisher ? { publisher } : {}),
    }
    if (over) return
    start = next
  }
}

/** Geo catalogues with the Catalogue Service for the Web 2.0.2 and descriptions by ISO 19139, as all geoportals of the Länder have. */
export default defineHarvester<Settings>({
  id: 'csw',
  name: { de: 'CSW (Geokatalog)', en: 'CSW (geo catalogue)' },
  use: {
    de: 'Liest Geokataloge mit Metadaten nach ISO 19139, zum Beispiel GEOkatalog.NRW, InGrid und GeoNetwork.',
    en: 'Reads geo catalogues with metadata by ISO 19139, such as GEOkatalog.NRW, InGrid and GeoNetwork.',
  },
  example: 'https://geokatalog.beispielland.de/csw',
  settings,
  fields: [{ name: 'records', options: ['open', 'all'] }],
  suits: (address) =>
    /[?&]service=csw\b/i.test(address.search)
      ? 1
      : /(?:^|[/.-])csw(?:[/.-]|$)|discovery$/i.test(address.pathname) || /\bcsw\b/i.test(address.hostname)
        ? 0.9
        : /geokatalog|geonetwork|metadaten|soapServices/i.test(address.href)
          ? 0.6
          : 0,
  pages,
})
