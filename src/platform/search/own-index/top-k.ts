/** Keeps the k best of what it is offered: highest key, then highest tie, then lowest hash. Without allocation per offer. */
export class TopK {
  size = 0
  /** What has a lower key need not be offered. */
  floor = Number.NEGATIVE_INFINITY
  readonly capacity: number
  readonly keys: Float64Array
  readonly ties: Float64Array
  readonly hashes: Uint32Array
  readonly docs: Uint32Array
  readonly segments: Uint16Array

  constructor(capacity: number) {
    this.capacity = capacity
    this.keys = new Float64Array(capacity)
    this.ties = new Float64Array(capacity)
    this.hashes = new Uint32Array(capacity)
    this.docs = new Uint32Array(capacity)
    this.segments = new Uint16Array(capacity)
  }

  /** Is place i worse than these values? */
  private worse(i: number, key: number, tie: number, hash: number): boolean {
    const own = this.keys[i] as number
    if (own !== key) return own < key
    const ownTie = this.ties[i] as number
    if (ownTie !== tie) return ownTie < tie
    return (this.hashes[i] as number) > hash
  }

  private put(i: number, key: number, tie: number, hash: number, doc: number, segment: number): void {
    this.keys[i] = key
    this.ties[i] = tie
    this.hashes[i] = hash
    this.docs[i] = doc
    this.segments[i] = segment
  }

  private move(to: number, from: number): void {
    this.put(
      to,
      this.keys[from] as number,
      this.ties[from] as number,
      this.hashes[from] as number,
      this.docs[from] as number,
      this.segments[from] as number,
    )
  }

  offer(key: number, tie: number, hash: number, doc: number, segment: number): void {
    if (this.size < this.capacity) {
      let i = this.size++
      while (i > 0) {
        const parent = (i - 1) >> 1
        if (this.worse(parent, key, tie, hash)) break
        this.move(i, parent)
        i = parent
      }
      this.put(i, key, tie, hash, doc, segment)
      if (this.size === this.capacity) this.floor = this.keys[0] as number
      return
    }
    if (this.capacity === 0 || !this.worse(0, key, tie, hash)) return
    let i = 0
    for (;;) {
      let child = 2 * i + 1
      if (child >= this.size) break
      const right = child + 1
      if (
        right < this.size &&
        this.worse(right, this.keys[child] as number, this.ties[child] as number, this.hashes[child] as number)
      )
        child = right
      if (!this.worse(child, key, tie, hash)) break
      this.move(i, child)
      i = child
    }
    this.put(i, key, tie, hash, doc, segment)
    this.floor = this.keys[0] as number
  }

  /** The places in order, best first. */
  order(): number[] {
    const places = Array.from({ length: this.size }, (_, i) => i)
    return places.sort((a, b) =>
      this.worse(a, this.keys[b] as number, this.ties[b] as number, this.hashes[b] as number) ? 1 : a === b ? 0 : -1,
    )
  }
}
