import type { SearchDocument } from '../port.ts'
import { GrowU32 } from './growable.ts'

/** Facets with more different value sets than this are counted value by value. */
export const manySets = 65_536

/** The values of one filter (a facet, or the scopes), and every set of values that some document has. Both only grow. */
export class ValueSets {
  readonly values: string[]
  readonly starts: GrowU32
  readonly members: GrowU32
  private ordinals: Map<string, number> | undefined
  private sets: Map<string, number> | undefined

  constructor(values: string[] = [], starts?: Uint32Array, members?: Uint32Array) {
    this.values = values
    this.starts = starts ? new GrowU32(starts, starts.length) : new GrowU32(new Uint32Array(64))
    this.members = members ? new GrowU32(members, members.length) : new GrowU32(new Uint32Array(64))
    if (starts) return
    // Set 0 is the empty one.
    this.starts.push(0)
    this.starts.push(0)
  }

  get setCount(): number {
    return this.starts.length - 1
  }

  /** Number of a value, or undefined. The map is made when it is first asked for, so that loading stays quick. */
  ordinal(value: string): number | undefined {
    this.ordinals ??= new Map(this.values.map((known, i) => [known, i]))
    return this.ordinals.get(value)
  }

  private addValue(value: string): number {
    const known = this.ordinal(value)
    if (known !== undefined) return known
    this.values.push(value)
    this.ordinals?.set(value, this.values.length - 1)
    return this.values.length - 1
  }

  /** Number of a set of values; equal sets get the same number while there are not too many. */
  addSet(values: readonly string[]): number {
    if (values.length === 0) return 0
    const members = [...new Set(values.map((value) => this.addValue(value)))].sort((a, b) => a - b)
    const sets = this.knownSets()
    const key = members.join(' ')
    const known = sets.get(key)
    if (known !== undefined) return known
    const number = this.setCount
    for (const member of members) this.members.push(member)
    this.starts.push(this.members.length)
    if (sets.size < manySets) sets.set(key, number)
    return number
  }

  private knownSets(): Map<string, number> {
    if (this.sets) return this.sets
    this.sets = new Map()
    const count = Math.min(this.setCount, manySets)
    for (let set = 1; set < count; set++)
      this.sets.set(this.members.data.subarray(this.starts.data[set], this.starts.data[set + 1]).join(' '), set)
    return this.sets
  }

  private readonly single = new Map<number, Uint8Array>()
  /** As `setsWith` for one value; kept, since the same scopes are asked again and again. */
  setsWithOne(value: number): Uint8Array {
    const known = this.single.get(value)
    if (known?.length === this.setCount) return known
    const made = this.setsWith([value])
    if (this.single.size >= 1_000) this.single.clear()
    this.single.set(value, made)
    return made
  }

  /** One byte per value: is it one of these? */
  marked(values: Iterable<number>): Uint8Array {
    const wanted = new Uint8Array(this.values.length)
    for (const value of values) wanted[value] = 1
    return wanted
  }

  /** One byte per set: does it hold one of the values? */
  setsWith(values: Iterable<number>): Uint8Array {
    const wanted = this.marked(values)
    const allowed = new Uint8Array(this.setCount)
    const starts = this.starts.data
    const members = this.members.data
    for (let set = 0; set < allowed.length; set++)
      for (let i = starts[set] as number, end = starts[set + 1] as number; i < end; i++)
        allowed[set] = (allowed[set] as number) | (wanted[members[i] as number] as number)
    return allowed
  }
}

/** Names that become bits or bytes in a row: flags (24 bits) and kinds (8 bits). */
export interface NameTables {
  readonly flags: string[]
  readonly kinds: string[]
}

/** What all segments share to filter and count: scopes, kinds, flags, facets. A document keeps the numbers only. */
export class FilterTables {
  readonly scopes: ValueSets
  readonly facets: readonly ValueSets[]
  readonly names: NameTables
  readonly facetNames: readonly string[]

  constructor(facetNames: readonly string[], scopes = new ValueSets(), facets?: readonly ValueSets[], names?: NameTables) {
    this.facetNames = facetNames
    this.scopes = scopes
    this.facets = facets ?? facetNames.map(() => new ValueSets())
    this.names = names ?? { flags: [], kinds: [] }
  }

  /** Number of the set of values that a document has in a facet. */
  facetSet(facet: number, document: SearchDocument): number {
    return (this.facets[facet] as ValueSets).addSet(document.facets[this.facetNames[facet] as string] ?? [])
  }

  /** Flags of a document (24 bits) below its kind (8 bits). */
  marks(document: SearchDocument): number {
    let bits = (numberOf(this.names.kinds, document.kind, 256) << 24) >>> 0
    for (const flag of document.flags) bits |= 1 << numberOf(this.names.flags, flag, 24)
    return bits >>> 0
  }
}

function numberOf(names: string[], name: string, most: number): number {
  const known = names.indexOf(name)
  if (known >= 0) return known
  if (names.length >= most)
    throw new RangeError(`the index knows at most ${most} different names of this sort; "${name}" is one too many`)
  return names.push(name) - 1
}
