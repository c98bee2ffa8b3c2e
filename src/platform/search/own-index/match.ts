import { checker } from './check.ts'
import { addedTo, emptyList, keep, type List, sizeOf, unite, without } from './lists.ts'
import type { Group, Leaf, Plan } from './plan.ts'
import { postingsOf, withAll } from './postings.ts'
import { frequency, type Segment } from './segment.ts'
import { documentCount, type IndexState } from './state.ts'

/** A group, and what a match of it counts. */
export interface ScaledGroup {
  readonly group: Group
  readonly scale: number
}

/** How much a rare thing counts more than a common one (BM25). */
export function rarity(group: Group, state: IndexState): number {
  const total = documentCount(state)
  const count = (leaf: Leaf) =>
    Math.min(...leaf.terms.map((term) => state.segments.reduce((sum, segment) => sum + frequency(segment, term), 0)))
  const most = Math.max(0, ...group.leaves.filter((leaf) => leaf.weight >= 0.4 || group.leaves.length === 1).map(count))
  return Math.log(1 + (total - Math.min(most, total) + 0.5) / (Math.min(most, total) + 0.5))
}

function leafList(segment: Segment, leaf: Leaf, scale: number, within?: List): List {
  const weight = (scale * leaf.weight) / leaf.terms.length / 255
  return withAll(
    leaf.terms.map((term) => postingsOf(segment, term)),
    weight,
    within,
  )
}

/** Documents of a leaf, without working out scores where that can be left. */
export function leafDocs(segment: Segment, leaf: Leaf): Uint32Array {
  const [term] = leaf.terms
  return term !== undefined && leaf.terms.length === 1 ? postingsOf(segment, term).docs : leafList(segment, leaf, 1).docs
}

/** Documents of a segment that satisfy a group in one way or another, each with the best score; `within` leaves those of a list. */
export function groupList(
  segment: Segment,
  group: Group,
  leaves: readonly Leaf[],
  scale: number,
  state: IndexState,
  within?: List,
): List {
  const found = unite(leaves.map((leaf) => leafList(segment, leaf, scale, within)))
  if (!group.check || sizeOf(found) === 0) return found
  return keep(found, checker(group, group.check, segment, state.vocabulary))
}

/** At most so many documents satisfy a group. */
function mostOf(segment: Segment, group: Group): number {
  return group.leaves.reduce((sum, leaf) => sum + Math.min(...leaf.terms.map((term) => frequency(segment, term))), 0)
}

/** Documents that satisfy all groups, scores added: the rarest group is read, the others only where it leads. */
export function matchAll(segment: Segment, groups: readonly ScaledGroup[], state: IndexState): List {
  const [first, ...rest] = groups.map((one) => ({ ...one, most: mostOf(segment, one.group) })).sort((a, b) => a.most - b.most)
  if (!first) return emptyList
  return rest.reduce(
    (found, { group, scale }) =>
      sizeOf(found) === 0 ? found : addedTo(found, groupList(segment, group, group.leaves, scale, state, found)),
    groupList(segment, first.group, first.group.leaves, first.scale, state),
  )
}

/** The documents without those of the excluded groups. */
export function withoutExcluded(list: List, plan: Plan, segment: Segment, state: IndexState): List {
  return plan.excluded.reduce(
    (rest, group) => (sizeOf(rest) === 0 ? rest : without(rest, groupList(segment, group, group.leaves, 1, state))),
    list,
  )
}

/** Documents that satisfy any group; the score falls with what is missing. */
export function matchSome(segment: Segment, lists: readonly List[], groups: number): List {
  const scores = new Float32Array(segment.count)
  const hits = new Uint8Array(segment.count)
  let size = 0
  for (const list of lists)
    for (let i = 0; i < list.docs.length; i++) {
      const doc = (list.docs[i] as number) | 0
      scores[doc] = (scores[doc] as number) + (list.values[i] as number)
      if (hits[doc] === 0) size++
      hits[doc] = (hits[doc] as number) + 1
    }
  const docs = new Uint32Array(size)
  const values = new Float32Array(size)
  let count = 0
  for (let doc = 0; count < size; doc++) {
    const hit = hits[doc] as number
    if (hit === 0) continue
    docs[count] = doc
    values[count++] = (scores[doc] as number) * (hit / groups)
  }
  return { docs, values }
}
