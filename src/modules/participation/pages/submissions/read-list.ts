import type { Visit } from '#platform/http'
import { wordStems } from '#platform/search'
import { readNumber } from '../../model/procedure.ts'
import type { ListFilter, Order } from '../../store/submission-store.ts'

const orderNames: Readonly<Record<string, Order>> = { neu: 'new', zustimmung: 'agreed', kommentare: 'talked' }

/** What the address of a list asks for; what is unknown in it is left aside. */
export interface AskedList {
  readonly order: Order
  /** As the address names it; '' for the usual one. */
  readonly sort: string
  readonly text: string
  readonly category: string | undefined
  readonly after: number | undefined
  readonly filter: ListFilter
}

/** Reads order, words, theme and place in the list from the address. */
export function readList({ query }: Pick<Visit, 'query'>): AskedList {
  const sort = query.get('sortiert') ?? ''
  const order = (Object.hasOwn(orderNames, sort) ? orderNames[sort] : undefined) ?? 'new'
  const text = (query.get('q') ?? '').trim().slice(0, 100)
  const category = query.get('thema')?.slice(0, 60) || undefined
  return {
    order,
    sort: order === 'new' ? '' : sort,
    text,
    category,
    after: readNumber(query.get('nach') ?? '')?.number,
    filter: { category, ...(text ? { stems: wordStems(text) } : {}) },
  }
}

/** The same as a query, for the map that shows what the list shows. */
export const listQuery = (visit: Pick<Visit, 'query'>): Record<string, string> =>
  Object.fromEntries(
    ['sortiert', 'q', 'thema', 'nach'].flatMap((name) => (visit.query.get(name) ? [[name, visit.query.get(name) ?? '']] : [])),
  )
