import type { Visit } from '#platform/http'
import { say, titleOf } from '#standards/dcat-ap-de'
import { officialPlace } from '../../use-cases/edit/new-record.ts'
import type { FieldSurroundings } from './field-view.tsx'
import type { EditorHouse, OpenDraft } from './open-draft.ts'

interface Known {
  readonly until: number
  readonly words: readonly string[]
}
// Keywords of a tenant change slowly; the form is opened often.
const knownOf = new WeakMap<object, Known>()

async function keywordsOf(house: EditorHouse, visit: Visit): Promise<readonly string[]> {
  const now = house.now().getTime()
  const known = knownOf.get(visit.site)
  if (known && known.until > now) return known.words
  const found = await house.search.search({ scope: visit.site.id, limit: 0, facetLimit: 300 })
  const words = found.ok ? (found.value.facets.keyword ?? []).map(({ key }) => key) : []
  knownOf.set(visit.site, { until: now + 300_000, words })
  return words
}

type Corner = readonly [number, number]
const corners = (part: unknown): Corner[] =>
  Array.isArray(part) ? (typeof part[0] === 'number' ? [[part[0], Number(part[1])]] : part.flatMap(corners)) : []

/** West, south, east, north of the tenant's area. */
function boundsOfSite(visit: Visit): FieldSurroundings['bounds'] {
  const points = corners(visit.site.area?.coordinates)
  if (points.length === 0) return undefined
  const [first = [0, 0]] = points
  return points.reduce<[number, number, number, number]>(
    ([w, s, e, n], [x, y]) => [Math.min(w, x), Math.min(s, y), Math.max(e, x), Math.max(n, y)],
    [first[0], first[1], first[0], first[1]],
  )
}

/** The place of the tenant first, then those above it and those below. */
function placesAround({ site, sites }: Visit): FieldSurroundings['places'] {
  const ids = [site.id, ...site.ancestors, ...site.within.filter((id) => id !== site.id)]
  return ids.flatMap((id) => {
    const one = sites.byId(id)
    const place = one && officialPlace(one)
    return one && place ? [{ value: place.uri, label: one.name }] : []
  })
}

/** What the fields of a draft need to know: words that others used, those of them that occur in its title and description, the area of the town. */
export async function surroundingsOf(
  house: EditorHouse,
  visit: Visit,
  { draft }: Pick<OpenDraft, 'draft'>,
): Promise<FieldSurroundings> {
  const known = await keywordsOf(house, visit)
  const text = `${titleOf(draft.record, 'de')} ${say(draft.record.description)}`.toLowerCase()
  const taken = new Set(draft.record.keyword.map(({ value }) => value.toLowerCase()))
  const suggested = known.filter((word) => word.length > 3 && text.includes(word.toLowerCase()) && !taken.has(word.toLowerCase()))
  const bounds = boundsOfSite(visit)
  return {
    asset: house.asset,
    knownKeywords: known,
    suggestedKeywords: suggested.slice(0, 5),
    places: placesAround(visit),
    ...(bounds ? { bounds } : {}),
    ...(visit.site.area ? { outline: visit.site.area } : {}),
  }
}
