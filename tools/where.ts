// Finds a word, German or English, in the names of the code, in the glossary and in the texts: npm run where Datensatz
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** One place where the word stands. `at` is file:line. */
export interface Place {
  readonly kind: 'glossary' | 'file' | 'name' | 'table' | 'address' | 'text'
  readonly at: string
  readonly what: string
}

/** `Datensätze` and `datensaetze` are one word; so are `modelDataset`, `model-dataset` and `model dataset`. */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]/g, '')

interface Row {
  readonly line: number
  readonly german: string
  readonly identifier: string
  readonly sentence: string
}

/** The rows of GLOSSARY.md: | German | identifier | sentence | source |. */
export function glossaryRows(markdown: string): Row[] {
  return markdown.split('\n').flatMap((text, index) => {
    const [, german = '', identifier = '', sentence = ''] = text.split('|').map((cell) => cell.trim())
    if (!identifier || german === 'German' || /^-+$/.test(german)) return []
    return [{ line: index + 1, german, identifier: identifier.replace(/`/g, ''), sentence }]
  })
}

const forms: [kind: Place['kind'], form: RegExp][] = [
  ['name', /^export\s+(?:declare\s+)?(?:async\s+)?(?:function\*?|const|let|class|interface|type|enum)\s+([\w$]+)/],
  ['table', /\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?(\w+)/i],
  ['address', /\bpath:\s*['"`]([^'"`]+)['"`]/],
  ['text', /^\s*(['"][\w.-]+['"]:\s*['"`].*)$/],
]

function placesIn(file: string, text: string, wanted: readonly string[]): Place[] {
  const hit = (what: string) => wanted.some((word) => folded(what).includes(word))
  const found: Place[] = hit(file.replace(/^(?:src|tests|tools|docs)\//, '')) ? [{ kind: 'file', at: file, what: '' }] : []
  const texts = /\/locales\/[\w-]+\.ts$/.test(file)
  text.split('\n').forEach((line, index) => {
    for (const [kind, form] of forms) {
      const what = (kind === 'text') === texts ? form.exec(line)?.[1] : undefined
      if (what !== undefined && hit(what)) found.push({ kind, at: `${file}:${index + 1}`, what: what.replace(/,$/, '') })
    }
  })
  return found
}

/** All places of a word. The glossary leads from a German word to the identifier and back, and both are looked for. */
export function placesOf(
  word: string,
  files: Iterable<{ readonly path: string; readonly text: string }>,
  glossary: string,
): Place[] {
  const asked = folded(word)
  if (!asked) return []
  const rows = glossaryRows(glossary)
  const known = rows.filter((row) => folded(row.german).includes(asked) || folded(row.identifier).includes(asked))
  const same = rows.filter((row) =>
    [row.german, row.identifier].some((cell) => cell.split(/[/,(]/).some((part) => folded(part) === asked)),
  )
  const twins = same.flatMap((row) => [row.identifier, row.german].flatMap((cell) => cell.split(/[/,(]/))).map(folded)
  const wanted = [...new Set([asked, ...twins])].filter((w) => w.length > 2 || w === asked)
  const places: Place[] = known.map((row) => ({
    kind: 'glossary',
    at: `GLOSSARY.md:${row.line}`,
    what: `${row.german} = ${row.identifier}: ${row.sentence}`,
  }))
  for (const { path: file, text } of files) places.push(...placesIn(file, text, wanted))
  return places
}

const most = 25
const headings = {
  glossary: 'Glossary',
  file: 'Files and folders',
  name: 'Names in code',
  table: 'Tables',
  address: 'Addresses',
  text: 'Texts',
} as const

/** The places as a list by kind, at most 25 of each. */
export function listed(places: readonly Place[]): string {
  const out: string[] = []
  for (const [kind, heading] of Object.entries(headings)) {
    const of = places.filter((place) => place.kind === kind)
    if (of.length === 0) continue
    out.push(
      `${heading} (${of.length})`,
      ...of.slice(0, most).map((place) => `  ${place.at}${place.what ? `  ${place.what}` : ''}`),
    )
    if (of.length > most) out.push(`  ... and ${of.length - most} more`)
  }
  return out.join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const word = process.argv
    .slice(2)
    .filter((argument) => !argument.startsWith('--'))
    .join(' ')
  if (!word) {
    console.log(
      'npm run where WORD\n\nFinds a word, German or English, in file names, code, tables, addresses, glossary and texts.',
    )
    process.exit(process.argv.includes('--help') ? 0 : 2)
  }
  const root = process.cwd()
  const read = (file: string) => ({ path: file.split(path.sep).join('/'), text: readFileSync(path.join(root, file), 'utf8') })
  const places = placesOf(
    word,
    globSync('{src,tests,tools,docs}/**/*.{ts,tsx,mjs,sql,css,md}', { cwd: root }).sort().map(read),
    read('GLOSSARY.md').text,
  )
  console.log(places.length > 0 ? listed(places) : `"${word}" stands nowhere.`)
  process.exit(places.length > 0 ? 0 : 1)
}
