import {
  type Answer,
  type Handler,
  handler,
  notFound,
  page,
  problem,
  readCookie,
  redirect,
  type Visit,
  withCookies,
  writeCookie,
} from '#platform/http'
import { wordStems } from '#platform/search'
import { type CatalogueHouse, shownIn } from '../../house.ts'
import { readDraft, readNumber } from '../../model/request.ts'
import { routes } from '../../routes.ts'
import type { StoredResource } from '../../store/catalogue-store.ts'
import { similarWishes } from '../../store/request-list.ts'
import type { RequestRow } from '../../store/request-rows.ts'
import { postsOf, publicRequest } from '../../store/request-store.ts'
import { handIn } from '../../use-cases/requests/hand-in.ts'
import { joinedBefore, joinWish } from '../../use-cases/requests/join-wish.ts'
import { slowDown } from '../../use-cases/requests/slow-down.ts'
import { publicDb } from '../../use-cases/requests/subscribe.ts'
import { searchData } from '../../use-cases/search-data.ts'
import { typedOf } from './draft-fields.tsx'
import { checkWishView, newWishView, type Similar } from './new-wish.tsx'
import { readWishes } from './read-wishes.ts'
import { readWishList } from './wish-filter.ts'
import { type WishData, wishView } from './wish-view.tsx'
import { wishesCsv } from './wishes-csv.ts'
import { filterFaults, wishesView } from './wishes-view.tsx'

/** The cookie of a browser that joined a wish: a random number, signed. Set only when the button is pressed. */
export const browserCookie = 'allmende-auch'
const year = 365 * 24 * 3600

async function list(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const read = readWishList(visit)
  return read.ok ? page(wishesView(visit, await readWishes(house, visit, read.value))) : problem(filterFaults(visit, read.error))
}

function csv(house: CatalogueHouse, visit: Visit): Answer {
  const read = readWishList(visit)
  return read.ok ? wishesCsv(house, visit, read.value) : problem(filterFaults(visit, read.error))
}

/** Where no record has all words, one common word ("Stadtgebiet") makes none similar. */
function sharesWords({ record }: StoredResource, text: string): boolean {
  const wanted = new Set(wordStems(text))
  const own = [...record.title, ...('keyword' in record ? record.keyword : [])].map((one) => one.value).join(' ')
  return wordStems(own, 200).filter((stem) => wanted.has(stem)).length >= Math.min(2, wanted.size)
}

/** What is there already: one question to the index and one to the database. */
async function similarTo(house: CatalogueHouse, visit: Visit, text: string): Promise<Similar> {
  const { site } = visit
  const [found, wishes] = await Promise.all([
    searchData(
      house,
      { text: text.slice(0, 300), exact: false, view: site, facets: {}, open: false, hvd: false, sort: 'relevance', page: 1 },
      { limit: 5, facetLimit: 0 },
    ),
    similarWishes(publicDb(house, site), shownIn(site, visit.sites), wordStems(text), 5),
  ])
  if (!found.ok) return { datasets: [], wishes }
  const { answer, records } = found.value
  return { datasets: answer.match === 'all' ? records : records.filter((one) => sharesWords(one, text)), wishes }
}

async function sendWish(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const { form } = visit
  const typed = typedOf(form, ['title', 'body', 'email'])
  const read = readDraft('wish', form)
  const step = form.get('schritt')
  if (!read.ok) return page(newWishView(visit, typed, read.error), 422)
  if (step === 'aendern') return page(newWishView(visit, typed, []))
  if (step !== 'senden') return page(checkWishView(visit, read.value, await similarTo(house, visit, read.value.title), undefined))
  const slow = await slowDown(house, 'hand-in', visit.request.ip, form.get('puzzle') ?? '')
  if (slow) return page(checkWishView(visit, read.value, await similarTo(house, visit, read.value.title), slow), 429)
  const { token } = await handIn(house, visit.site, 'wish', read.value, { lang: visit.lang })
  return redirect(visit.to(routes.ownRequest, { token }, { neu: 1 }))
}

async function find(house: CatalogueHouse, visit: Visit): Promise<RequestRow | undefined> {
  const number = readNumber(visit.params.number ?? '')
  return number?.kind === 'wish'
    ? publicRequest(publicDb(house, visit.site), visit.site.id, 'wish', number.year, number.number)
    : undefined
}

const cookieOf = (visit: Visit) => readCookie(visit.request.headers.cookie, browserCookie)

async function dataOf(house: CatalogueHouse, visit: Visit, wish: RequestRow, more: Partial<WishData> = {}): Promise<WishData> {
  const [answers, joined] = await Promise.all([
    postsOf(publicDb(house, visit.site), wish.id, ['answer']),
    joinedBefore(house, visit.site, wish.id, cookieOf(visit)),
  ])
  return { wish, answers, joined, ...more }
}

const gone = (visit: Visit): Answer =>
  problem({
    ...notFound,
    id: 'catalogue/no-wish',
    title: visit.t('catalogue.nowish.title'),
    detail: visit.t('catalogue.nowish.detail'),
  })

async function show(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const wish = await find(house, visit)
  if (!wish) return gone(visit)
  const said = visit.query.get('dabei')
  return page(
    wishView(visit, await dataOf(house, visit, wish, said === '1' ? { said: 'joined' } : said === '2' ? { said: 'again' } : {})),
  )
}

async function join(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const wish = await find(house, visit)
  if (!wish) return gone(visit)
  const slow = await slowDown(house, 'join', visit.request.ip, visit.form.get('puzzle') ?? '')
  if (slow) return page(wishView(visit, await dataOf(house, visit, wish, { slow })), 429)
  const { counted, cookie } = await joinWish(house, visit.site, wish.id, cookieOf(visit))
  const back = redirect(visit.to(routes.wish, { number: visit.params.number ?? '' }, { dabei: counted ? 1 : 2 }))
  return withCookies(back, writeCookie(house.config.publicUrl, browserCookie, cookie, year))
}

/** Everything public about wishes for data. */
export const wishHandlers = (house: CatalogueHouse): Handler[] => [
  handler(routes.wishes, (visit) => list(house, visit)),
  handler(routes.wishesCsv, (visit) => csv(house, visit), { perMinute: 60 }),
  handler(routes.newWish, (visit) => page(newWishView(visit, { title: (visit.query.get('titel') ?? '').slice(0, 150) }, []))),
  handler(routes.sendWish, (visit) => sendWish(house, visit), { perMinute: 120 }),
  handler(routes.wish, (visit) => show(house, visit)),
  handler(routes.joinWish, (visit) => join(house, visit), { perMinute: 1200 }),
]
