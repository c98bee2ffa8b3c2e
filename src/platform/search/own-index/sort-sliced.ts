const chunk = 16_384

/** Sorts the numbers 0..n-1 by `less`-than text keys in slices, so that questions can be answered in between. Gives the order. */
export function* sortSliced(keys: readonly string[]): Generator<void, Uint32Array> {
  const total = keys.length
  let order = new Uint32Array(total)
  const compare = (a: number, b: number) => {
    const x = keys[a] as string
    const y = keys[b] as string
    return x < y ? -1 : x > y ? 1 : a - b
  }
  for (let i = 0; i < total; i++) order[i] = i
  for (let from = 0; from < total; from += chunk) {
    order.subarray(from, Math.min(from + chunk, total)).sort(compare)
    yield
  }
  for (let width = chunk; width < total; width *= 2) {
    const merged = new Uint32Array(total)
    for (let from = 0; from < total; from += 2 * width) {
      const middle = Math.min(from + width, total)
      const end = Math.min(from + 2 * width, total)
      let left = from
      let right = middle
      for (let at = from; at < end; at++) {
        const takeLeft = right >= end || (left < middle && compare(order[left] as number, order[right] as number) <= 0)
        merged[at] = order[takeLeft ? left++ : right++] as number
        if ((at & 0x3fff) === 0) yield
      }
    }
    order = merged
  }
  return order
}
