import { ok, type Result } from '#kernel/result.ts'
import {
  addVocabulary,
  compileShapes,
  Graph,
  type RecordPart,
  rdfType,
  type ShaclResult,
  type ShapeSet,
  termKey,
  type VocabularyIndex,
  validate,
} from '#standards/shacl'
import { openReference, type ReferenceMissing } from '../reference/open.ts'
import { type Finding, findingOf } from './finding.ts'
import { knownEntries } from './known-entries.ts'
import { type Profile, profiles } from './profiles.ts'

/** Holds records against profiles; shapes and lists are read once, when first needed. */
export interface Judge {
  /** Findings about one part of a catalogue; refused where the official rules are not installed. */
  judge(part: RecordPart, profile: Profile): Promise<Result<Finding[], ReferenceMissing>>
}

/** Opens a judge on what is installed in a data directory. It works in this thread: see open-validator for the one that does not. */
export function openJudge(dataDir: string): Judge {
  const reference = openReference(dataDir)
  const ready = new Map<Profile, ShapeSet>()
  let vocabulary: VocabularyIndex | undefined
  return {
    async judge(part, profile) {
      let shapes = ready.get(profile)
      if (!shapes) {
        const read = await reference.shapes(profiles[profile].shapes)
        if (!read.ok) return read
        shapes = compileShapes(read.value)
        ready.set(profile, shapes)
      }
      vocabulary ??= knownEntries(reference.vocabulary())
      const found: Finding[] = []
      const graph = new Graph(part.quads)
      addVocabulary(graph, vocabulary)
      const { undescribedPasses, metLater = [] } = profiles[profile]
      for (const result of await validate(shapes, graph, (key) => part.nodes.has(key))) {
        if (undescribedPasses && undescribed(result, part, graph, vocabulary)) continue
        const finding = findingOf(result, part, graph)
        if (!metLater.some((one) => one.path === finding.path && one.constraint === finding.constraint)) found.push(finding)
      }
      return ok(found)
    },
  }
}

/** A wrong class of something that is only linked to: nobody said what it is, so nobody can be wrong. */
function undescribed(
  { constraint, value }: ShaclResult,
  { nodes }: RecordPart,
  graph: Graph,
  vocabulary: VocabularyIndex,
): boolean {
  if (constraint !== 'Class' || value?.termType !== 'NamedNode') return false
  const key = termKey(value)
  return !nodes.has(key) && (vocabulary.has(key) || graph.objects(key, rdfType).length === 0)
}
