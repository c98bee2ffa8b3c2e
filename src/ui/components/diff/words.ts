/** A run of words that both texts share, or that only one of them has. */
export interface Piece {
  readonly kind: 'same' | 'del' | 'ins'
  readonly text: string
}

/** Words with the space behind them, so that joined pieces give the text again. */
const split = (text: string): string[] => text.match(/\s*\S+\s*/g) ?? (text === '' ? [] : [text])

/** Beyond this many comparisons the changed middle is shown as one piece: nobody reads that finely, and a page must not wait. */
const limit = 1_000_000

/** Length of the longest common run of words from (i, j) on, at `i * (b.length + 1) + j`. */
function table(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1
  const cells = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => cells[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      cells[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  return cells
}

function* walk(a: readonly string[], b: readonly string[]): Generator<Piece> {
  if (a.length * b.length > limit) {
    yield { kind: 'del', text: a.join('') }
    yield { kind: 'ins', text: b.join('') }
    return
  }
  const cells = table(a, b)
  const longest = (i: number, j: number) => cells[i * (b.length + 1) + j] ?? 0
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const left = a[i]
    const right = b[j]
    if (left !== undefined && left === right) {
      yield { kind: 'same', text: left }
      i++
      j++
    } else if (left !== undefined && (right === undefined || longest(i + 1, j) >= longest(i, j + 1))) {
      yield { kind: 'del', text: left }
      i++
    } else {
      yield { kind: 'ins', text: right ?? '' }
      j++
    }
  }
}

/** What became of a text, word by word; pieces in reading order, neighbours of one kind joined. */
export function wordDiff(before: string, after: string): readonly Piece[] {
  const a = split(before)
  const b = split(after)
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const pieces: Piece[] = []
  const add = (piece: Piece) => {
    const last = pieces.at(-1)
    if (piece.text === '') return
    if (last?.kind === piece.kind) pieces[pieces.length - 1] = { kind: piece.kind, text: last.text + piece.text }
    else pieces.push(piece)
  }
  add({ kind: 'same', text: a.slice(0, start).join('') })
  for (const piece of walk(a.slice(start, a.length - end), b.slice(start, b.length - end))) add(piece)
  add({ kind: 'same', text: a.slice(a.length - end).join('') })
  return pieces
}
