import type { Quad, Term } from '@rdfjs/types'
import { blank, canonicalLabels, canonicalNTriples, expand, iri, shorten, termKey, text, toLines, triple } from '#standards/rdf'
import { contentId } from './content-id.ts'
import { Decoder } from './decode.ts'
import type { CatalogueEntries } from './encode.ts'
import type { CatalogueHead, CatalogueRecord, Distribution, Repair } from './model.ts'
import { classes, distributionRows, headRows, links, type Row, recordRows } from './property-table.ts'
import { RecordRepairer } from './repair-record.ts'
import { repairIri } from './repair-values.ts'
import { SubjectGraph } from './subject-graph.ts'
import { labelOf } from './vocabularies/vocabularies.ts'

/** A record that was not taken, with the reason as text key `dcat.rejected.<reason>`. */
export interface Rejection {
  record: string
  place: string
  reason: 'no-title' | 'not-described' | 'too-much' | 'private' | 'deleted' | 'no-package'
}

/** A value that stays in the record as it came, because nobody could say what it means; text key `dcat.kept.<reason>`. */
export interface Kept {
  record: string
  property: string
  value: string
  reason: 'unsafe-link' | 'not-understood' | 'more-than-one' | 'empty'
}

/** A catalogue of the document and what it lists. */
export interface CatalogueListing extends CatalogueEntries {
  head: CatalogueHead
}

/** All that a document says, sorted into records. */
export interface Reading {
  /** The outermost catalogue. */
  head?: CatalogueHead
  /** Every catalogue, the outermost first. */
  catalogues: CatalogueListing[]
  records: CatalogueRecord[]
  repairs: Repair[]
  rejected: Rejection[]
  kept: Kept[]
  /** N-Triples lines about nothing in particular: no record or catalogue leads to them. */
  rest: string[]
}

export interface ReadOptions {
  /** Most triples one record may have (default 50,000). */
  maxTriples?: number
}

type RecordKind = CatalogueRecord['kind']
const recordTypes = new Map<string, RecordKind>([
  [classes.dataset, 'dataset'],
  [classes.series, 'series'],
  [classes.service, 'service'],
])
const listing = new Map<string, RecordKind>([
  [links.dataset, 'dataset'],
  [links.service, 'service'],
])

/** Classes of vocabularies: descriptions of words, not of data. */
const schema = /^http:\/\/www\.w3\.org\/(?:2002\/07\/owl|2000\/01\/rdf-schema|1999\/02\/22-rdf-syntax-ns)#/

class Reader {
  readonly #graph: SubjectGraph
  readonly #kinds = new Map<string, RecordKind>()
  readonly #catalogs = new Set<string>()
  readonly #topics = new Map<string, string[]>()
  readonly #reached = new Set<Quad>()
  readonly #result: Reading = { catalogues: [], records: [], repairs: [], rejected: [], kept: [], rest: [] }
  readonly #maxTriples: number

  constructor(quads: Iterable<Quad>, options: ReadOptions) {
    this.#maxTriples = options.maxTriples ?? 50_000
    this.#graph = new SubjectGraph(this.#validIris(quads))
    this.#find()
    this.#nameBlanks()
  }

  *#validIris(quads: Iterable<Quad>): Generator<Quad> {
    const logged = new Set<string>()
    const mend = <T extends Term>(term: T, subject: string): T => {
      if (term.termType === 'Literal') {
        const datatype = repairIri(term.datatype.value)
        return datatype === term.datatype.value ? term : (text(term.value, '', datatype) as unknown as T)
      }
      if (term.termType !== 'NamedNode') return term
      const value = repairIri(term.value)
      if (value === term.value) return term
      const key = `${subject} ${term.value}`
      if (!logged.has(key))
        this.#result.repairs.push({ record: subject, property: 'IRI', from: term.value.slice(0, 500), to: value.slice(0, 500) })
      logged.add(key)
      return iri(value) as unknown as T
    }
    const seen = new Set<string>()
    for (const quad of quads) {
      const subject = mend(quad.subject, repairIri(quad.subject.value))
      const clean = triple(subject, mend(quad.predicate, subject.value).value, mend(quad.object, subject.value))
      const key = `${termKey(clean.subject)} ${clean.predicate.value} ${termKey(clean.object)}`
      if (seen.has(key)) continue
      seen.add(key)
      yield clean
    }
  }

  /** Which nodes are records, catalogues and catalogue records. */
  #find(): void {
    for (const quad of this.#graph.quads()) {
      const { subject, predicate, object } = quad
      if (predicate.value === links.type && object.termType === 'NamedNode') {
        const kind = recordTypes.get(object.value)
        if (kind && this.#kinds.get(subject.value) !== 'series') this.#kinds.set(subject.value, kind)
        if (object.value === classes.catalog) this.#catalogs.add(subject.value)
      }
      if (object.termType === 'Literal') continue
      const listed = listing.get(predicate.value)
      if (listed && !this.#kinds.has(object.value)) this.#kinds.set(object.value, listed)
      if (predicate.value === links.primaryTopic)
        this.#topics.set(object.value, [...(this.#topics.get(object.value) ?? []), subject.value])
    }
    for (const catalog of this.#catalogs) this.#kinds.delete(catalog)
  }

  /** Blank records and distributions get an IRI that depends on what they say. */
  #nameBlanks(): void {
    const named = new Map<string, string>()
    const give = (label: string, kind: string) => {
      if (label.includes(':') || named.has(label)) return
      const identifier = this.#graph.objects(label, expand('dct:identifier'))[0]
      const content =
        identifier && kind !== 'distribution' ? `${kind} ${termKey(identifier)}` : canonicalNTriples(this.#closure(label))
      const uri = contentId(content)
      named.set(label, uri)
      this.#result.repairs.push({ record: uri, property: 'IRI', from: '', to: uri })
    }
    for (const [subject, kind] of this.#kinds) give(subject, kind)
    for (const catalog of this.#catalogs) give(catalog, 'catalog')
    for (const subject of this.#kinds.keys())
      for (const part of this.#graph.objects(subject, links.distribution))
        if (part.termType === 'BlankNode') give(part.value, 'distribution')
    if (named.size > 0) this.#rename(named)
    this.#nameShared()
  }

  /** A blank node that several records point at gets an IRI, or each record would take a copy of its own. */
  #nameShared(): void {
    const owner = new Map<string, string>()
    const shared = new Map<string, string>()
    for (const start of [...this.#kinds.keys(), ...this.#catalogs]) {
      const labels = this.#closure(start).flatMap(({ subject, object }) =>
        [subject, object].flatMap((term) => (term.termType === 'BlankNode' ? [term.value] : [])),
      )
      for (const label of new Set(labels)) {
        if (!owner.has(label)) owner.set(label, start)
        else if (!shared.has(label)) shared.set(label, contentId(canonicalNTriples(this.#closure(label, new Set(), [label]))))
      }
    }
    for (const [, uri] of shared) this.#result.repairs.push({ record: uri, property: 'IRI', from: '', to: uri })
    if (shared.size > 0) this.#rename(shared)
  }

  #rename(named: ReadonlyMap<string, string>): void {
    const swap = (term: Term): Term => {
      const uri = term.termType === 'BlankNode' ? named.get(term.value) : undefined
      return uri === undefined ? term : iri(uri)
    }
    const quads = [...this.#graph.quads()].map((quad) => triple(swap(quad.subject), quad.predicate.value, swap(quad.object)))
    for (const subject of [...this.#graph.subjects()]) this.#graph.set(subject, [])
    for (const quad of quads) this.#graph.add(quad)
    const topics = [...this.#topics].map(
      ([topic, from]) => [named.get(topic) ?? topic, from.map((label) => named.get(label) ?? label)] as const,
    )
    this.#topics.clear()
    for (const [topic, from] of topics) this.#topics.set(topic, from)
    for (const [label, uri] of named) {
      const kind = this.#kinds.get(label)
      if (kind) this.#kinds.set(uri, kind)
      this.#kinds.delete(label)
      if (this.#catalogs.delete(label)) this.#catalogs.add(uri)
    }
  }

  #isOther(term: Term, self: string): boolean {
    return term.value !== self && (this.#kinds.has(term.value) || this.#catalogs.has(term.value))
  }

  /** All triples that belong to a node: its own and those of everything it leads to, short of other records. */
  #closure(start: string, seen: Set<string> = new Set(), first: string[] = [start, ...(this.#topics.get(start) ?? [])]): Quad[] {
    const quads: Quad[] = []
    const queue = [...first]
    for (const node of queue) seen.add(node)
    for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
      for (const quad of this.#graph.of(node)) {
        quads.push(quad)
        const { object, predicate } = quad
        if (object.termType === 'Literal' || predicate.value === links.type || seen.has(object.value)) continue
        if (!this.#graph.has(object.value)) continue
        if (this.#isOther(object, start) || this.#isSchema(object)) continue
        if (this.#catalogs.has(start) && predicate.value === links.record) continue
        seen.add(object.value)
        queue.push(object.value)
      }
      if (quads.length > this.#maxTriples) break
    }
    return quads
  }

  /** Words, not data: classes and properties, and entries of the official lists, which the lists themselves describe. */
  #isSchema(term: Term): boolean {
    if (labelOf(term.value, 'de') !== undefined) return true
    return term.termType === 'NamedNode' && this.#graph.objects(term.value, links.type).some((type) => schema.test(type.value))
  }

  read(): Reading {
    for (const [uri, kind] of this.#kinds) this.#record(uri, kind)
    for (const uri of this.#catalogs) this.#catalogue(uri)
    this.#result.catalogues.sort(
      (a, b) => Number(this.#isPart(a.head.uri)) - Number(this.#isPart(b.head.uri)) || compare(a.head.uri, b.head.uri),
    )
    const [outermost] = this.#result.catalogues
    if (outermost) this.#result.head = outermost.head
    this.#result.rest = toLines([...this.#graph.quads()].filter((quad) => !this.#reached.has(quad)))
    this.#result.records.sort((a, b) => compare(a.uri, b.uri))
    return this.#result
  }

  #isPart(uri: string): boolean {
    for (const catalog of this.#catalogs)
      if (
        catalog !== uri &&
        [links.catalog, links.hasPart].some((link) => this.#graph.objects(catalog, link).some((part) => part.value === uri))
      )
        return true
    return false
  }

  #reject(record: string, reason: Rejection['reason'], place = record): void {
    this.#result.rejected.push({ record, place, reason })
  }

  #record(uri: string, kind: RecordKind): void {
    if (!this.#graph.has(uri) || this.#graph.of(uri).length === 0) {
      this.#reject(uri, 'not-described')
      return
    }
    const seen = new Set<string>()
    const quads = this.#closure(uri, seen)
    if (quads.length > this.#maxTriples) {
      this.#reject(uri, 'too-much')
      return
    }
    const repairer = new RecordRepairer(uri, quads)
    this.#title(uri, repairer)
    this.#type(uri, kind, repairer)
    const distributions = kind === 'service' ? [] : distributionsOf(repairer.graph, uri)
    repairer.node(uri, recordRows(kind))
    repairer.conclude(distributions)
    quads.push(...this.#newlyReached(uri, repairer, seen))
    const { record, kept } = decodeRecord(uri, kind, distributions, repairer.quads())
    if (record.title.length === 0) {
      this.#reject(uri, 'no-title')
      return
    }
    for (const quad of quads) this.#reached.add(quad)
    this.#result.records.push(record)
    this.#result.repairs.push(...repairer.log)
    this.#result.kept.push(...kept)
  }

  /** A literal that became an IRI can lead to nodes that were not the record's before. */
  #newlyReached(uri: string, repairer: RecordRepairer, seen: Set<string>): Quad[] {
    const open = repairer
      .quads()
      .filter(
        ({ object, predicate }) => object.termType === 'NamedNode' && predicate.value !== links.type && !seen.has(object.value),
      )
      .filter(({ object }) => this.#graph.has(object.value) && !this.#isOther(object, uri) && !this.#isSchema(object))
    const found = open.length === 0 ? [] : this.#closure(uri, seen, [...new Set(open.map(({ object }) => object.value))])
    for (const quad of found) repairer.graph.add(quad)
    return found
  }

  #title(uri: string, repairer: RecordRepairer): void {
    const { graph } = repairer
    if (graph.objects(uri, expand('dct:title')).some((title) => title.value.trim() !== '')) return
    for (const other of [
      'http://purl.org/dc/elements/1.1/title',
      expand('rdfs:label'),
      expand('schema:name'),
      expand('dct:alternative'),
    ])
      for (const title of graph.objects(uri, other))
        if (title.termType === 'Literal' && title.value.trim() !== '') {
          graph.add(triple(iri(uri), expand('dct:title'), title))
          repairer.note('dct:title', '', title.value)
          return
        }
  }

  #type(uri: string, kind: RecordKind, repairer: RecordRepairer): void {
    if (repairer.graph.objects(uri, links.type).some((type) => type.value === classes[kind])) return
    repairer.graph.add(triple(iri(uri), links.type, iri(classes[kind])))
    repairer.note('rdf:type', '', classes[kind])
  }

  #catalogue(uri: string): void {
    const quads = this.#closure(uri)
    for (const quad of quads) this.#reached.add(quad)
    const entries = (link: string) =>
      quads.filter((quad) => quad.subject.value === uri && quad.predicate.value === link && quad.object.termType === 'NamedNode')
    const [datasets, services, catalogs] = [entries(links.dataset), entries(links.service), entries(links.catalog)]
    const listed = new Set([...datasets, ...services, ...catalogs])
    const repairer = new RecordRepairer(
      uri,
      quads.filter((quad) => !listed.has(quad)),
    )
    repairer.node(uri, headRows)
    const decoder = new Decoder(canonical(repairer.quads()))
    decoder.claim(uri, links.type, classes.catalog)
    const fields = decoder.fields(uri, headRows)
    const head = { uri, ...fields, extra: decoder.extra(uri, []).own } as unknown as CatalogueHead
    this.#result.repairs.push(...repairer.log)
    this.#result.kept.push(...keptOf(uri, decoder, head as unknown as Record<string, unknown>))
    const values = (from: Quad[]) => from.map((quad) => quad.object.value)
    this.#result.catalogues.push({ head, datasets: values(datasets), services: values(services), catalogs: values(catalogs) })
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function distributionsOf(graph: SubjectGraph, uri: string): string[] {
  const parts = graph.objects(uri, links.distribution).filter((term) => term.termType === 'NamedNode' && term.value !== uri)
  return [...new Set(parts.map((part) => part.value))].sort(compare)
}

/** The graph with blank nodes named by content and triples in a fixed order, so that the same source always gives the same record. */
function canonical(quads: readonly Quad[]): Quad[] {
  const labels = canonicalLabels(quads)
  const swap = (term: Term): Term => (term.termType === 'BlankNode' ? blank(labels.get(term.value) ?? term.value) : term)
  const renamed = quads.map((quad) => triple(swap(quad.subject), quad.predicate.value, swap(quad.object)))
  return renamed
    .map((quad) => [`${quad.subject.value} ${quad.predicate.value} ${termKey(quad.object)}`, quad] as const)
    .sort(([a], [b]) => compare(a, b))
    .map(([, quad]) => quad)
}

function decodeRecord(
  uri: string,
  kind: RecordKind,
  distributions: readonly string[],
  quads: readonly Quad[],
): { record: CatalogueRecord; kept: Kept[] } {
  const decoder = new Decoder(canonical(quads))
  decoder.claim(uri, links.type, classes[kind])
  const fields = decoder.fields(uri, recordRows(kind))
  const kept = keptOf(uri, decoder, fields)
  const parts = distributions.map((part) => {
    decoder.claim(uri, links.distribution, part)
    decoder.claim(part, links.type, classes.distribution)
    const own = decoder.fields(part, distributionRows)
    kept.push(...keptOf(uri, decoder, own))
    return { uri: part, ...own }
  })
  const { own, of } = decoder.extra(uri, distributions)
  sortThemes(fields)
  const distribution = parts.map((part) => ({ ...part, extra: of.get(part.uri) ?? [] }) as unknown as Distribution)
  const record = { kind, uri, ...fields, ...(kind === 'service' ? {} : { distribution }), extra: own }
  return { record: record as unknown as CatalogueRecord, kept }
}

/** EU themes come first because they are read first. */
function sortThemes(fields: Record<string, unknown>): void {
  const theme = fields.theme as string[] | undefined
  if (theme) fields.theme = theme.toSorted((a, b) => Number(isEuTheme(b)) - Number(isEuTheme(a)))
}
const isEuTheme = (value: string) => value.startsWith('http://publications.europa.eu/resource/authority/data-theme/')

function reasonOf(row: Row, term: Term, fields: Record<string, unknown>): Kept['reason'] {
  if (term.termType === 'Literal' && term.value.trim() === '') return 'empty'
  if (term.termType === 'NamedNode' && /^(?:javascript|vbscript|data|file|blob|about):/i.test(term.value)) return 'unsafe-link'
  return !row.many && fields[row.field] !== undefined ? 'more-than-one' : 'not-understood'
}

function keptOf(record: string, decoder: Decoder, fields: Record<string, unknown>): Kept[] {
  return decoder.misfits.splice(0).map(({ row, term }) => ({
    record,
    property: shorten(row.predicate),
    value: term.termType === 'BlankNode' ? '[ ]' : term.value.slice(0, 500),
    reason: reasonOf(row, term, fields),
  }))
}

/**
 * Sorts a document's triples into catalogues, datasets with their distributions, series and services; mends what can be mended
 * and says so. Nothing is lost: what no property takes stays in `extra` of its record, what belongs to no record in `rest`.
 */
export function readCatalogue(quads: Iterable<Quad>, options: ReadOptions = {}): Reading {
  return new Reader(quads, options).read()
}
