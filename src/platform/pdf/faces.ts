import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

/** The typeface of the house as a PDF embeds it. */
export interface Faces {
  readonly regular: Buffer
  readonly bold: Buffer
}

// Latin with all letters of European languages, and the marks of our texts. What is not in it is printed as a box.
const letters = (): string => {
  const ranges = [
    [0x20, 0x7e],
    [0xa0, 0x17f],
    [0x218, 0x21b],
    [0x1e9e, 0x1e9e],
    [0x2010, 0x2015],
    [0x2018, 0x2022],
    [0x2026, 0x2026],
    [0x202f, 0x202f],
    [0x20ac, 0x20ac],
  ] as const
  return ranges.flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, i) => String.fromCodePoint(a + i))).join('')
}

let made: Promise<Faces> | undefined

async function face(name: string): Promise<Buffer> {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@kern-ux/native/package.json'))
  const { default: subset } = await import('subset-font')
  const file = await readFile(path.join(folder, 'dist/fonts/fira-sans', `FiraSans-${name}.woff2`))
  return subset(file, letters(), { targetFormat: 'truetype' })
}

/** Fira Sans, unpacked once in a process: PDF knows no WOFF2. */
export function faces(): Promise<Faces> {
  made ??= Promise.all([face('Regular'), face('SemiBold')]).then(([regular, bold]) => ({ regular, bold }))
  return made
}
