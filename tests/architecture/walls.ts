import { type Import, importsOf } from './imports.ts'
import { floorOf, isTest, mayUse, pointsAt, type Room, roomBehind, roomOf, slotOf } from './rooms.ts'
import type { Fault, SourceFile, Tree } from './tree.ts'

interface Step {
  readonly file: SourceFile
  readonly room: Room
  readonly specifier: string
  readonly line: number
}

/** The TypeScript files that walls apply to. */
export const sources = (tree: Tree): SourceFile[] =>
  tree.files.filter((f) => /^(src|tests|tools|bench)\/.*\.tsx?$/.test(f.path) && !f.path.endsWith('.d.ts'))

/** The modules that exist, by the folders below `src/modules`. */
const modulesOf = (tree: Tree) => new Set(tree.files.flatMap((f) => /^src\/modules\/([^/]+)\//.exec(f.path)?.[1] ?? []))

// Files that look into folders at start are called discover..., so that nobody overlooks them.
const places = /^src\/(?:platform\/discover\/|(?:.+\/)?discover-[\w-]+\.ts$|[^/]+\.ts$)|^(?:tests|tools|bench)\//

function steps(tree: Tree, fault: (file: SourceFile, line: number, says: string) => void): Step[] {
  const out: Step[] = []
  for (const file of sources(tree)) {
    const room = roomOf(file.path)
    if (!room) {
      fault(file, 1, 'lies on no floor of the house')
      continue
    }
    for (const { specifier, line } of importsOf(file)) {
      if (specifier !== undefined) out.push({ file, room, specifier, line })
      else if (!places.test(file.path) && !isTest(file.path))
        fault(file, line, 'an import worked out at run time belongs to platform/discover, or into a file called discover-...')
    }
  }
  return out
}

function relativeFault({ file, room, specifier }: Step): string | undefined {
  const target = pointsAt(file.path, specifier)
  if (roomOf(target) !== room) return `the relative path ${specifier} leaves the room ${room}: use its door`
  const slot = slotOf(target)
  if (slot && slot !== slotOf(file.path)) {
    if (slotOf(file.path)) return `a slot imports its sibling ${slot}`
    if (!isTest(file.path)) return `only platform/discover opens a slot, not ${specifier}`
  }
  return undefined
}

function doorFault({ file, room, specifier }: Step, modules: ReadonlySet<string>): string | undefined {
  const target = roomBehind(specifier, modules)
  if (!target) return `no room stands behind ${specifier}`
  if (/^#(plaques|interop)\//.test(specifier) && !['app', 'tests', 'tools', 'bench'].includes(room) && !isTest(file.path))
    return `${specifier} is a plaque: only app.ts, main.ts, tools and tests read it`
  if (isTest(file.path)) return undefined
  return mayUse(room, target) ? undefined : `${room} may not use ${target} (${specifier})`
}

/** A file imports from the rooms that the table grants, through doors; a relative path stays in its room; a slot knows no sibling. */
export function wallFaults(tree: Tree): Fault[] {
  const faults: Fault[] = []
  const modules = modulesOf(tree)
  const fault = (file: SourceFile, line: number, says: string) => faults.push({ file: file.path, line, says })
  for (const step of steps(tree, fault)) {
    let says: string | undefined
    if (step.specifier.startsWith('.')) says = relativeFault(step)
    else if (step.specifier.startsWith('#')) says = doorFault(step, modules)
    else if (step.room === 'kernel' && !isTest(step.file.path)) says = `kernel uses nothing, not ${step.specifier}`
    if (says) fault(step.file, step.line, says)
  }
  return faults
}

const inModel = /^(src\/modules\/.+?\/model)\//

function modelFault(file: string, model: string, { specifier = '' }: Import): string | undefined {
  if (specifier.startsWith('#kernel/')) return undefined
  if (specifier.startsWith('.') && pointsAt(file, specifier).startsWith(`${model}/`)) return undefined
  return `model/ imports kernel and itself, not ${specifier}`
}

function islandFault(file: string, { specifier = '' }: Import): string | undefined {
  if (specifier.startsWith('#kernel/') || specifier.endsWith('.island.css')) return undefined
  // Rules import the kernel and themselves only, so they run in a browser as they are: whoever counts again counts by the same code.
  if (specifier.startsWith('.') && inModel.test(pointsAt(file, specifier))) return undefined
  if (/^[.#]/.test(specifier))
    return /\.island\.tsx?$/.test(specifier)
      ? undefined
      : `an island imports kernel and other islands, or rules of its room, not ${specifier}`
  return specifier.startsWith('node:') ? `${specifier} does not exist in a browser (${file})` : undefined
}

/** Rules stay free of pages, databases and standards; browser code stays free of the server. Packages are open to islands, not to rules. */
export function quietRoomFaults(tree: Tree): Fault[] {
  const faults: Fault[] = []
  for (const file of sources(tree)) {
    if (isTest(file.path)) continue
    const model = inModel.exec(file.path)?.[1]
    const island = /\.island\.tsx?$/.test(file.path)
    if (!model && !island) continue
    for (const step of importsOf(file)) {
      const says = model ? modelFault(file.path, model, step) : islandFault(file.path, step)
      if (says) faults.push({ file: file.path, line: step.line, says })
    }
  }
  return faults
}

/** The rooms and whom they use form no circle. */
export function circleFaults(tree: Tree): Fault[] {
  const modules = modulesOf(tree)
  const uses = new Map<Room, Map<Room, string>>()
  for (const { file, room, specifier } of steps(tree, () => {})) {
    if (!specifier.startsWith('#') || isTest(file.path) || ['app', 'tests', 'tools', 'bench'].includes(floorOf(room))) continue
    const to = roomBehind(specifier, modules)
    if (!to || to === room) continue
    const known = uses.get(room) ?? new Map<Room, string>()
    known.set(to, file.path)
    uses.set(room, known)
  }
  const faults: Fault[] = []
  const done = new Set<Room>()
  const visit = (room: Room, way: readonly Room[]) => {
    const at = way.indexOf(room)
    if (at >= 0)
      faults.push({
        file: uses.get(room)?.values().next().value ?? room,
        says: `circle: ${[...way.slice(at), room].join(' -> ')}`,
      })
    if (at >= 0 || done.has(room)) return
    for (const next of uses.get(room)?.keys() ?? []) visit(next, [...way, room])
    done.add(room)
  }
  for (const room of uses.keys()) visit(room, [])
  return faults
}
