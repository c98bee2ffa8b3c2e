import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { exampleFile } from './discover-example-file.ts'
import type { Examples } from './examples.ts'

/** A folder of components with what it shows. */
export interface FoundExamples {
  readonly name: string
  readonly examples: Examples
}

const isExamples = (value: unknown): value is Examples => typeof value === 'function'

/**
 * Reads `<dir>/<name>/<name>.examples.(tsx|js)` of every folder, in the order of the names.
 * A folder without examples is left out; a file without `export const examples` is a fault of the build and throws.
 */
export async function discoverExamples(dir: string): Promise<readonly FoundExamples[]> {
  const folders = (await readdir(dir, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const found = folders.map(async ({ name }) => {
    const files = await readdir(path.join(dir, name))
    const file = files.find((one) => one === `${name}.examples.js` || one === `${name}.examples.tsx`)
    if (!file) return undefined
    const loaded = await exampleFile(path.join(dir, name, file))
    if (!isExamples(loaded.examples)) throw new Error(`${name}/${file} has to export the function "examples"`)
    return { name, examples: loaded.examples }
  })
  return (await Promise.all(found)).filter((one) => one !== undefined).sort((a, b) => (a.name < b.name ? -1 : 1))
}
