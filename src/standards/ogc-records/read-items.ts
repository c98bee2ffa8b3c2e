import { isObject, type Json } from '#kernel/json.ts'

const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : [])
const written = (value: unknown) => (typeof value === 'string' ? value : '')

/** A page of records. */
export interface ItemsPage {
  readonly records: readonly unknown[]
  /** numberMatched; undefined where the server does not say. */
  readonly matched: number | undefined
  /** Where the next page is; undefined at the end. */
  readonly next: string | undefined
}

/** A collection of records, and where they are. */
export interface RecordCollection {
  readonly id: string
  readonly title: string
  readonly items: string
}

/** The address of a link by its relation, as JSON where there are several. */
export function linkTo(json: unknown, relations: readonly string[], base: string): string | undefined {
  const links = objects(isObject(json) ? json.links : undefined)
  for (const relation of relations) {
    const found = links.filter((one) => written(one.rel) === relation && written(one.href) !== '')
    const best = found.find((one) => /json/i.test(written(one.type))) ?? found[0]
    const href = written(best?.href)
    if (href !== '' && URL.canParse(href, base)) return new URL(href, base).href
  }
  return undefined
}

/** Records of a FeatureCollection; undefined for what is none. */
export function readItems(json: unknown, base: string): ItemsPage | undefined {
  if (!isObject(json) || !Array.isArray(json.features)) return undefined
  const matched = json.numberMatched
  return {
    records: json.features,
    matched: typeof matched === 'number' && Number.isInteger(matched) && matched >= 0 ? matched : undefined,
    next: linkTo(json, ['next'], base),
  }
}

const itemsRelations = ['items', 'http://www.opengis.net/def/rel/ogc/1.0/items', 'item']
const isOfRecords = (one: Json) =>
  [one.itemType, one.type].flat().some((type) => /^(?:record|catalog|recordCollection)$/i.test(written(type)))

/** A collection by its own description; its records are where its links say, else below itself. */
export function readCollection(json: unknown, base: string): RecordCollection | undefined {
  if (!isObject(json) || written(json.id) === '') return undefined
  const below = new URL(base)
  below.search = ''
  below.pathname = `${below.pathname.replace(/\/+$/, '')}/items`
  return { id: written(json.id), title: written(json.title), items: linkTo(json, itemsRelations, base) ?? below.href }
}

/** The collections of records among all collections of a server; all of them where none says what it holds. */
export function readCollections(json: unknown, base: string): RecordCollection[] | undefined {
  if (!isObject(json) || !Array.isArray(json.collections)) return undefined
  const all = objects(json.collections)
  const ofRecords = all.filter(isOfRecords)
  const untold = all.filter((one) => one.itemType === undefined)
  const address = new URL(base)
  return (ofRecords.length > 0 ? ofRecords : untold).flatMap((one) => {
    const own = `${address.origin}${address.pathname.replace(/\/+$/, '')}/${encodeURIComponent(written(one.id))}`
    return readCollection(one, own) ?? []
  })
}
