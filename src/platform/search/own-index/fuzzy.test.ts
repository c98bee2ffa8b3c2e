import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearWords } from './fuzzy.ts'
import { Vocabulary } from './vocabulary.ts'

/** The whole table of distances, every cell of it. */
function distance(a: string, b: string): number {
  const rows = [...Array(a.length + 1).keys()].map((i) => [...Array(b.length + 1).keys()].map((j) => (i === 0 ? j : i)))
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.NaN
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const cell = Math.min(
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      )
      ;(rows[i] as number[])[j] = cell
    }
  return at(a.length, b.length)
}

test('words near to one that was typed are those of the whole table, also words that came after the sorting', () => {
  let seed = 7
  const random = (most: number) => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed % most
  }
  // Three letters and short words: most pairs are near, with every kind of error.
  const made = () => Array.from({ length: 1 + random(9) }, () => 'abc'[random(3)]).join('')
  const words = [...new Set(Array.from({ length: 600 }, made))]
  const vocabulary = new Vocabulary()
  for (const word of words) {
    const codes = Uint16Array.from(word, (letter) => letter.charCodeAt(0))
    vocabulary.add(codes, codes.length, word, 0, word.length)
  }
  const order = [...words.keys()].slice(0, 500)
  vocabulary.sorted = Uint32Array.from(order.sort((a, b) => ((words[a] as string) < (words[b] as string) ? -1 : 1)))
  for (const typed of Array.from({ length: 60 }, made))
    for (const errors of [1, 2]) {
      const found = nearWords(vocabulary, typed, errors).map((one) => `${words[one.word]} ${one.distance}`)
      const expected = words
        .map((word) => `${word} ${distance(typed, word)}`)
        .filter((one) => Number(one.split(' ')[1]) <= errors)
      assert.deepEqual(found.sort(), expected.sort(), `${typed}, ${errors}`)
    }
})
