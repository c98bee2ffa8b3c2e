import { z } from 'zod'
import { isObject, type Json } from '#kernel/json.ts'
import { packageToRecord } from '#standards/ckan'
import { defineHarvester, type Entry, type Fetched, type Page, sinceOf, type Way, type Wish } from '../../harvester.ts'
import { HarvestFault } from '../../model/fault.ts'
import { readJsonAnswer } from '../../reading/json-answer.ts'

const settings = z.object({
  /** Records in one answer. */
  rows: z.coerce.number().int().min(1).max(1000).default(100),
  /** Only of this organisation. */
  organization: z.string().trim().max(200).default(''),
  /** Only of this group. */
  group: z.string().trim().max(200).default(''),
})
type Settings = z.infer<typeof settings>

/** `https://x.de/daten/api/3/action/package_search?q=` -> `https://x.de/daten`. */
export function portalOf(address: string): string {
  const url = new URL(address)
  return (url.origin + url.pathname.replace(/\/(?:api(?:\/.*)?|dataset\/?)$/, '')).replace(/\/+$/, '')
}

/** What CKAN wraps its answers in; a refusal of the portal is told in its own words. */
function resultOf(answer: Fetched): unknown {
  const json = readJsonAnswer(answer)
  if (!isObject(json) || !('success' in json)) throw new HarvestFault('not-this-kind', { url: answer.address })
  if (json.success !== true) {
    const error = isObject(json.error) ? String(json.error.message ?? json.error.__type ?? '') : ''
    throw new HarvestFault('unreadable', { url: answer.address, line: 0, detail: error.slice(0, 200) })
  }
  return json.result
}

// Counters of visits change by the hour and say nothing of the record.
const fleeting = new Set([
  'tracking_summary',
  'revision_id',
  'revision_timestamp',
  'num_followers',
  'total_views',
  'recent_views',
])

/** Fields without those that change by the hour; a replacer of JSON would be called for every value. */
const without = (fields: Json): Json => {
  const names = Object.keys(fields)
  return names.some((name) => fleeting.has(name))
    ? Object.fromEntries(names.filter((name) => !fleeting.has(name)).map((name) => [name, fields[name]]))
    : fields
}
const lasting = (fields: Json): Json =>
  Array.isArray(fields.resources)
    ? without({ ...fields, resources: fields.resources.map((one: unknown) => (isObject(one) ? without(one) : one)) })
    : without(fields)

export function entryOf(given: unknown, base: string): Entry {
  const fields = isObject(given) ? given : {}
  const id = String(fields.id ?? fields.name ?? '')
  const name = String(fields.name ?? fields.id ?? '')
  return {
    id: id || JSON.stringify(given).slice(0, 300),
    raw: JSON.stringify(lasting(fields)),
    excerpt: () => JSON.stringify(given, null, 1),
    ...(name ? { page: `${base}/dataset/${encodeURIComponent(name)}` } : {}),
    understand() {
      const { record, repairs, kept, rejected } = packageToRecord(given, { base })
      return record ? { record, repairs, kept } : { reason: rejected?.reason ?? 'unreadable' }
    },
  }
}

const filterOf = ({ organization, group }: Settings, since: string | undefined) =>
  [organization && `organization:"${organization}"`, group && `groups:"${group}"`, since && `metadata_modified:[${since} TO *]`]
    .filter(Boolean)
    .map((term) => String(term).replaceAll('\\', ''))
    .join(' AND ')

/** `package_search`, in a fixed order so that nothing slips through between two pages. */
async function* searchPages(
  way: Way,
  base: string,
  given: Settings,
  from: number,
  wish: Wish,
): AsyncGenerator<Page | 'no-search'> {
  const filter = filterOf(given, wish.mark)
  for (let start = from; ; ) {
    const query = new URLSearchParams({ rows: String(given.rows), start: String(start), sort: 'id asc' })
    if (filter) query.set('fq', filter)
    const address = `${base}/api/3/action/package_search?${query}`
    const answer = await way.ask(address, { accept: 'application/json', unless: start === 0 ? [404] : [] })
    if (!answer) {
      yield 'no-search'
      return
    }
    const result = resultOf(answer)
    const list = isObject(result) && Array.isArray(result.results) ? result.results : undefined
    if (!isObject(result) || !list) throw new HarvestFault('not-this-kind', { url: answer.address })
    const announced = Number.isInteger(result.count) ? Number(result.count) : undefined
    // Portals give fewer than asked for where they have a limit of their own: what counts is what came.
    start += list.length
    const more = list.length > 0 && (announced === undefined || start < announced)
    yield {
      entries: list.map((one) => entryOf(one, base)),
      next: more ? `search ${start}` : undefined,
      mark: sinceOf(answer, wish.now),
      ...(announced === undefined ? {} : { announced }),
    }
    if (!more) return
  }
}

/** Portals without a search: the list of names, then each package. */
async function* listedPages(way: Way, base: string, from: number): AsyncGenerator<Page> {
  const json = { accept: 'application/json' }
  const listed = resultOf(await way.get(`${base}/api/3/action/package_list`, json))
  if (!Array.isArray(listed)) throw new HarvestFault('not-this-kind', { url: base })
  const names = listed.filter((name): name is string => typeof name === 'string').sort()
  if (names.length === 0) yield { entries: [], next: undefined, announced: 0 }
  for (let at = from; at < names.length; at += 20) {
    const entries: Entry[] = []
    for (const name of names.slice(at, at + 20)) {
      const address = `${base}/api/3/action/package_show?id=${encodeURIComponent(name)}`
      const answer = await way.ask(address, { ...json, unless: [403, 404, 410] })
      // Listed and not to be had: it is private, or went away in this moment.
      if (answer) entries.push(entryOf(resultOf(answer), base))
      else entries.push({ id: name, raw: '', excerpt: () => name, understand: () => ({ reason: 'private' }) })
    }
    yield { entries, announced: names.length, next: at + 20 < names.length ? `list ${at + 20}` : undefined }
  }
}

async function* pages(way: Way, address: string, given: Settings, from: string | undefined, wish: Wish): AsyncGenerator<Page> {
  const base = portalOf(address)
  const [kind, place] = (from ?? 'search 0').split(' ')
  if (kind === 'search')
    for await (const page of searchPages(way, base, given, Number(place), wish)) {
      if (page === 'no-search') return yield* listedPages(way, base, 0)
      yield page
    }
  else yield* listedPages(way, base, Number(place))
}

/** Portals with CKAN 2.x. */
export default defineHarvester<Settings>({
  id: 'ckan',
  name: { de: 'CKAN', en: 'CKAN' },
  use: {
    de: 'Liest Portale mit CKAN über ihre Programmschnittstelle, auf Wunsch nur eine Organisation oder Gruppe.',
    en: 'Reads portals that run CKAN through their interface, on request one organisation or group only.',
  },
  example: 'https://opendata.beispielstadt.de',
  settings,
  fields: [{ name: 'organization' }, { name: 'group' }],
  suits: (address) =>
    /\/api\/(?:3|action)\b|\/dataset\/?$|ckan/i.test(address.href) ? 0.9 : address.pathname === '/' ? 0.5 : 0.1,
  pages,
})
