import { isIdInAnyCase } from '#kernel/id.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Query } from '#kernel/route.ts'
import type { Visit } from '#platform/http'
import { wordStems } from '#platform/search'
import { shownIn } from '../../house.ts'
import type { Outcome } from '../../model/request.ts'
import type { RequestFilter, RequestSort } from '../../store/request-list.ts'

/** Values in addresses and what they mean. */
export const stands = { offen: 'open', beantwortet: 'answered' } as const
export const deadlines = { ueberfaellig: 'overdue', eingehalten: 'kept', verspaetet: 'late' } as const
export const outcomeParams: Readonly<Record<string, Outcome>> = {
  veroeffentlicht: 'published',
  teilweise: 'partly',
  geplant: 'planned',
  'nicht-vorhanden': 'not-held',
  'nicht-erlaubt': 'not-allowed',
}
const sorts: Readonly<Record<string, RequestSort>> = { neu: 'newest', viele: 'joined' }

/** A list of wishes as it stands in an address. */
export interface WishList {
  readonly filter: RequestFilter
  readonly sort: RequestSort
  readonly words: string
  readonly after?: string
  /** The parameters as they came, to be handed on. */
  readonly params: Query
}

const own = <T>(table: Readonly<Record<string, T>>, key: string | undefined): T | undefined =>
  key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined

/** Reads a list of wishes from the address; gives the names of the parameters that cannot be read. */
export function readWishList(visit: Visit): Result<WishList, string[]> {
  const one = (name: string) => visit.query.get(name)?.trim() || undefined
  const faults: string[] = []
  const pick = <T>(name: string, table: Readonly<Record<string, T>>): T | undefined => {
    const found = own(table, one(name))
    if (one(name) !== undefined && found === undefined) faults.push(name)
    return found
  }
  const stand = pick('stand', stands)
  const deadline = pick('frist', deadlines)
  const outcome = pick('antwort', outcomeParams)
  const sort = pick('sort', sorts) ?? 'newest'
  const words = (one('q') ?? '').slice(0, 200)
  const after = one('nach')
  if (after && !isIdInAnyCase(after)) faults.push('nach')
  const shown = shownIn(visit.site, visit.sites)
  const place = one('ort')
  const placed = place ? shown.find((id) => visit.sites.byId(id)?.slug === place) : undefined
  if (place && !placed) faults.push('ort')
  if (faults.length > 0) return fail(faults)
  const stems = words ? wordStems(words, 12) : []
  return ok({
    filter: {
      kind: 'wish',
      states: stand ? [stand] : ['open', 'answered'],
      tenants: placed ? [placed] : shown,
      deadline,
      outcome,
      stems: stems.length > 0 ? stems : undefined,
    },
    sort,
    words,
    ...(after ? { after } : {}),
    params: {
      q: words || undefined,
      stand: one('stand'),
      frist: one('frist'),
      antwort: one('antwort'),
      ort: place,
      sort: one('sort'),
    },
  })
}
