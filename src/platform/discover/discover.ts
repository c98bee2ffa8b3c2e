import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { fail, type Result } from '#kernel/result.ts'
import { slotModule } from './slot-module.ts'

/** A slot folder that could not be used, and why. The others go on without it. */
export interface BrokenSlot {
  readonly folder: string
  readonly reason: string
}

/** What lay in the folder: the sound slots sorted by id, and the broken ones by name. */
export interface Discovered<T> {
  readonly slots: readonly T[]
  readonly broken: readonly BrokenSlot[]
}

/** Looks at a slot's default export: gives it back typed, or says in one sentence what is wrong with its shape. */
export type ShapeCheck<T> = (exported: unknown) => Result<T, string>

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** The entry as it runs here: built (`.js`), or the source itself while developing (`.ts`). */
function entryFile(folder: string, entry: string): string | undefined {
  return ['.js', '.ts'].map((ending) => path.join(folder, entry + ending)).find((file) => existsSync(file))
}

async function load<T extends { readonly id: string }>(
  folder: string,
  entry: string,
  check: ShapeCheck<T>,
): Promise<Result<T, string>> {
  const file = entryFile(folder, entry)
  if (!file) return fail(`${entry}.ts is missing`)
  try {
    const module = await slotModule(file)
    if (module.default === undefined) return fail(`${entry}.ts has no default export`)
    const slot = check(module.default)
    const name = path.basename(folder)
    // The name is the address: whoever reads an id finds its folder.
    if (slot.ok && slot.value.id !== name)
      return fail(`its id is "${slot.value.id}", its folder is called "${name}": they must be the same`)
    return slot
  } catch (error) {
    return fail(reasonOf(error))
  }
}

/**
 * Reads `<dir>/<slot>/<entry>` of every folder in `dir` at start. Nothing else has to know a slot: adding a folder adds it.
 * `dir` is a path or a file URL; a folder that does not exist holds no slots. Never throws for a slot's fault.
 */
export async function discover<T extends { readonly id: string }>(
  dir: string | URL,
  entry: string,
  check: ShapeCheck<T>,
): Promise<Discovered<T>> {
  const place = typeof dir === 'string' ? dir : fileURLToPath(dir)
  if (!existsSync(place)) return { slots: [], broken: [] }
  const folders = readdirSync(place, { withFileTypes: true }).filter((item) => item.isDirectory() && !item.name.startsWith('.'))
  const slots: T[] = []
  const broken: BrokenSlot[] = []
  for (const { name } of folders.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const slot = await load(path.join(place, name), entry, check)
    if (slot.ok) slots.push(slot.value)
    else broken.push({ folder: name, reason: slot.error })
  }
  return { slots, broken }
}
