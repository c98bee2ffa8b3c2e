import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Quad } from '@rdfjs/types'
import { fail, ok, type Result } from '#kernel/result.ts'
import { readRdf } from '#standards/rdf'
import { readInstalled, referenceDir } from './installed.ts'
import { type Boundary, type Municipality, municipalitiesOf, readMunicipalities } from './municipalities.ts'
import { type VocabularyEntry, vocabularyFile } from './vocabulary-list.ts'

/** Something official is not installed. `key` is a text with `{missing}`: what is missing and what to run. */
export interface ReferenceMissing {
  readonly key: 'catalogue.reference.missing'
  readonly params: { readonly missing: string }
}

/** What is installed in a data directory. Nothing is read before it is asked for. */
export interface Reference {
  /** Whether an artefact is there, by its id in the manifest. */
  has(id: string): boolean
  /** Triples of some artefacts joined; refused when one of them is missing. */
  shapes(ids: readonly string[]): Promise<Result<Quad[], ReferenceMissing>>
  /** Entries of all installed lists; empty where none is installed. */
  vocabulary(): readonly VocabularyEntry[]
  /** 396 municipalities and 53 districts of North Rhine-Westphalia. */
  municipalities(): Result<readonly Municipality[], ReferenceMissing>
  /** Their polygons. */
  boundaries(level: 'gemeinden' | 'kreise'): Result<readonly Boundary[], ReferenceMissing>
}

/** Opens what `reference install` brought in. Never fails: what is missing is named when it is asked for. */
export function openReference(dataDir: string): Reference {
  const dir = referenceDir(dataDir)
  const { artefacts } = readInstalled(dataDir)
  const missing = (ids: readonly string[]) =>
    fail({ key: 'catalogue.reference.missing', params: { missing: ids.join(', ') } } as const)
  const contents = (id: string) =>
    (artefacts[id]?.files ?? []).map(({ file }) => ({ file, content: readFileSync(path.join(dir, file)) }))
  const text = (id: string) => contents(id)[0]?.content.toString('utf8')
  const polygons = (level: string) => {
    const json = text(`boundaries/${level}`)
    return json === undefined ? undefined : (JSON.parse(json) as { features: Boundary[] }).features
  }
  return {
    has: (id) => artefacts[id] !== undefined,
    async shapes(ids) {
      const absent = ids.filter((id) => !artefacts[id])
      if (absent.length > 0) return missing(absent)
      const read = await Promise.all(ids.flatMap(contents).map(({ file, content }) => readRdf(content, { fileName: file })))
      return ok(read.flatMap(({ quads }) => quads))
    },
    vocabulary() {
      try {
        return vocabularyFile.parse(JSON.parse(readFileSync(path.join(dir, 'vocabularies.json'), 'utf8')))
      } catch {
        return []
      }
    },
    municipalities() {
      const table = text('municipalities')
      if (table !== undefined) return ok(readMunicipalities(table))
      const [gemeinden, kreise] = [polygons('gemeinden'), polygons('kreise')]
      return gemeinden && kreise ? ok(municipalitiesOf(gemeinden, kreise)) : missing(['municipalities'])
    },
    boundaries(level) {
      const found = polygons(level)
      return found ? ok(found) : missing([`boundaries/${level}`])
    },
  }
}
