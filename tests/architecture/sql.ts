import { isTest, roomOf } from './rooms.ts'
import { type Fault, lineAt, type SourceFile, type Tree } from './tree.ts'
import { views } from './views.ts'
import { sources } from './walls.ts'

// What a line of kysely or of raw SQL looks like.
const speaksSql = [
  /\bsql(?:<[^`]*>)?`/g,
  /\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(/g,
  /\.query(?:<[^(]*>)?\(\s*['"`]/g,
]

/** Platform is where all input and output lives; elsewhere SQL has one home. */
const atHome = (file: string) => file.startsWith('src/platform/') || /\/(?:store|migrations)(?:\/|\.ts$)/.test(file)

/** SQL stands only in `store/` and `migrations/` of its room. */
export function sqlPlaceFaults(tree: Tree): Fault[] {
  const faults: Fault[] = []
  for (const file of sources(tree)) {
    if (!file.path.startsWith('src/') || atHome(file.path) || isTest(file.path)) continue
    const { bare } = views(file.text)
    for (const form of speaksSql)
      for (const match of bare.matchAll(form))
        faults.push({ file: file.path, line: lineAt(bare, match.index), says: 'SQL belongs into store/ or migrations/' })
  }
  return faults
}

/** What a room's tables, events and errors begin with. */
export function prefixOf(file: string): string | undefined {
  const [floor, name] = (roomOf(file) ?? '').split('/')
  if (floor === 'modules') return name
  return floor === 'platform' || floor === 'shell' ? floor : undefined
}

interface Named {
  readonly table: string
  readonly index: number
  /** Named as the target of a foreign key, not spoken to. */
  readonly pointedAt?: boolean
}

const name = '(?:only\\s+)?"?([a-z_][a-z0-9_.]*)"?(?![\\w.])'
// After `from` and `join` a function may stand (`from unnest(...)`); after the other words a bracket holds columns.
const afterWord = [
  new RegExp(`\\b(?:from|join)\\s+${name}(?!\\s*\\()`, 'gi'),
  new RegExp(
    `\\b(?:insert\\s+into|update|truncate(?:\\s+table)?|table(?:\\s+if\\s+(?:not\\s+)?exists)?|references)\\s+${name}`,
    'gi',
  ),
  new RegExp(
    `\\b(?:index|policy|trigger)\\s+(?:if\\s+not\\s+exists\\s+)?\\w+\\s+(?:(?:before|after)\\s+[\\w\\s]+?\\s)?on\\s+${name}`,
    'gi',
  ),
]
const noTables = new Set([
  'public',
  'select',
  'lateral',
  'set',
  'skip',
  'nothing',
  'unnest',
  'values',
  'only',
  'of',
  'excluded',
  'new',
  'old',
  'on',
  'if',
  'each',
])

/** The tables that a piece of SQL speaks to; common table expressions, functions and PostgreSQL's own catalogue are left out. */
export function tablesInSql(text: string): Named[] {
  const plain = text
    .replace(/--[^\n]*/g, (found) => ' '.repeat(found.length))
    .replace(/\b(?:extract|substring|trim|overlay|position)\s*\([^)]*\)/gi, (found) => ' '.repeat(found.length))
    .replace(/\bis\s+(?:not\s+)?distinct\s+from\b/gi, (found) => ' '.repeat(found.length))
    .replace(/\b(?:for|do|on\s+conflict[^;]*?do)\s+(?:no\s+key\s+)?update\b/gi, (found) => ' '.repeat(found.length))
  const own = new Set(
    [...plain.matchAll(/(?:\bwith(?:\s+recursive)?|,)\s*(\w+)\s*(?:\([^)]*\))?\s+as\s+(?:not\s+)?(?:materialized\s+)?\(/gi)].map(
      (m) => m[1],
    ),
  )
  const out: Named[] = []
  for (const match of afterWord.flatMap((form) => [...plain.matchAll(form)])) {
    const table = (match[1] ?? '').toLowerCase()
    if (own.has(match[1]) || noTables.has(table) || /^(?:pg_|information_schema|pg_catalog)/.test(table)) continue
    out.push({ table, index: match.index, pointedAt: /^references/i.test(match[0]) })
  }
  return out
}

const kyselyCall =
  /\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|using|(?:inner|left|right|full|cross)(?:Lateral)?Join)\(\s*(\[[^\]]*\]|['"][^'"]+['"])/g
const sqlText = /(?:\bsql(?:<[^`]*>)?|\.query(?:<[^(]*>)?\(\s*|\btext:\s*)`([^`]*)`/g

function tablesInCode(file: SourceFile): Named[] {
  const { spoken } = views(file.text)
  const own = new Set([...spoken.matchAll(/\.with(?:Recursive)?\(\s*['"](\w+)/g)].map((m) => m[1]))
  const called = [...spoken.matchAll(kyselyCall)].flatMap((match) =>
    [...(match[1] ?? '').matchAll(/['"]([a-z_][a-z0-9_]*)(?:\s+as\s+\w+)?['"]/g)].map((name) => ({
      table: name[1] ?? '',
      index: match.index,
    })),
  )
  const told = [...spoken.matchAll(sqlText)].flatMap((match) =>
    tablesInSql((match[1] ?? '').replace(/\$\{[^}]*\}/g, ' ? ')).map(({ table }) => ({ table, index: match.index })),
  )
  return [...called, ...told].filter(({ table }) => !own.has(table))
}

// What a room may name besides its own: the outbox, the one letter box that everybody writes into, and the tenant
// that a row belongs to, as a foreign key (docs/decisions: tenant scope).
const lent = ({ table, pointedAt }: Named, migration: boolean) =>
  migration ? table === 'identity_tenant' && pointedAt : table === 'platform_event'

/** A room speaks only to tables with its own prefix. */
export function sqlTableFaults(tree: Tree): Fault[] {
  const faults: Fault[] = []
  for (const file of tree.files) {
    const prefix = prefixOf(file.path)
    const migration = /^src\/.*\/migrations\/.*\.sql$/.test(file.path)
    const code = /^src\/.*\.tsx?$/.test(file.path) && !isTest(file.path)
    if (!prefix || !(migration || code)) continue
    for (const named of migration ? tablesInSql(file.text) : tablesInCode(file))
      if (!named.table.startsWith(`${prefix}_`) && !lent(named, migration))
        faults.push({
          file: file.path,
          line: lineAt(file.text, named.index),
          says: `table ${named.table} is not ${prefix}'s: its name must begin with ${prefix}_`,
        })
  }
  return faults
}
