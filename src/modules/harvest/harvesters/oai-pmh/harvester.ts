import { z } from 'zod'
import { oaiDate } from '#standards/oai-pmh'
import { defineHarvester, type Entry, isRefused, type Page, sinceOf, type Way, type Wish } from '../../harvester.ts'
import { HarvestFault } from '../../model/fault.ts'
import { OaiClient, type OaiListed, type OaiSilence, prefixesToTry } from './client.ts'
import { entryOf } from './entry.ts'

const settings = z.object({
  /** Only this set. */
  set: z.string().trim().max(200).default(''),
  /** In this format; else in the best that is offered. */
  prefix: z.string().trim().max(100).default(''),
  /** Data alone, or articles and books too. */
  records: z.preprocess((value) => (value === '' ? undefined : value), z.enum(['data', 'all']).default('data')),
})
type Settings = z.infer<typeof settings>

/** How a repository is asked, learned at the beginning. */
interface Manner {
  readonly prefix: string
  readonly granularity: 'day' | 'second'
  /** Who runs it: the publisher of what names none. */
  readonly name: string
}

/** Where a list goes on. */
interface Place {
  readonly manner: Manner
  readonly token: string
  /** Pages read so far, and deleted records among them. */
  readonly pages: number
  readonly deleted: number
  /** How often the list had to begin anew, and up to which page it repeats what came before. */
  readonly again: number
  readonly repeats: number
}

type Begin = Omit<Place, 'manner' | 'token'>
const beginning: Begin = { pages: 0, deleted: 0, again: 0, repeats: 0 }

const mostBeginnings = 2
const longestSilence = 10
const day = 24 * 3_600_000

/** From when on changes are asked for next time: by the repository's clock, with an overlap for lists that lag behind. Where it knows days only, a day. */
function changesSince({ answer, fetched }: Pick<OaiListed, 'answer' | 'fetched'>, manner: Manner, now: Date): string {
  const date = answer.date && answer.date < now ? { date: answer.date.toISOString() } : fetched
  const since = new Date(sinceOf(date, now))
  return oaiDate(manner.granularity === 'day' ? new Date(since.getTime() - day) : since, manner.granularity)
}

const isSilent = (one: OaiListed | OaiSilence): one is OaiSilence => !('page' in one)

async function entriesOf({ page, text }: OaiListed, client: OaiClient, manner: Manner, given: Settings): Promise<Entry[]> {
  const place = { base: client.base, prefix: manner.prefix, all: given.records === 'all', text }
  const entries: Entry[] = []
  for (const [at, record] of page.records.entries()) entries.push(await entryOf(record, at, place))
  return entries
}

/** Whether a page is in a form that we read: one record that is more than a mere form is enough. */
function isReadable(entries: readonly Entry[]): boolean {
  const told = entries.filter((entry) => !entry.gone)
  return (
    told.length === 0 ||
    told.some((entry) => {
      const read = entry.understand()
      return !isRefused(read) || !['unreadable', 'not-described'].includes(read.reason)
    })
  )
}

/** The first page in the best format that the repository has for these records and that we can read. */
async function firstPage(client: OaiClient, given: Settings): Promise<{ manner: Manner; found: OaiListed | OaiSilence }> {
  const { name, granularity } = await client.identify()
  const prefixes = given.prefix ? [given.prefix] : prefixesToTry(await client.formats())
  let refused: OaiSilence = { refused: '' }
  let fallback: { manner: Manner; found: OaiListed } | undefined
  for (const prefix of prefixes) {
    const manner = { prefix, granularity, name }
    const found = await client.list({ prefix, set: given.set })
    if (isSilent(found)) {
      if (!('refused' in found)) return { manner, found }
      refused = found
    } else if (isReadable(await entriesOf(found, client, manner, given))) return { manner, found }
    else fallback ??= { manner, found }
  }
  if (fallback) return fallback
  throw client.refusal('refused' in refused ? refused.refused : '')
}

async function* pages(way: Way, address: string, given: Settings, from: string | undefined, wish: Wish): AsyncGenerator<Page> {
  const client = new OaiClient(way, address)
  const known: (Manner & { since: string }) | undefined = wish.mark === undefined ? undefined : JSON.parse(wish.mark)
  const place: Place | undefined = from === undefined ? undefined : JSON.parse(from)
  const begin = (manner: Manner) => client.list({ prefix: manner.prefix, from: known?.since, set: given.set })
  let manner: Manner
  let found: OaiListed | OaiSilence
  let at: Begin = place ?? beginning
  if (place) {
    manner = place.manner
    found = await client.list({ token: place.token })
  } else if (known) {
    manner = { prefix: known.prefix, granularity: known.granularity, name: known.name }
    found = await begin(manner)
  } else ({ manner, found } = await firstPage(client, given))
  const seen = new Set<string>(place ? [place.token] : [])
  const common = manner.name ? { publisher: { name: [{ value: manner.name, lang: '' }] } } : {}
  for (let silence = 0; ; ) {
    if ('none' in found) {
      const mark = JSON.stringify({ ...manner, since: changesSince(found.none, manner, wish.now) })
      yield { entries: [], next: undefined, mark, ...common }
      return
    }
    if ('expired' in found) {
      // The list begins anew; what came before comes once more.
      if (at.again >= mostBeginnings) throw client.refusal(found.expired)
      at = { pages: 0, deleted: 0, again: at.again + 1, repeats: Math.max(at.repeats, at.pages) }
      seen.clear()
      found = await begin(manner)
      if ('expired' in found) throw client.refusal(found.expired)
      continue
    }
    if ('refused' in found) throw client.refusal(found.refused)
    const { page } = found
    const entries = await entriesOf(found, client, manner, given)
    at = { ...at, pages: at.pages + 1, deleted: at.deleted + entries.filter((entry) => entry.gone).length }
    const { token } = page
    if (token !== undefined && seen.has(token)) throw new HarvestFault('paging-loop', { url: client.base })
    silence = entries.length === 0 ? silence + 1 : 0
    if (token !== undefined && silence >= longestSilence) throw new HarvestFault('paging-loop', { url: client.base })
    const next: Place | undefined = token === undefined ? undefined : { ...at, manner, token }
    yield {
      entries,
      next: next && JSON.stringify(next),
      mark: JSON.stringify({ ...manner, since: changesSince(found, manner, wish.now) }),
      // The size of a list counts deleted records, and we do not.
      ...(page.size === undefined ? {} : { announced: Math.max(0, page.size - at.deleted) }),
      ...(at.pages <= at.repeats ? { piece: true } : {}),
      ...common,
    }
    if (token === undefined) return
    seen.add(token)
    found = await client.list({ token })
  }
}

/** Repositories with OAI-PMH 2.0: libraries, archives, universities, statistical offices, geo catalogues, and this product. */
export default defineHarvester<Settings>({
  id: 'oai-pmh',
  name: { de: 'OAI-PMH', en: 'OAI-PMH' },
  use: {
    de: 'Liest Repositorien über OAI-PMH 2.0, zum Beispiel von Hochschulen, Archiven und Fachbehörden.',
    en: 'Reads repositories through OAI-PMH 2.0, such as those of universities, archives and agencies.',
  },
  example: 'https://repositorium.beispielstadt.de/oai',
  settings,
  fields: [{ name: 'set' }, { name: 'prefix' }, { name: 'records', options: ['data', 'all'] }],
  suits: (address) =>
    /[?&]verb=(?:Identify|List|Get)/i.test(address.search)
      ? 1
      : /(?:^|[/._-])oai(?:[-_]?pmh)?(?:2|\d\.\d)?(?:[/._-]|$)/i.test(address.pathname) || /^oai[.-]/i.test(address.hostname)
        ? 0.95
        : 0,
  pages,
})
