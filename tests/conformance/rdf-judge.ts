import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const python = '/usr/bin/python3'

/** The reason to skip where Debian's python3-rdflib is not installed, else false. */
export const withoutRdflib = (): string | false =>
  spawnSync(python, ['-c', 'import rdflib']).status === 0 ? false : 'python3-rdflib not installed'

/** Lets rdflib compare documents, given by extension; also says how many triples it counted in each. */
export function judge(documents: Readonly<Record<string, string>>): { triples: number[]; same: boolean } {
  const folder = mkdtempSync(path.join(tmpdir(), 'allmende-rdf-'))
  try {
    const files = Object.entries(documents).map(([extension, text]) => {
      const file = path.join(folder, `document.${extension}`)
      writeFileSync(file, text)
      return file
    })
    const script = path.join(process.cwd(), 'tests/conformance/isomorphic.py')
    return JSON.parse(execFileSync(python, [script, ...files], { encoding: 'utf8', timeout: 120_000 })) as {
      triples: number[]
      same: boolean
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
