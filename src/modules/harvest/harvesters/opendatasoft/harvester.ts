import { z } from 'zod'
import { isObject, type Json } from '#kernel/json.ts'
import { readCatalogue } from '#standards/dcat-ap-de'
import { federatedFrom, isOdsDataset, type OdsPlace, odsDatasetToQuads, odsId, odsPage } from '#standards/opendatasoft'
import {
  defineHarvester,
  type Entry,
  type Page,
  type Refused,
  sinceOf,
  type Understood,
  type Way,
  type Wish,
} from '../../harvester.ts'
import { HarvestFault } from '../../model/fault.ts'
import { readJsonAnswer } from '../../reading/json-answer.ts'

const settings = z.object({
  /** Datasets of other portals too, or those of this one alone. */
  federated: z.preprocess((value) => (value === '' ? undefined : value), z.enum(['all', 'own']).default('all')),
  /** Only what fits this condition of the interface's query language. */
  where: z.string().trim().max(200).default(''),
})
type Settings = z.infer<typeof settings>

/** Most that one answer holds, and how far the list can be turned. What lies behind comes in one export. */
const rows = 100
const furthest = 10_000
const piece = 200

/** `https://x.de/explore/dataset/baeume/` or `https://x.de/api/v2/catalog/datasets?rows=1` -> the portal and its interface. */
export function odsPlace(address: string): OdsPlace {
  const { origin } = new URL(address)
  return { portal: origin, api: `${origin}/api/explore/v2.1` }
}

// Counters and times of runs of the portal: they change by the hour and say nothing of the data.
const fleeting = new Set([
  'records_count',
  'data_processed',
  'metadata_processed',
  'popularity_score',
  'popularity_score_distribution_default',
  'download_count',
  'api_call_count',
  'reuse_count',
  'attachment_download_count',
  'file_field_download_count',
])
const without = (fields: Json): Json => Object.fromEntries(Object.entries(fields).filter(([name]) => !fleeting.has(name)))

/** What counts as the content of a dataset. Its columns and the explore pages do not stand in our records. */
function lasting(given: Json): string {
  const { fields: _fields, _links, links: _more, ...rest } = given
  const metas = isObject(given.metas) ? Object.entries(given.metas) : []
  return JSON.stringify({
    ...rest,
    metas: Object.fromEntries(metas.map(([name, group]) => [name, isObject(group) ? without(group) : group])),
  })
}

function entryOf(given: unknown, place: OdsPlace, { federated }: Settings): Entry {
  if (!isOdsDataset(given)) {
    const source = JSON.stringify(given) ?? ''
    return {
      id: (isObject(given) && odsId(given).id) || source.slice(0, 300),
      raw: source,
      excerpt: () => source,
      understand: () => ({ reason: 'no-package' }),
    }
  }
  const { id, uid } = odsId(given)
  return {
    // The readable id can be changed, and stands in every address.
    id: uid || id,
    raw: lasting(given),
    excerpt: () => JSON.stringify(given, null, 1),
    page: odsPage(given, place),
    understand(): Understood | Refused {
      if (given.data_visible === false) return { reason: 'private' }
      const from = federatedFrom(given)
      if (from && federated === 'own') return { reason: 'federated', detail: from.host }
      const { records, repairs, kept, rejected } = readCatalogue(odsDatasetToQuads(given, place))
      const [record] = records
      return record ? { record, repairs, kept } : { reason: rejected[0]?.reason ?? 'unreadable' }
    },
  }
}

interface Listed {
  readonly list: readonly unknown[]
  readonly total: number | undefined
  readonly mark: string
}

class Portal {
  readonly place: OdsPlace
  readonly #way: Way
  readonly #where: string
  readonly #now: Date
  #sorted = true

  constructor(way: Way, address: string, given: Settings, { mark, now }: Wish) {
    this.place = odsPlace(address)
    this.#way = way
    this.#now = now
    this.#where = [given.where && `(${given.where})`, mark && `metadata_processed >= date'${mark}'`].filter(Boolean).join(' AND ')
  }

  #address(path: string, query: Readonly<Record<string, string>>): string {
    const url = new URL(`${this.place.api}/${path}`)
    for (const [name, value] of Object.entries({ ...query, where: this.#where })) if (value) url.searchParams.set(name, value)
    return url.href
  }

  /** A page of the list, in the order of ids where the portal sorts by them. */
  async list(offset: number): Promise<Listed> {
    const query = { limit: String(rows), offset: String(offset) }
    const accept = 'application/json'
    const sorted = this.#sorted
      ? await this.#way.ask(this.#address('catalog/datasets', { ...query, order_by: 'dataset_id' }), { accept, unless: [400] })
      : undefined
    this.#sorted = sorted !== undefined
    const answer = sorted ?? (await this.#way.get(this.#address('catalog/datasets', query), { accept }))
    const json = readJsonAnswer(answer)
    if (!isObject(json) || !Array.isArray(json.results)) throw new HarvestFault('not-this-kind', { url: answer.address })
    const total = Number.isInteger(json.total_count) ? Number(json.total_count) : undefined
    return { list: json.results, total, mark: sinceOf(answer, this.#now) }
  }

  /** The whole catalogue in one answer. */
  async all(): Promise<readonly unknown[]> {
    const answer = await this.#way.get(this.#address('catalog/exports/json', {}), { accept: 'application/json' })
    const json = readJsonAnswer(answer)
    if (!Array.isArray(json)) throw new HarvestFault('not-this-kind', { url: answer.address })
    return json
  }
}

async function* pages(way: Way, address: string, given: Settings, from: string | undefined, wish: Wish): AsyncGenerator<Page> {
  const portal = new Portal(way, address, given, wish)
  const entries = (list: readonly unknown[]) => list.map((one) => entryOf(one, portal.place, given))
  for (let offset = Number(from ?? '0'); ; ) {
    const { list, total, mark } = await portal.list(offset)
    const announced = total === undefined ? {} : { announced: total }
    if ((total ?? 0) > furthest) {
      const all = await portal.all()
      for (let at = 0; at === 0 || at < all.length; at += piece)
        yield {
          entries: entries(all.slice(at, at + piece)),
          ...announced,
          mark,
          piece: true,
          // After a stop the export is read anew: it may be another one by then.
          next: at + piece < all.length ? '0' : undefined,
        }
      return
    }
    offset += list.length
    const more = list.length > 0 && offset < Math.min(total ?? furthest, furthest)
    yield { entries: entries(list), ...announced, mark, next: more ? String(offset) : undefined }
    if (!more) return
  }
}

/** Portals with Opendatasoft (Huwise), through the Explore API v2.1. */
export default defineHarvester<Settings>({
  id: 'opendatasoft',
  name: { de: 'Opendatasoft', en: 'Opendatasoft' },
  use: {
    de: 'Liest Portale mit Opendatasoft (heute Huwise) über ihre Programmschnittstelle, mit allen Formaten zum Herunterladen.',
    en: 'Reads portals that run Opendatasoft (now Huwise) through their interface, with all formats to download.',
  },
  example: 'https://opendata.beispielstadt.de/explore/',
  settings,
  fields: [{ name: 'federated', options: ['all', 'own'] }, { name: 'where' }],
  suits: (address) =>
    /\/api\/(?:explore\/)?v2(?:\.\d)?(?:\/|$)|\/explore(?:\/|$)/i.test(address.pathname) ||
    /\.(?:opendatasoft|huwise)\.com$/i.test(address.hostname)
      ? 0.95
      : 0.05,
  pages,
})
