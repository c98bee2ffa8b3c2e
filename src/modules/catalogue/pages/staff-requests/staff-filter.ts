import { isIdInAnyCase } from '#kernel/id.ts'
import type { Query } from '#kernel/route.ts'
import type { Visit } from '#platform/http'
import { wordStems } from '#platform/search'
import type { RequestKind, RequestState } from '../../model/request.ts'
import type { RequestFilter, RequestSort } from '../../store/request-list.ts'

/** A list of the queue as it stands in an address. */
export interface StaffList {
  readonly filter: RequestFilter
  readonly sort: RequestSort
  readonly after?: string
  readonly params: Query
}

const kinds: Readonly<Record<string, RequestKind>> = { wunsch: 'wish', anmerkung: 'remark' }
const states: Readonly<Record<string, readonly RequestState[]>> = {
  pruefen: ['waiting'],
  offen: ['open'],
  ueberfaellig: ['waiting', 'open'],
  meine: ['waiting', 'open'],
  beantwortet: ['answered'],
  verborgen: ['hidden'],
  zurueckgezogen: ['withdrawn'],
}
/** Reads a list of the queue; a value nobody knows narrows nothing. Without a state: all that is to be done. */
export function readStaffList(visit: Visit): StaffList {
  const one = (name: string, known: readonly string[]) => {
    const value = visit.query.get(name) ?? ''
    return known.includes(value) ? value : undefined
  }
  const art = one('art', Object.keys(kinds))
  const stand = one('stand', Object.keys(states))
  const wer = one('wer', ['niemand', 'jemand'])
  const q = (visit.query.get('q') ?? '').trim().slice(0, 200)
  const after = visit.query.get('nach') ?? ''
  const stems = q ? wordStems(q, 12) : []
  const person = visit.actor.person?.id
  const closed = stand === 'beantwortet' || stand === 'verborgen' || stand === 'zurueckgezogen'
  return {
    filter: {
      kind: art ? kinds[art] : undefined,
      states: (stand ? states[stand] : undefined) ?? ['waiting', 'open'],
      tenants: [visit.site.id],
      deadline: stand === 'ueberfaellig' ? 'overdue' : undefined,
      stems: stems.length > 0 ? stems : undefined,
      assigned:
        stand === 'meine' && person ? { to: person } : wer === 'niemand' ? 'nobody' : wer === 'jemand' ? 'somebody' : undefined,
    },
    sort: closed ? 'newest' : 'urgent',
    ...(isIdInAnyCase(after) ? { after } : {}),
    params: { q: q || undefined, art, stand, wer },
  }
}
