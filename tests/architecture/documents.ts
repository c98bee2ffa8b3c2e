import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Fault, Tree } from './tree.ts'

const textOf = (tree: Tree, file: string) => tree.files.find((f) => f.path === file)?.text

/** Folder -> caption, as ARCHITECTURE.md draws them: the first code block in which `src/` stands, two spaces a level, the caption after it. */
export function drawnFolders(markdown: string): Map<string, string> {
  const block =
    [...markdown.matchAll(/```[^\n]*\n([\s\S]*?)```/g)].map((m) => m[1] ?? '').find((text) => /^src\/\s/m.test(text)) ?? ''
  const drawn = new Map<string, string>()
  const way: string[] = []
  for (const line of block.split('\n')) {
    const match = /^( *)([\w.-]+)\/(?:\s+(.*))?$/.exec(line)
    if (!match) continue
    const level = (match[1] ?? '').length / 2
    way.length = level
    way.push(match[2] ?? '')
    drawn.set(way.join('/'), (match[3] ?? '').trim())
  }
  return drawn
}

const twoDeep = new Set(['standards', 'platform', 'modules', 'interop', 'ui', 'shell'])

/** The folders that the drawing must show: the top, the floors, the rooms of each floor. */
export function shownFolders(tree: Tree): Set<string> {
  const out = new Set<string>()
  for (const { path: file } of tree.files) {
    const [top, second, third, fourth] = file.split('/')
    if (second === undefined || !top || top.startsWith('.')) continue
    out.add(top)
    if (third !== undefined && (top === 'src' || top === 'tests' || top === 'docs')) out.add(`${top}/${second}`)
    if (top === 'src' && second && twoDeep.has(second) && fourth !== undefined) out.add(`src/${second}/${third}`)
  }
  return out
}

/** ARCHITECTURE.md's tree equals the disk, and every folder has a caption. */
export function drawingFaults(tree: Tree): Fault[] {
  const file = 'ARCHITECTURE.md'
  const text = textOf(tree, file)
  if (text === undefined) return [{ file, says: 'is missing' }]
  const drawn = drawnFolders(text)
  const real = shownFolders(tree)
  return [
    ...[...real].filter((f) => !drawn.has(f)).map((f) => ({ file, says: `does not show ${f}/` })),
    ...[...drawn].filter(([f]) => !real.has(f)).map(([f]) => ({ file, says: `shows ${f}/, which is not there` })),
    ...[...drawn].filter(([f, caption]) => real.has(f) && !caption).map(([f]) => ({ file, says: `${f}/ has no caption` })),
  ]
}

interface Door {
  readonly source?: string
  readonly default?: string
}

/** Every door of package.json leads somewhere, and its built twin is the same file under dist/. */
export function doorListFaults(tree: Tree): Fault[] {
  const file = 'package.json'
  const doors: Record<string, Door> = JSON.parse(textOf(tree, file) ?? '{}').imports ?? {}
  const faults: Fault[] = []
  for (const [name, { source = '', default: built }] of Object.entries(doors)) {
    const [before = '', after] = source.replace(/^\.\//, '').split('*')
    const leads = tree.files.some((f) =>
      after === undefined ? f.path === before : f.path.startsWith(before) && f.path.endsWith(after),
    )
    if (!leads) faults.push({ file, says: `door ${name} leads to ${source}, where no file is` })
    if (built !== `./dist/${source.replace(/^\.\//, '').replace(/\.tsx?$/, '.js')}`)
      faults.push({ file, says: `door ${name}: default does not name the built twin of ${source}` })
  }
  return faults
}

/** Links between documents lead to files that exist. Pictures that a script makes may come later. */
export function linkFaults(tree: Tree): Fault[] {
  const faults: Fault[] = []
  for (const file of tree.files) {
    if (!file.path.endsWith('.md')) continue
    const plain = file.text.replace(/```[\s\S]*?```/g, (block) => block.replace(/[^\n]/g, ' '))
    for (const match of plain.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)) {
      const target = match[1] ?? ''
      if (/^[a-z]+:/.test(target)) continue
      const real = path.join(tree.root, path.dirname(file.path), target)
      if (!existsSync(real))
        faults.push({
          file: file.path,
          line: plain.slice(0, match.index).split('\n').length,
          says: `link to ${target} leads nowhere`,
        })
    }
  }
  return faults
}

const parts = ['Context', 'Decision', 'Consequences'] as const

/** Decision records are numbered without gaps, say their status, and have the three parts. */
export function decisionFaults(tree: Tree): Fault[] {
  const records = tree.files.filter((f) => /^docs\/decisions\/\d{4}-[\w-]+\.md$/.test(f.path))
  const faults: Fault[] = []
  records.forEach((record, index) => {
    const number = Number(record.path.slice('docs/decisions/'.length, 'docs/decisions/'.length + 4))
    if (number !== index + 1) faults.push({ file: record.path, says: `number ${index + 1} was to follow` })
    if (!/^Status: (accepted|superseded by \d{4})(?=[,.\n])/m.test(record.text))
      faults.push({ file: record.path, says: 'says no status (accepted, or superseded by NNNN)' })
    for (const part of parts)
      if (!new RegExp(`^## ${part}$`, 'm').test(record.text)) faults.push({ file: record.path, says: `has no part "${part}"` })
  })
  return faults
}

/** Licence and version are the same wherever they stand. */
export function sameFactsFaults(tree: Tree): Fault[] {
  const { version, license } = JSON.parse(textOf(tree, 'package.json') ?? '{}')
  const described = textOf(tree, 'publiccode.yml') ?? ''
  const faults: Fault[] = []
  const ask = (good: boolean, file: string, says: string) => good || faults.push({ file, says })
  ask(
    described.includes(`softwareVersion: "${version}"`),
    'publiccode.yml',
    `softwareVersion is not ${version}, as package.json says`,
  )
  ask(described.includes(`license: ${license}\n`), 'publiccode.yml', `license is not ${license}, as package.json says`)
  ask((textOf(tree, 'CHANGELOG.md') ?? '').includes(`## [${version}]`), 'CHANGELOG.md', `has no part for ${version}`)
  ask(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/.test(textOf(tree, 'LICENSE') ?? ''), 'LICENSE', 'is not the text of EUPL-1.2')
  return faults
}
