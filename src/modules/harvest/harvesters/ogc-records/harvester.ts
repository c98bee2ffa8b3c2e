import { z } from 'zod'
import { readCatalogue } from '#standards/dcat-ap-de'
import {
  isOgcRecord,
  linkTo,
  ogcRecordToQuads,
  type RecordCollection,
  readCollection,
  readCollections,
  readItems,
} from '#standards/ogc-records'
import { defineHarvester, type Entry, type Fetched, type Page, type Way } from '../../harvester.ts'
import { HarvestFault } from '../../model/fault.ts'

const settings = z.object({
  /** Only this collection. */
  collection: z.string().trim().max(200).default(''),
  /** Records in one answer. */
  limit: z.coerce.number().int().min(1).max(1000).default(100),
})
type Settings = z.infer<typeof settings>

const accept = 'application/geo+json, application/json;q=0.9'

function parsed({ bytes, address }: Fetched): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (error instanceof TypeError) throw new HarvestFault('encoding', { url: address, encoding: 'utf-8' })
    if (!/[\]}]\s*$/.test(Buffer.from(bytes.subarray(-20)).toString()))
      throw new HarvestFault('cut-off', { url: address, bytes: bytes.length })
    const detail = error instanceof Error ? error.message.slice(0, 200) : ''
    throw new HarvestFault('unreadable', { url: address, line: 0, detail })
  }
}

async function ask(way: Way, address: string): Promise<{ json: unknown; address: string }> {
  const answer = await way.get(address, { accept })
  const json = parsed(answer)
  // Faults come as JSON with a code (OGC 17-069r4, 7.5) or as a problem (RFC 9457), now and then with 200.
  if (typeof json === 'object' && json !== null && 'code' in json && ('description' in json || 'message' in json)) {
    const { code, description, message } = json as Record<string, unknown>
    throw new HarvestFault('refused', { url: answer.address, detail: `${code}: ${description ?? message}`.slice(0, 300) })
  }
  return { json, address: answer.address }
}

/** A link as it may be followed: never less safely than the page it stood on. */
function safely(next: string, from: string): string {
  const url = new URL(next)
  const own = new URL(from)
  if (own.protocol === 'https:' && url.protocol === 'http:' && url.hostname === own.hostname) {
    url.protocol = 'https:'
    url.port = own.port
  }
  return url.href
}

/** The collections that an address means: one, those of a catalogue, or those of a whole server from its landing page. */
async function collectionsOf(way: Way, address: string, given: Settings): Promise<RecordCollection[]> {
  const url = new URL(address)
  const itself = /^(.*\/collections\/[^/]+)\/items\/?$/.exec(url.pathname)
  if (itself) return [{ id: decodeURIComponent(itself[1]?.split('/').at(-1) ?? ''), title: '', items: url.href }]
  const first = await ask(way, address)
  const wanted = (all: RecordCollection[]) => (given.collection ? all.filter((one) => one.id === given.collection) : all)
  const listed = readCollections(first.json, first.address)
  if (listed) return wanted(listed)
  if (/\/collections\/[^/]+\/?$/.test(url.pathname)) {
    const one = readCollection(first.json, first.address)
    if (one) return [one]
  }
  const relations = [
    'http://www.opengis.net/def/rel/ogc/1.0/ogc-catalog',
    'data',
    'http://www.opengis.net/def/rel/ogc/1.0/data',
    'collections',
  ]
  const to = linkTo(first.json, relations, first.address)
  if (!to) throw new HarvestFault('not-this-kind', { url: first.address })
  const second = await ask(way, safely(to, first.address))
  const own = readCollections(second.json, second.address)
  if (own) return wanted(own)
  const one = readCollection(second.json, second.address)
  if (!one) throw new HarvestFault('not-this-kind', { url: second.address })
  return wanted([one])
}

/** Links to other representations change with the server; what is said about the data does not. */
function entryOf(given: unknown, items: string, at: number): Entry {
  const record = isOgcRecord(given) ? given : undefined
  const id = String(record?.id ?? '').trim()
  const own = new URL(items)
  own.search = ''
  own.hash = ''
  const page = `${own.href.replace(/\/+$/, '')}/${encodeURIComponent(id)}`
  const uri = /^https?:\/\/\S+$/i.test(id) ? id : page
  return {
    id: id || `feature[${at}]`,
    raw: JSON.stringify(given),
    excerpt: () => JSON.stringify(given, null, 1),
    ...(id ? { page } : {}),
    understand() {
      if (!record) return { reason: 'no-package' }
      if (id === '') return { reason: 'unreadable', detail: 'id' }
      const { records, repairs, kept, rejected } = readCatalogue(ogcRecordToQuads(record, uri))
      const found = records.find((one) => one.uri === uri)
      return found ? { record: found, repairs, kept } : { reason: rejected[0]?.reason ?? 'unreadable' }
    },
  }
}

/** Where a run was: collection, address of the page, records that earlier collections announced. */
interface Place {
  readonly collection: number
  readonly address: string
  readonly announced: number
}

function placeOf(text: string | undefined): Place | undefined {
  const [collection, announced, address] = (text ?? '').split(' ')
  return address ? { collection: Number(collection), announced: Number(announced), address } : undefined
}

function withLimit(address: string, limit: number): string {
  const url = new URL(address)
  if (!url.searchParams.has('limit')) url.searchParams.set('limit', String(limit))
  return url.href
}

async function* pages(way: Way, address: string, given: Settings, from: string | undefined): AsyncGenerator<Page> {
  const collections = await collectionsOf(way, address, given)
  if (collections.length === 0) throw new HarvestFault('not-this-kind', { url: address })
  const place = placeOf(from)
  const seen = new Set<string>()
  let before = place?.announced ?? 0
  let known = true
  for (const [at, collection] of collections.entries()) {
    if (at < (place?.collection ?? 0)) continue
    const usual = withLimit(safely(collection.items, address), given.limit)
    let announced: number | undefined
    for (let here: string | undefined = place?.collection === at ? place.address : usual; here !== undefined; ) {
      if (seen.has(here)) throw new HarvestFault('paging-loop', { url: here })
      seen.add(here)
      const answer = await ask(way, here)
      const page = readItems(answer.json, answer.address)
      if (!page) throw new HarvestFault('not-this-kind', { url: answer.address })
      // An empty page with a way on is how some servers end.
      const next: string | undefined = page.next && page.records.length > 0 ? safely(page.next, answer.address) : undefined
      announced = page.matched ?? announced
      const following = collections[at + 1]
      const further = next
        ? `${at} ${before} ${next}`
        : following && `${at + 1} ${before + (announced ?? 0)} ${withLimit(safely(following.items, address), given.limit)}`
      yield {
        entries: page.records.map((one, i) => entryOf(one, collection.items, i)),
        next: further,
        ...(known && announced !== undefined ? { announced: before + announced } : {}),
      }
      here = next
    }
    known &&= announced !== undefined
    before += announced ?? 0
  }
}

/** Catalogues with OGC API Records: pygeoapi, GeoNetwork, ldproxy and this product. */
export default defineHarvester<Settings>({
  id: 'ogc-records',
  name: { de: 'OGC API Records', en: 'OGC API Records' },
  use: {
    de: 'Liest Kataloge über OGC API Records, zum Beispiel pygeoapi und neuere GeoNetwork-Kataloge.',
    en: 'Reads catalogues through OGC API Records, such as pygeoapi and newer GeoNetwork catalogues.',
  },
  example: 'https://metadaten.beispielstadt.de/ogcapi/collections/katalog',
  settings,
  fields: [{ name: 'collection' }],
  suits: (address) =>
    /\/collections(?:\/[^/]+)?(?:\/items)?\/?$/i.test(address.pathname)
      ? 0.95
      : /ogc-?api|ogc\/api|pygeoapi|oapi|\/api\/records/i.test(address.href)
        ? 0.85
        : 0,
  pages,
})
