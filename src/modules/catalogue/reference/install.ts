import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Outbound, openOutbound } from '#platform/outbound-fetch'
import { checkArtefact } from './check-artefact.ts'
import { FetchFault, type FetchLimits, fetchArtefact, type PlainAllowed } from './fetch-artefact.ts'
import { type Installed, type InstalledFile, readInstalled, referenceDir, sha256, writeWhole } from './installed.ts'
import { type Artefact, artefacts } from './manifest.ts'
import { entriesOf, type VocabularyEntry } from './vocabulary-list.ts'

export interface InstallOptions {
  readonly dataDir: string
  /** Folder of collected files: its root, or a folder that has it as `data`. Without it everything is fetched. */
  readonly from?: string
  readonly artefacts?: readonly Artefact[]
  readonly limits?: FetchLimits
  readonly plain?: PlainAllowed
  /** The way out; one that reaches no host inside a private network without it. */
  readonly outbound?: Outbound
  /** Told after each artefact. */
  readonly progress?: (step: InstallStep) => void
}

/** What became of one artefact. `fault` is a text key of `catalogue.reference.` with its values. */
export interface InstallStep {
  readonly artefact: Artefact
  readonly outcome: 'new' | 'unchanged' | 'failed'
  readonly count: number
  readonly fault?: { readonly key: string; readonly params: Readonly<Record<string, string | number>> }
}

interface Source {
  readonly source: string
  readonly name: string
  readonly content: Uint8Array
}

/** Brings the official artefacts into DATA/reference. Each is checked before it replaces an older one; failures leave the older one in place. */
export async function installReference(options: InstallOptions): Promise<{ steps: InstallStep[]; complete: boolean }> {
  const dir = referenceDir(options.dataDir)
  const installed = readInstalled(options.dataDir)
  const steps: InstallStep[] = []
  const vocabulary: VocabularyEntry[] = []
  for (const artefact of options.artefacts ?? artefacts) {
    const step = await installOne(artefact, options, dir, installed, vocabulary)
    steps.push(step)
    options.progress?.(step)
  }
  keepEntries(dir, installed, steps, vocabulary)
  writeWhole(path.join(dir, 'manifest.json'), `${JSON.stringify(installed, null, 1)}\n`)
  return { steps, complete: steps.every((step) => step.outcome !== 'failed' || !step.artefact.mandatory) }
}

async function installOne(
  artefact: Artefact,
  options: InstallOptions,
  dir: string,
  installed: Installed,
  vocabulary: VocabularyEntry[],
): Promise<InstallStep> {
  const failed = (key: string, params: Readonly<Record<string, string | number>> = {}, count = 0): InstallStep => ({
    artefact,
    outcome: 'failed',
    count,
    fault: { key: `catalogue.reference.${key}`, params },
  })
  let sources: Source[]
  try {
    sources = options.from === undefined ? await fetched(artefact, options) : fromFolder(artefact, options.from)
  } catch (error) {
    if (error instanceof FetchFault) return failed(`fetch.${error.code}`, { ...error.params, address: artefact.address ?? '' })
    throw error
  }
  if (sources.length === 0)
    return options.from === undefined
      ? failed('no-address')
      : failed('not-in-folder', { files: artefact.folder.join(', ') || '–' })
  let count = 0
  const entries: VocabularyEntry[] = []
  for (const source of sources) {
    const checked = await checkArtefact(artefact, source.content, source.name)
    if (checked.fault) return failed('unreadable', { file: source.source, detail: checked.fault })
    count += checked.count
    if (artefact.scheme) entries.push(...entriesOf(artefact.scheme, checked.quads))
  }
  if (count < artefact.least)
    return failed('too-little', { count, least: artefact.least, file: sources.map((s) => s.source).join(', ') }, count)
  vocabulary.push(...merged(entries))
  const files = sources.map((source, at): InstalledFile & { content: Uint8Array } => ({
    file: `${artefact.id}${at > 0 ? `.${at + 1}` : ''}${extension(artefact, source)}`,
    source: source.source,
    sha256: sha256(source.content),
    bytes: source.content.length,
    content: source.content,
  }))
  const written = files.filter(({ file, content }) => writeWhole(path.join(dir, file), content))
  installed.artefacts[artefact.id] = { licence: artefact.licence, count, files: files.map(({ content: _, ...file }) => file) }
  return { artefact, outcome: written.length > 0 ? 'new' : 'unchanged', count }
}

async function fetched(artefact: Artefact, options: InstallOptions): Promise<Source[]> {
  if (!artefact.address) return []
  const outbound = options.outbound ?? openOutbound()
  const content = await fetchArtefact(outbound, artefact.address, artefact.mediaType, options.limits, options.plain).finally(
    () => {
      if (!options.outbound) outbound.close()
    },
  )
  return [{ source: artefact.address, name: '', content }]
}

function fromFolder(artefact: Artefact, from: string): Source[] {
  const root = [path.join(from, 'data'), from].find((dir) => artefact.folder.some((file) => existsSync(path.join(dir, file))))
  if (root === undefined) return []
  return artefact.folder
    .filter((file) => existsSync(path.join(root, file)))
    .map((file) => ({ source: file, name: file, content: readFileSync(path.join(root, file)) }))
}

function extension(artefact: Artefact, source: Source): string {
  const own = path.extname(source.name)
  if (own) return own
  return (
    { 'text/turtle': '.ttl', 'application/rdf+xml': '.rdf', 'application/json': '.geojson', 'text/csv': '.csv' }[
      artefact.mediaType
    ] ?? '.dat'
  )
}

/** Entries of the same list from several files become one, the first label wins. */
function merged(entries: readonly VocabularyEntry[]): VocabularyEntry[] {
  const found = new Map<string, VocabularyEntry>()
  for (const entry of entries) found.set(entry.iri, { ...entry, ...found.get(entry.iri) })
  return [...found.values()]
}

/** All lists as one small file, so that nobody has to read megabytes of RDF to know whether a value is in a list. */
function keepEntries(dir: string, installed: Installed, steps: readonly InstallStep[], fresh: VocabularyEntry[]): void {
  const failedLists = new Set(
    steps.filter((s) => s.outcome === 'failed' && installed.artefacts[s.artefact.id]).map((s) => s.artefact.scheme),
  )
  const target = path.join(dir, 'vocabularies.json')
  const old: VocabularyEntry[] = existsSync(target) && failedLists.size > 0 ? JSON.parse(readFileSync(target, 'utf8')) : []
  const all = [...fresh, ...old.filter((entry) => failedLists.has(entry.scheme))]
  writeWhole(target, `[\n${all.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`)
}
