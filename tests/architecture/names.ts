import { isTest, roomOf, slotNames } from './rooms.ts'
import { prefixOf } from './sql.ts'
import { type Fault, lineAt, type SourceFile, type Tree } from './tree.ts'
import { views } from './views.ts'
import { sources } from './walls.ts'

const attic = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'lib', 'libs'])

/** No folder or file is called after nothing. */
export function atticFaults(tree: Tree): Fault[] {
  return tree.files.flatMap((file) => {
    const word = file.path.split(/[/.\-_]/).find((part) => attic.has(part.toLowerCase()))
    return word
      ? [{ file: file.path, says: `"${word}" says nothing: name it after what it holds, or leave it where it is used` }]
      : []
  })
}

const door = /^src\/(?:standards\/[^/]+|platform\/[^/]+|modules\/[^/]+|shell)\/index\.ts$/
const reExport = /export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+['"][^'"]+['"];?/g

/** Only doors are called index.ts, and a door holds nothing but re-exports. */
export function doorFaults(tree: Tree): Fault[] {
  const faults: Fault[] = []
  for (const file of sources(tree)) {
    if (!/(?:^|\/)index\.tsx?$/.test(file.path)) continue
    if (!door.test(file.path)) faults.push({ file: file.path, says: 'only the door of a room is called index.ts' })
    else if (views(file.text).spoken.replace(reExport, '').trim())
      faults.push({ file: file.path, says: 'a door holds re-exports only, no logic' })
  }
  return faults
}

const slotEntry = new RegExp(`^src/modules/[^/]+/(?:${slotNames.join('|')})/[^/]+/[^/]+\\.ts$`)

/** Exports have names; a default export marks the entry of a slot and nothing else. */
export function defaultExportFaults(tree: Tree): Fault[] {
  return sources(tree).flatMap((file) => {
    const match = /^[ \t]*export\s+(?:default\b|\{[^}]*\bas\s+default\b)/m.exec(views(file.text).bare)
    if (!match || slotEntry.test(file.path)) return []
    return [
      { file: file.path, line: lineAt(file.text, match.index), says: 'a default export marks a slot entry only: give it a name' },
    ]
  })
}

const quotedName = /['"]([a-z][a-z0-9-]*)\/([a-z][a-z0-9-]*)['"]/g
const permission = /\bpermissions?:\s*(?:\[[^\]]*\]|['"][^'"\n]*['"])/g
const metric = /\bnew\s+(?:\w+\.)?(?:Counter|Gauge|Histogram|Summary)(?:<[^(]*>)?\(\s*\{[^}]*?\bname:\s*['"]([a-z0-9_]+)['"]/g

function leavingNames(file: SourceFile): { name: string; room: string; index: number; kind: string }[] {
  const { spoken } = views(file.text)
  const named = (kind: string, text: string, at = 0) =>
    [...text.matchAll(quotedName)].map((m) => ({ name: `${m[1]}/${m[2]}`, room: m[1] ?? '', index: at + m.index, kind }))
  const known = /\/(events|errors|policies)\.ts$/.exec(file.path)?.[1]
  const listed = known ? named(known.replace(/ies$/, 'y').replace(/s$/, ''), spoken) : []
  const granted = [...spoken.matchAll(permission)].flatMap((m) => named('permission', m[0], m.index))
  const counted = [...spoken.matchAll(metric)].map((m) => ({
    name: m[1] ?? '',
    room: (m[1] ?? '').split('_')[0] ?? '',
    index: m.index,
    kind: 'metric',
  }))
  return [...listed, ...granted, ...counted]
}

/** Events, errors, permissions and metrics begin with their room (a slot's with its module). */
export function prefixFaults(tree: Tree): Fault[] {
  const faults: Fault[] = []
  for (const file of sources(tree)) {
    const prefix = prefixOf(file.path)
    if (!prefix || isTest(file.path)) continue
    const allowed = new Set([prefix, roomOf(file.path)?.split('/')[1]])
    for (const { name, room, index, kind } of leavingNames(file))
      if (!allowed.has(room))
        faults.push({ file: file.path, line: lineAt(file.text, index), says: `${kind} ${name} must begin with ${prefix}` })
  }
  return faults
}

/** The selectors that stand on their own: not nested in a rule, not a step of @keyframes. */
function outerSelectors(css: string): { selector: string; index: number }[] {
  const out: { selector: string; index: number }[] = []
  const open: string[] = []
  let from = 0
  for (let i = 0; i < css.length; i++) {
    const char = css[i]
    if (char === '{') {
      const head = css.slice(from, i).trim()
      const outer = open.every((parent) => /^@(?:layer|media|supports|container)\b/.test(parent))
      if (outer && !head.startsWith('@'))
        for (const selector of head.split(/,(?![^(]*\))/))
          out.push({ selector: selector.trim(), index: from + css.slice(from, i).search(/\S/) })
      open.push(head)
    } else if (char === '}') open.pop()
    if (char === '{' || char === '}' || char === ';') from = i + 1
  }
  return out
}

/** Every selector of a module's stylesheet speaks of a class of that module. */
export function cssFaults(tree: Tree): Fault[] {
  const faults: Fault[] = []
  for (const file of tree.files) {
    const prefix = /^src\/(modules\/[^/]+|shell)\/.*\.css$/.test(file.path) ? prefixOf(file.path) : undefined
    if (!prefix) continue
    const plain = file.text.replace(/\/\*[\s\S]*?\*\//g, (found) => found.replace(/[^\n]/g, ' '))
    for (const { selector, index } of outerSelectors(plain)) {
      const classes = [...selector.matchAll(/\.([a-zA-Z_][\w-]*)/g)].map((m) => m[1] ?? '')
      if (classes.some((name) => name === prefix || name.startsWith(`${prefix}-`))) continue
      faults.push({ file: file.path, line: lineAt(plain, index), says: `selector ${selector} must name a class .${prefix}-...` })
    }
  }
  return faults
}
