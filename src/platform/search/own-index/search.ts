import { sortKey } from '../analyzer/fold.ts'
import type { ParsedQuery } from '../analyzer/parse-query.ts'
import type { SearchAnswer, SearchHit, SearchQuery, SearchSort } from '../port.ts'
import { Collector } from './collect.ts'
import { type Filters, makeFilters } from './filters.ts'
import { everything, type List, sizeOf } from './lists.ts'
import { markedTerms } from './marks.ts'
import { groupList, leafDocs, matchAll, matchSome, rarity, type ScaledGroup, withoutExcluded } from './match.ts'
import { mend } from './mend.ts'
import { begunLeaves, expansionsOf, type Group, type Leaf, makePlan, type Plan, rarestPart } from './plan.ts'
import { closelyRead, titleGain } from './rerank.ts'
import { idOf, type Segment, titleOf } from './segment.ts'
import { countersFor, type IndexState, seenIn } from './state.ts'

/** Thrown inside a search that takes longer than it may; becomes the fault `timeout`. */
export class TooSlow extends Error {
  override name = 'TooSlow'
}

/** A word that finds fewer records is searched more widely; one that finds next to nothing may be a typing error. */
const little = 8
const next = 3

/** Answers a question that has been checked and taken apart. */
export function search(state: IndexState, query: SearchQuery, parsed: ParsedQuery, deadline: number): SearchAnswer {
  const filters = makeFilters(query, state.tables, parsed.conditions)
  const plan = makePlan(parsed, query.exact === true, state)
  const inTime = () => {
    if (performance.now() > deadline) throw new TooSlow()
  }
  const found = plan.groups.map((group) =>
    findGroup(group, state, filters, query.exact === true, plan.groups.length === 1, inTime),
  )
  const words = found.length > 0
  const sort: SearchSort | 'newest' =
    query.sort && (query.sort !== 'relevance' || words) ? query.sort : words ? 'relevance' : 'newest'
  const wanted = (query.offset ?? 0) + (query.limit ?? 20)
  const collector = new Collector(
    filters,
    sort,
    sort === 'relevance' ? Math.max(wanted, closelyRead) : wanted,
    countersFor(state),
    query.facetLimit !== 0,
  )
  const nothing = !words && parsed.terms.some((term) => !term.exclude)
  const unsearchable = parsed.typed && !words && parsed.terms.length === 0 && parsed.conditions.length === 0
  let match: 'all' | 'some' = 'all'
  if (!nothing && !unsearchable) {
    collectAll(state, plan, found, collector, inTime)
    const partial = found.length > 1 || found.some(({ group }) => group.mayMend || group.parts.length > 0)
    if (collector.total + collector.missed === 0 && words && partial && query.exact !== true)
      match = collectSome(state, plan, found, collector, inTime)
  }
  return {
    total: collector.total,
    hits: hitsOf(state, collector, sort, found, query),
    facets: facetsOf(state, query),
    match,
    ...told(query, plan, state, filters),
    terms: markedTerms(plan.groups, state, query.exact === true),
  }
}

/** Weighs a group; one that finds little is widened. */
function findGroup(
  group: Group,
  state: IndexState,
  filters: Filters,
  exact: boolean,
  alone: boolean,
  inTime: () => void,
): ScaledGroup {
  if (exact || !group.mayMend) return { group, scale: rarity(group, state) }
  const scale = rarity(group, state)
  const seen = reach(group, scale, state, filters, inTime)
  if (seen >= little) return { group, scale }
  const [word = ''] = group.words
  // Beside other words only the whole question tells whether it finds little: see collectSome.
  const begun = alone ? begunLeaves(word, group.leaves, state) : []
  const more = seen < next && begun.length === 0 ? mend(group, state, filters, seen) : begun
  group.leaves = [...group.leaves, ...more]
  return { group, scale: rarity(group, state) }
}

/** How many documents of a group the asker may see; counts up to `little`. */
function reach(group: Group, scale: number, state: IndexState, filters: Filters, inTime: () => void): number {
  const seenBy = (docsOf: (segment: Segment) => Uint32Array) =>
    state.segments.reduce((seen, segment) => {
      inTime()
      return seen >= little ? seen : seen + seenIn(segment, docsOf(segment), filters, little - seen)
    }, 0)
  // One way of many is mostly enough.
  const one = !group.check && group.leaves.some((leaf) => seenBy((segment) => leafDocs(segment, leaf)) >= little)
  return one ? little : seenBy((segment) => groupList(segment, group, group.leaves, scale, state).docs)
}

const identities = new WeakMap<Segment, List>()
function allOf(segment: Segment): List {
  const known = identities.get(segment) ?? everything(segment.count)
  identities.set(segment, known)
  return known
}

function collectAll(
  state: IndexState,
  plan: Plan,
  found: readonly ScaledGroup[],
  collector: Collector,
  inTime: () => void,
): void {
  state.segments.forEach((segment, i) => {
    inTime()
    const list = found.length > 0 ? matchAll(segment, found, state) : allOf(segment)
    collector.collect(segment, i, withoutExcluded(list, plan, segment, state))
  })
}

/** No record has everything: those with as many groups as possible, compounds also by their parts. */
function collectSome(
  state: IndexState,
  plan: Plan,
  found: readonly ScaledGroup[],
  collector: Collector,
  inTime: () => void,
): 'all' | 'some' {
  for (const { group } of found) {
    const [word = ''] = group.words
    const wider = group.mayMend ? [...begunLeaves(word, group.leaves, state), ...rarestPart(word, state)] : group.parts
    group.leaves = [...group.leaves, ...wider]
  }
  const lists = state.segments.map((segment) =>
    found.map(({ group, scale }) => {
      inTime()
      return groupList(segment, group, group.leaves, scale > 0 ? scale : 1, state)
    }),
  )
  state.segments.forEach((segment, i) => {
    inTime()
    const list = matchSome(segment, lists[i] as List[], found.length)
    if (sizeOf(list) > 0) collector.collect(segment, i, withoutExcluded(list, plan, segment, state))
  })
  return collector.total + collector.missed > 0 ? 'some' : 'all'
}

interface Place {
  readonly segment: Segment
  readonly doc: number
  readonly score: number
}

function hitsOf(
  state: IndexState,
  collector: Collector,
  sort: string,
  found: readonly ScaledGroup[],
  query: SearchQuery,
): SearchHit[] {
  const places: Place[] = collector.tops.flatMap((top) =>
    top.order().map((at) => ({
      segment: state.segments[top.segments[at] as number] as Segment,
      doc: top.docs[at] as number,
      score: sort === 'relevance' ? (top.keys[at] as number) : 0,
    })),
  )
  const ordered =
    sort === 'relevance'
      ? readClosely(places, found, state)
      : sort === 'title' && state.segments.length > 1
        ? byTitle(places)
        : places
  const offset = query.offset ?? 0
  return ordered.slice(offset, offset + (query.limit ?? 20)).map(({ segment, doc, score }) => ({ id: idOf(segment, doc), score }))
}

function readClosely(places: readonly Place[], found: readonly ScaledGroup[], state: IndexState): Place[] {
  const gain = titleGain(
    found.map((one) => one.group),
    state.vocabulary,
  )
  const first = places
    .slice(0, closelyRead)
    .map(({ segment, doc, score }) => ({ segment, doc, score: score * (1 + gain(segment, doc)) }))
  // A raised score never falls below the ones that were not read closely.
  return [...first.sort((a, b) => b.score - a.score), ...places.slice(closelyRead)]
}

function byTitle(places: readonly Place[]): Place[] {
  return places
    .map((place) => ({ place, key: `${sortKey(titleOf(place.segment, place.doc))}\u0000${idOf(place.segment, place.doc)}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ place }) => place)
}

function facetsOf(state: IndexState, query: SearchQuery): SearchAnswer['facets'] {
  const limit = query.facetLimit ?? 10
  return Object.fromEntries(
    state.tables.facetNames.map((name, f) => [
      name,
      state.counters[f]?.best(limit, limit > 0 ? (query.facets?.[name] ?? []) : []) ?? [],
    ]),
  )
}

/** What was searched besides, and the question with its typing errors mended. */
function told(
  query: SearchQuery,
  plan: Plan,
  state: IndexState,
  filters: Filters,
): Pick<SearchAnswer, 'expansions' | 'corrected'> {
  const reached = (leaf: Leaf) => state.segments.some((segment) => seenIn(segment, leafDocs(segment, leaf), filters, 1) > 0)
  const expansions = expansionsOf(plan.groups, reached)
  let corrected = query.text ?? ''
  for (const group of plan.groups) {
    const better = group.leaves.find((leaf) => leaf.why === 'typo')?.shown
    if (better && !group.leaves.some((leaf) => leaf.why === 'word' && reached(leaf)))
      corrected = corrected.replace(group.shown, better)
  }
  return { expansions, ...(corrected !== (query.text ?? '') ? { corrected } : {}) }
}
