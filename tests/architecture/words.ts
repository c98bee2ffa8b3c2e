import { type Fault, lineAt, type Tree } from './tree.ts'

// Each word is written in two halves, so that this file does not find itself.
const word = (...halves: string[]) => halves.join('')

const hosts = [
  word('registry.npm', 'js.org'),
  word('registry.', 'yarnpkg.com'),
  word('npm.pkg.', 'github.com'),
  word('proxy.gol', 'ang.org'),
  word('pypi', '.org'),
]
const unfinished = [
  ...[word('TO', 'DO'), word('FIX', 'ME'), word('XX', 'X'), word('HA', 'CK')].map(
    (mark) => new RegExp(`(?<![\\w/+=])${mark}(?![\\w/+=])`),
  ),
  ...[
    word('lorem ', 'ipsum'),
    word('coming ', 'soon'),
    word('demn', 'ächst hier'),
    word('platz', 'haltertext'),
    word('not implemented', ' yet'),
  ].map((text) => new RegExp(text, 'i')),
]
const outside = [word('clau', 'de'), word('chat', 'gpt'), word('anthro', 'pic'), word('open', 'ai'), word('co', 'pilot')].map(
  (name) => new RegExp(`\\b${name}\\b`, 'i'),
)
const machinePath = new RegExp(`(?<![\\w.:/~-])/(?:${word('wo', 'rk')}|${word('ro', 'ot')}|${word('ho', 'me')})/[\\w.-]+`)
const onlyTest = /\b(?:test|it|describe|suite)\.only\(/

interface Rule {
  readonly looks: RegExp
  readonly says: string
}

const escaped = (text: string) => text.replace(/[.]/g, '\\.')
const hostRules: Rule[] = hosts.map((host) => ({
  looks: new RegExp(escaped(host)),
  says: 'names a package registry: the machine decides where packages come from',
}))
const textRules: Rule[] = [
  ...unfinished.map((looks) => ({ looks, says: 'unfinished: do it, or put it on the roadmap' })),
  ...outside.map((looks) => ({ looks, says: 'names a tool that is no part of the product' })),
  { looks: machinePath, says: 'a path of one machine' },
  { looks: onlyTest, says: 'runs one test and hides the others' },
]

/** No registry host, no path of one machine, no mark of unfinished work in any file of ours. */
export function wordFaults(tree: Tree): Fault[] {
  const faults: Fault[] = []
  for (const file of tree.files) {
    // Checksums in the lockfile spell anything by chance; the licence is not our text.
    const rules = /(?:^|\/)package-lock\.json$/.test(file.path)
      ? hostRules
      : file.path === 'LICENSE'
        ? []
        : [...hostRules, ...textRules]
    for (const { looks, says } of rules) {
      const found = looks.exec(file.text)
      if (found) faults.push({ file: file.path, line: lineAt(file.text, found.index), says: `"${found[0]}" ${says}` })
    }
  }
  return faults
}
