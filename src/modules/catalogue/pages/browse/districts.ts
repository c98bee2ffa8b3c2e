import type { PlaceRow, PlaceState } from './read-places.ts'

/** A district with its municipalities. Key `frei`: cities that are their own district; `sonst`: places outside the register. */
export interface District {
  readonly key: string
  readonly name: string
  /** Address of its page; cities outside districts have none in common. */
  readonly slug?: string
  readonly rows: readonly PlaceRow[]
}

/** Municipalities by district, the largest share of publishing ones first. */
export function districtsOf(rows: readonly PlaceRow[]): District[] {
  const kreise = new Map(
    rows.filter(({ place }) => place.level === 'kreis').map(({ place }) => [place.kreis ?? place.ars ?? place.id, place]),
  )
  const groups = Map.groupBy(
    rows.filter(({ place }) => place.level === 'gemeinde'),
    ({ place }) => (place.kreis === undefined ? 'sonst' : kreise.has(place.kreis) ? place.kreis : 'frei'),
  )
  const share = (group: readonly PlaceRow[]) => group.filter((row) => row.count > 0).length / Math.max(group.length, 1)
  return [...groups]
    .map(([key, group]): District => {
      const place = kreise.get(key)
      return { key, name: place?.name ?? '', ...(place ? { slug: place.slug } : {}), rows: group }
    })
    .sort(
      (a, b) =>
        Number(a.key === 'sonst') - Number(b.key === 'sonst') ||
        share(b.rows) - share(a.rows) ||
        a.name.localeCompare(b.name, 'de'),
    )
}

const states: ReadonlySet<string> = new Set<PlaceState>(['recent', 'older', 'other', 'none'])

/** The rows of a district, of a state, or of both, as the address asks; what it does not know it leaves aside. */
export function narrowed(rows: readonly PlaceRow[], query: URLSearchParams): { rows: readonly PlaceRow[]; is: boolean } {
  const district = districtsOf(rows).find((one) => one.key === query.get('kreis'))
  const state = query.get('zustand') ?? ''
  if (!district && !states.has(state)) return { rows, is: false }
  const some = district ? district.rows : rows.filter(({ place }) => place.level === 'gemeinde')
  return { rows: states.has(state) ? some.filter((row) => row.state === state) : some, is: true }
}
