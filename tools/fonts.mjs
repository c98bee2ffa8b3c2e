// Cuts the typeface into a small file with the letters of European languages and the whole file for everything else.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import subset from 'subset-font'

/** The faces we set; Medium stands on maps only. */
export const faces = ['Regular', 'Italic', 'Medium', 'SemiBold']

/** Basic Latin to Latin Extended-A, the comma-below letters, typographic marks, superscripts, euro, arrows and a few signs. */
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x18f, 0x18f],
  [0x218, 0x21b],
  [0x259, 0x259],
  [0x1e9e, 0x1e9e],
  [0x2010, 0x2015],
  [0x2018, 0x2022],
  [0x2026, 0x2026],
  [0x202f, 0x2030],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x2044, 0x2044],
  [0x2070, 0x2079],
  [0x2080, 0x2089],
  [0x20ac, 0x20ac],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2248, 0x2248],
  [0x2260, 0x2265],
]
const hex = (n) => n.toString(16).toUpperCase()
/** What the small files hold, as css. */
export const smallRange = ranges.map(([a, b]) => (a === b ? `U+${hex(a)}` : `U+${hex(a)}-${hex(b)}`)).join(',')
/** The complement up to the end of the basic plane: the browser loads the whole file only for a letter from here. */
export const restRange = ranges
  .map(([, end], i) => [end + 1, (ranges[i + 1]?.[0] ?? 0x10000) - 1])
  .filter(([a, b]) => a <= b && a < 0xe000)
  .map(([a, b]) => (a === b ? `U+${hex(a)}` : `U+${hex(a)}-${hex(b)}`))
  .join(',')

const letters = ranges.flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, i) => String.fromCodePoint(a + i))).join('')
const features = ['kern', 'liga', 'tnum', 'lnum', 'pnum', 'locl', 'mark', 'mkmk', 'ccmp']

/** The small file of a face; kept in `cache`, because cutting takes a moment and the result never changes. */
export async function smallFace(file, cache) {
  const source = readFileSync(file)
  const key = createHash('sha256').update(source).update(letters).update(features.join()).digest('hex').slice(0, 16)
  const kept = path.join(cache, `${path.basename(file, '.woff2')}-${key}.woff2`)
  if (existsSync(kept)) return readFileSync(kept)
  const small = await subset(source, letters, { targetFormat: 'woff2', keepFeatures: features })
  mkdirSync(cache, { recursive: true })
  writeFileSync(kept, small)
  return small
}
