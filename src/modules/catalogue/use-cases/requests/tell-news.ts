import type { Kysely } from 'kysely'
import { hourOf } from '#kernel/clock.ts'
import { type OutboxEvent, readEvents } from '#platform/outbox'
import type { CatalogueHouse } from '../../house.ts'
import {
  answerReleased,
  changedRecords,
  collectFound,
  collectPosts,
  collectRecords,
  type DueSubscription,
  dueSubscriptions,
  followedSearches,
  markTold,
  newsCursor,
  setNewsCursor,
  toldPosts,
} from '../../store/news-store.ts'
import type { CatalogueTables } from '../../store/tables.ts'
import { readSearch, searchQuery } from '../search-data.ts'
import { sendLetter } from './letter.ts'
import { newsLetter } from './news-letter.ts'

const resourceChanged = 'catalogue/resource-changed'
const requestChanged = 'catalogue/request-changed'
const batch = 200

type Trx = Kysely<CatalogueTables>

/** A tenant, and everyone whose views show what it publishes. */
const viewsOf = (house: CatalogueHouse) =>
  house.sites().all.flatMap((site) => [site.id, ...site.ancestors].map((view) => [site.id, view] as const))

/** Which of some records a followed search finds. Asks the index, page by page, until all are found or the search ends. */
async function foundBy(house: CatalogueHouse, tenant: string, subject: string, wanted: ReadonlySet<string>): Promise<string[]> {
  const site = house.sites().byId(tenant)
  const read = site ? readSearch(new URLSearchParams(subject), site, house.sites()) : undefined
  if (!read?.ok) return []
  const found: string[] = []
  for (let offset = 0; offset < 10_000 && found.length < wanted.size; offset += 1000) {
    const answer = await house.search.search({
      ...searchQuery({ ...read.value, sort: 'modified', page: 1 }),
      offset,
      limit: 1000,
      facetLimit: 0,
    })
    if (!answer.ok || answer.value.match !== 'all') break
    found.push(...answer.value.hits.map((hit) => hit.id).filter((id) => wanted.has(id)))
    if (answer.value.hits.length < 1000) break
  }
  return found
}

async function collectSearches(house: CatalogueHouse, trx: Trx, ids: readonly string[], change: number): Promise<void> {
  const wanted = new Set(ids)
  const found: { tenant: string; subject: string; id: string }[] = []
  // One question to the index in memory for each search, however many follow it.
  for (const { tenant, subject } of await followedSearches(trx))
    for (const id of await foundBy(house, tenant, subject, wanted)) found.push({ tenant, subject, id })
  await collectFound(trx, found, change)
}

/**
 * Reads once what happened since the last time and notes for everybody what is to be told. The notes and the place read up to are
 * written together: after a crash nothing is missing and nothing is there twice. Gives how many events there were.
 */
const collect = (
  house: CatalogueHouse,
  topic: string,
  note: (trx: Trx, events: readonly OutboxEvent[], cursor: number) => Promise<boolean>,
): Promise<number> =>
  house.database.system.transaction().execute(async (trx) => {
    const { events, cursor } = await readEvents(trx, [topic], await newsCursor(trx, topic))
    if (events.length === 0 || !(await note(trx, events, cursor))) return 0
    await setNewsCursor(trx, topic, cursor)
    return events.length
  })

/** Changed records: for those who follow the record, its publisher or a search that finds it; and wishes that waited for it are answered. */
const collectChanges = (house: CatalogueHouse) =>
  collect(house, resourceChanged, async (trx, events, cursor) => {
    // Searches are answered by the index of this process: what it has not seen yet is told the next time.
    if ((await house.search.cursor()) < cursor) return false
    const ids = [...new Set(events.flatMap((event) => event.subject ?? []))]
    await collectRecords(trx, ids, cursor, viewsOf(house))
    await collectSearches(house, trx, ids, cursor)
    await collectPosts(trx, await answerReleased(trx, ids, house.now()), cursor)
    return true
  })

const collectAnswers = (house: CatalogueHouse) =>
  collect(house, requestChanged, async (trx, events, cursor) => {
    const posts = events.flatMap(({ subject, payload }) => {
      const { post } = payload as { post?: string }
      return post && subject ? [{ request: subject, post }] : []
    })
    await collectPosts(trx, posts, cursor)
    return true
  })

const local = (at: Date) => ({
  hour: hourOf(at),
  monday: new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', weekday: 'short' }).format(at) === 'Mon',
})

/** Writes to some of those whose time has come; their mails and the end of their notes stand in one transaction. Gives how many. */
async function sendSome(house: CatalogueHouse): Promise<number> {
  const at = house.now()
  const { hour, monday } = local(at)
  // Digests go out from seven in the morning; the weekly one on Mondays.
  const digests = { daily: hour >= 7, weekly: hour >= 7 && monday }
  return house.database.system.transaction().execute(async (trx) => {
    const due: readonly DueSubscription[] = await dueSubscriptions(trx, at, digests, batch)
    if (due.length === 0) return 0
    const ids = (kinds: readonly string[]) => due.filter((one) => kinds.includes(one.kind)).flatMap((one) => one.news)
    const records = await changedRecords(trx, ids(['dataset', 'search', 'publisher']))
    const posts = await toldPosts(trx, ids(['request']))
    for (const one of due) {
      const letter = newsLetter(house, one, records, posts)
      if (letter) await sendLetter(house, trx, letter)
    }
    await markTold(
      trx,
      due.map((one) => one.id),
      at,
    )
    return due.length
  })
}

/** Tells everybody what they asked to be told: collects what happened, then writes. Gives how many mails were queued. */
export async function tellNews(house: CatalogueHouse): Promise<number> {
  while ((await collectChanges(house)) > 0);
  while ((await collectAnswers(house)) > 0);
  let sent = 0
  for (let some = await sendSome(house); some > 0; some = await sendSome(house)) sent += some
  return sent
}
