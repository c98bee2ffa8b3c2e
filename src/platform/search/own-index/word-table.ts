import { GrowU16, GrowU32 } from './growable.ts'

const scratch = new Uint16Array(512)

/** Every different word once, with a running number. Hash table over characters in one pool: nothing to parse when a snapshot is loaded. */
export class WordTable {
  readonly pool: GrowU16
  /** Where each word begins in the pool; one entry more than words. */
  readonly starts: GrowU32
  /** Open addressing: word number + 1, 0 for free. */
  slots: Uint32Array

  constructor(pool?: Uint16Array, starts?: Uint32Array, slots?: Uint32Array) {
    this.pool = pool ? new GrowU16(pool, pool.length) : new GrowU16()
    this.starts = starts ? new GrowU32(starts, starts.length) : new GrowU32()
    if (!starts) this.starts.push(0)
    this.slots = slots ?? new Uint32Array(4096)
  }

  get size(): number {
    return this.starts.length - 1
  }

  private slotOf(codes: Uint16Array, length: number): number {
    let hash = 0x811c9dc5
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ (codes[i] as number), 0x01000193)
    hash ^= hash >>> 15
    const mask = this.slots.length - 1
    const { pool, starts, slots } = this
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const entry = slots[at] as number
      if (entry === 0) return at
      const from = starts.data[entry - 1] as number
      if ((starts.data[entry] as number) - from !== length) continue
      let i = 0
      while (i < length && pool.data[from + i] === codes[i]) i++
      if (i === length) return at
    }
  }

  /** Number of a word, or -1. */
  find(codes: Uint16Array, length: number): number {
    return (this.slots[this.slotOf(codes, length)] as number) - 1
  }

  /** Number of a word, or -1. */
  findText(text: string): number {
    return this.find(scratch, load(text))
  }

  /** Number of a word; a new one gets the next number. */
  add(codes: Uint16Array, length: number): number {
    let slot = this.slotOf(codes, length)
    const entry = this.slots[slot] as number
    if (entry !== 0) return entry - 1
    if ((this.size + 1) * 2 > this.slots.length) {
      this.grow()
      slot = this.slotOf(codes, length)
    }
    this.pool.append(codes, length)
    this.starts.push(this.pool.length)
    this.slots[slot] = this.size
    return this.size - 1
  }

  addText(text: string): number {
    return this.add(scratch, load(text))
  }

  /** The word behind a number. */
  word(id: number): string {
    return String.fromCharCode.apply(
      null,
      this.pool.data.subarray(this.starts.data[id], this.starts.data[id + 1]) as unknown as number[],
    )
  }

  private grow(): void {
    const old = this.slots
    this.slots = new Uint32Array(old.length * 2)
    for (const entry of old) {
      if (entry === 0) continue
      const codes = this.pool.data.subarray(this.starts.data[entry - 1], this.starts.data[entry])
      this.slots[this.slotOf(codes, codes.length)] = entry
    }
  }
}

/** Puts a text of at most 512 characters where the table reads it; gives the length. */
function load(text: string): number {
  const length = Math.min(text.length, scratch.length)
  for (let i = 0; i < length; i++) scratch[i] = text.charCodeAt(i)
  return length
}
