import { dayOf } from '#kernel/clock.ts'
import { type Answer, stream, type Visit } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'
import { listRequests } from '../../store/request-list.ts'
import type { RequestRow } from '../../store/request-rows.ts'
import { publicDb } from '../../use-cases/requests/subscribe.ts'
import { csvLine } from '../search/results-csv.ts'
import { daysToAnswer, nameOf } from './request-words.ts'
import type { WishList } from './wish-filter.ts'
import { wishHref } from './wish-rows.tsx'

const batch = 500
const columns = [
  'number',
  'portal',
  'title',
  'purpose',
  'state',
  'outcome',
  'joined',
  'received',
  'due',
  'answered',
  'days_to_answer',
  'url',
] as const

const line = (one: RequestRow, visit: Visit): string =>
  csvLine([
    nameOf(one),
    visit.sites.byId(one.tenant)?.name,
    one.title,
    one.body,
    one.state,
    one.outcome ?? '',
    one.joined,
    dayOf(one.createdAt),
    one.dueOn,
    one.answeredAt ? dayOf(one.answeredAt) : '',
    daysToAnswer(one),
    new URL(wishHref(one, visit), visit.origin).href,
  ])

/** A list of wishes as a table, in batches by key. Nothing in it that the page does not show. */
export function wishesCsv(house: CatalogueHouse, visit: Visit, list: WishList): Answer {
  const db = publicDb(house, visit.site)
  async function* lines(): AsyncGenerator<string> {
    yield csvLine(columns)
    let after: string | undefined
    for (;;) {
      const rows = await listRequests(db, list.filter, list.sort, after, batch)
      yield rows.map((one) => line(one, visit)).join('')
      after = rows.at(-1)?.id
      if (rows.length < batch) return
    }
  }
  return stream('text/csv; charset=utf-8; header=present', lines(), {
    'content-disposition': 'attachment; filename="datenwuensche.csv"',
  })
}
