// Typed arrays that grow by doubling. `view()` gives what is filled without copying; it is stale after the next push.

/** Growing Uint32Array. */
export class GrowU32 {
  data: Uint32Array
  length: number
  constructor(data: Uint32Array = new Uint32Array(1024), length = 0) {
    this.data = data
    this.length = length
  }
  reserve(more: number): void {
    const needed = this.length + more
    if (needed <= this.data.length) return
    const bigger = new Uint32Array(Math.max(needed, this.data.length * 2, 16))
    bigger.set(this.data.subarray(0, this.length))
    this.data = bigger
  }
  push(value: number): void {
    if (this.length === this.data.length) this.reserve(1)
    this.data[this.length++] = value
  }
  append(values: Uint32Array): void {
    this.reserve(values.length)
    this.data.set(values, this.length)
    this.length += values.length
  }
  view(): Uint32Array {
    return this.data.subarray(0, this.length)
  }
}

const doubled = (size: number) => 2 ** Math.ceil(Math.log2(Math.max(size, 1024)))

/** Working memory: `room` gives at least so many places, with what was there before left in them; stale after the next call. */
export class Spare<T extends Uint16Array | Uint32Array | Float32Array> {
  private data: T
  private readonly make: (size: number) => T
  constructor(make: (size: number) => T) {
    this.make = make
    this.data = make(0)
  }
  room(size: number): T {
    if (this.data.length < size) this.data = this.make(doubled(size))
    return this.data
  }
}

/** Growing Uint16Array, for characters. */
export class GrowU16 {
  data: Uint16Array
  length: number
  constructor(data: Uint16Array = new Uint16Array(4096), length = 0) {
    this.data = data
    this.length = length
  }
  append(values: Uint16Array, count: number): void {
    if (this.length + count > this.data.length) {
      const bigger = new Uint16Array(Math.max(this.length + count, this.data.length * 2))
      bigger.set(this.data.subarray(0, this.length))
      this.data = bigger
    }
    for (let i = 0; i < count; i++) this.data[this.length + i] = values[i] as number
    this.length += count
  }
  view(): Uint16Array {
    return this.data.subarray(0, this.length)
  }
}

/** Growing byte array. */
export class GrowU8 {
  data: Uint8Array
  length: number
  constructor(data: Uint8Array = new Uint8Array(4096), length = 0) {
    this.data = data
    this.length = length
  }
  reserve(more: number): void {
    if (this.length + more <= this.data.length) return
    const bigger = new Uint8Array(Math.max(this.length + more, this.data.length * 2))
    bigger.set(this.data.subarray(0, this.length))
    this.data = bigger
  }
  push(value: number): void {
    if (this.length === this.data.length) this.reserve(1)
    this.data[this.length++] = value
  }
  append(values: Uint8Array): void {
    this.reserve(values.length)
    this.data.set(values, this.length)
    this.length += values.length
  }
  view(): Uint8Array {
    return this.data.subarray(0, this.length)
  }
}
