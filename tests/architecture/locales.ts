import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { isTest, roomOf } from './rooms.ts'
import { prefixOf } from './sql.ts'
import { type Fault, lineAt, type SourceFile, type Tree } from './tree.ts'
import { views } from './views.ts'
import { sources } from './walls.ts'

/** The texts of one room in one language. */
export interface LocaleFile {
  readonly file: string
  readonly lang: string
  readonly texts: Readonly<Record<string, string>>
}

const isTexts = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string')

/** Loads every `locales/<language>.ts`. Node reads the types away by itself. */
export async function readLocales(tree: Tree): Promise<LocaleFile[]> {
  const out: LocaleFile[] = []
  for (const { path: file } of tree.files) {
    const lang = /^src\/.*\/locales\/([a-z]{2}(?:-[a-z-]+)?)\.ts$/.exec(file)?.[1]
    if (!lang) continue
    const module: Record<string, unknown> = await import(pathToFileURL(path.join(tree.root, file)).href)
    const texts = Object.values(module).find(isTexts)
    if (texts) out.push({ file, lang, texts })
    else throw new Error(`${file} exports no texts`)
  }
  return out
}

const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]))].sort().join(' ')

/** Every language of a room has the same keys with the same places to fill; a language is complete or it is not there. */
export function localeFaults(locales: readonly LocaleFile[]): Fault[] {
  const faults: Fault[] = []
  const rooms = Map.groupBy(locales, (locale) => path.posix.dirname(locale.file))
  for (const [folder, languages] of rooms) {
    const german = languages.find((l) => l.lang === 'de')
    if (!german) {
      faults.push({ file: folder, says: 'de.ts is missing: German is the source of all keys' })
      continue
    }
    if (!languages.some((l) => l.lang === 'en')) faults.push({ file: folder, says: 'en.ts is missing' })
    for (const other of languages) faults.push(...sameKeys(german, other))
  }
  for (const { file, texts } of locales)
    for (const key of Object.keys(texts)) {
      // A utility of platform may use the floor's name: the fault platform/not-found is told as platform.not-found.
      const names = [roomOf(file)?.split('/').at(-1), prefixOf(file)]
      if (!names.includes(key.split('.')[0])) faults.push({ file, says: `text key ${key} must begin with ${names[0]}` })
    }
  return faults
}

function sameKeys(german: LocaleFile, other: LocaleFile): Fault[] {
  const faults: Fault[] = []
  for (const [key, text] of Object.entries(german.texts)) {
    const twin = other.texts[key]
    if (twin === undefined) faults.push({ file: other.file, says: `${key} is missing (it stands in ${german.file})` })
    else if (placeholders(twin) !== placeholders(text))
      faults.push({
        file: other.file,
        says: `${key} has other places than in German: {${placeholders(twin)}} instead of {${placeholders(text)}}`,
      })
    else if (text.trim() !== '' && twin.trim() === '') faults.push({ file: other.file, says: `${key} is empty` })
  }
  for (const key of Object.keys(other.texts))
    if (!(key in german.texts)) faults.push({ file: other.file, says: `${key} does not exist in German` })
  return faults
}

const literalKey = /\bt\(\s*['"]([\w.-]+)['"]/g
const startedKey = /\bt\(\s*`([\w.-]*)\$\{/g

const keyUses = (file: SourceFile, form: RegExp) =>
  [...views(file.text).spoken.matchAll(form)].map((m) => ({ key: m[1] ?? '', line: lineAt(file.text, m.index) }))

/** Every text that code asks for exists; a key put together at run time must at least begin like one that exists. */
export function usedKeyFaults(tree: Tree, locales: readonly LocaleFile[]): Fault[] {
  const keys = new Set(locales.flatMap((l) => Object.keys(l.texts)))
  const all = [...keys]
  const faults: Fault[] = []
  for (const file of sources(tree)) {
    if (!file.path.startsWith('src/') || isTest(file.path)) continue
    for (const { key, line } of keyUses(file, literalKey))
      if (!keys.has(key) && !keys.has(`${key}.other`)) faults.push({ file: file.path, line, says: `no text has the key ${key}` })
    for (const { key, line } of keyUses(file, startedKey))
      if (key && !all.some((known) => known.startsWith(key)))
        faults.push({ file: file.path, line, says: `no text key begins with ${key}` })
  }
  return faults
}
