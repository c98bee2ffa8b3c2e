import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** One text file of the project; `path` is relative to the root, with forward slashes. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** The files that belong to the project: what git tracks, and what is new and not ignored. */
export interface Tree {
  readonly root: string
  readonly files: readonly SourceFile[]
}

/** Where a rule of the house is broken, and how. */
export interface Fault {
  readonly file: string
  readonly line?: number
  readonly says: string
}

const notOurs = new Set(['.git', 'node_modules', 'dist', '.runtime', '.cache', 'data'])

/** The project's root, seen from this file, whether it runs as source or built. */
export function projectRoot(): string {
  let dir = path.dirname(fileURLToPath(import.meta.url))
  while (!existsSync(path.join(dir, 'package.json'))) {
    if (path.dirname(dir) === dir) throw new Error('package.json not found above tests/architecture')
    dir = path.dirname(dir)
  }
  return dir
}

function listed(root: string): string[] {
  if (existsSync(path.join(root, '.git'))) {
    const out = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    })
    return out.split('\0').filter((file) => file && lstatSync(path.join(root, file), { throwIfNoEntry: false })?.isFile())
  }
  const walk = (dir: string): string[] =>
    readdirSync(path.join(root, dir), { withFileTypes: true }).flatMap((entry) => {
      const file = dir ? `${dir}/${entry.name}` : entry.name
      if (notOurs.has(entry.name)) return []
      if (entry.isDirectory()) return walk(file)
      return entry.isFile() ? [file] : []
    })
  return walk('')
}

/** Reads every text file below `root`; pictures and other binary files are left out. */
export function readTree(root = projectRoot()): Tree {
  const files: SourceFile[] = []
  for (const file of [...new Set(listed(root))].sort()) {
    const bytes = readFileSync(path.join(root, file))
    if (!bytes.subarray(0, 8000).includes(0)) files.push({ path: file, text: bytes.toString('utf8') })
  }
  return { root, files }
}

/** Writes a small tree into a temporary folder, hands it to `use`, and takes the folder away again. */
export async function withPlanted<T>(planted: Readonly<Record<string, string>>, use: (tree: Tree) => T | Promise<T>): Promise<T> {
  const root = mkdtempSync(path.join(tmpdir(), 'allmende-planted-'))
  try {
    for (const [file, text] of Object.entries(planted)) {
      mkdirSync(path.join(root, path.dirname(file)), { recursive: true })
      writeFileSync(path.join(root, file), text)
    }
    return await use(readTree(root))
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** The line, counted from 1, of a position in a text. */
export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length

/** Faults as a list a person can read and click. */
export const told = (faults: readonly Fault[]): string =>
  faults.map((f) => `${f.file}${f.line ? `:${f.line}` : ''}  ${f.says}`).join('\n')
