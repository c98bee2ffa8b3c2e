import type { Quad } from '@rdfjs/types'
import { expand, iri, toLines, triple } from '#standards/rdf'
import { CatalogueGraph, type RecordKind } from './catalogue-graph.ts'
import { compare, decodeHead, decodeRecord } from './decode-record.ts'
import { classes, headRows, links, recordRows } from './property-table.ts'
import type { Reading, Rejection } from './reading.ts'
import { RecordRepairer } from './repair-record.ts'
import type { SubjectGraph } from './subject-graph.ts'

export interface ReadOptions {
  /** Most triples one record may have (default 50,000). */
  maxTriples?: number
}

class Reader {
  readonly #source: CatalogueGraph
  readonly #reached = new Set<Quad>()
  readonly #result: Reading = { catalogues: [], records: [], repairs: [], rejected: [], kept: [], rest: [] }

  constructor(quads: Iterable<Quad>, options: ReadOptions) {
    this.#source = new CatalogueGraph(quads, options.maxTriples ?? 50_000)
    this.#result.repairs.push(...this.#source.repairs)
  }

  read(): Reading {
    for (const [uri, kind] of this.#source.kinds) this.#record(uri, kind)
    for (const uri of this.#source.catalogs) this.#catalogue(uri)
    const rank = (uri: string) => Number(this.#source.isPart(uri))
    this.#result.catalogues.sort((a, b) => rank(a.head.uri) - rank(b.head.uri) || compare(a.head.uri, b.head.uri))
    const [outermost] = this.#result.catalogues
    if (outermost) this.#result.head = outermost.head
    this.#result.rest = toLines([...this.#source.graph.quads()].filter((quad) => !this.#reached.has(quad)))
    this.#result.records.sort((a, b) => compare(a.uri, b.uri))
    return this.#result
  }

  #reject(record: string, reason: Rejection['reason'], place = record): void {
    this.#result.rejected.push({ record, place, reason })
  }

  #record(uri: string, kind: RecordKind): void {
    if (!this.#source.graph.has(uri) || this.#source.graph.of(uri).length === 0) {
      this.#reject(uri, 'not-described')
      return
    }
    const seen = new Set<string>()
    const quads = this.#source.closure(uri, seen)
    if (quads.length > this.#source.maxTriples) {
      this.#reject(uri, 'too-much')
      return
    }
    const repairer = new RecordRepairer(uri, quads)
    this.#title(uri, repairer)
    this.#type(uri, kind, repairer)
    const distributions = kind === 'service' ? [] : distributionsOf(repairer.graph, uri)
    repairer.node(uri, recordRows(kind))
    repairer.conclude(distributions)
    quads.push(...this.#newlyReached(uri, repairer, quads, seen))
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
  #newlyReached(uri: string, repairer: RecordRepairer, before: readonly Quad[], seen: Set<string>): Quad[] {
    const known = new Set(before.flatMap(({ object }) => (object.termType === 'NamedNode' ? [object.value] : [])))
    const open = repairer
      .quads()
      .filter(
        ({ object, predicate }) =>
          object.termType === 'NamedNode' &&
          predicate.value !== links.type &&
          !seen.has(object.value) &&
          !known.has(object.value),
      )
      .filter(
        ({ object }) =>
          this.#source.graph.has(object.value) && !this.#source.isOther(object, uri) && !this.#source.isSchema(object),
      )
    const found = open.length === 0 ? [] : this.#source.closure(uri, seen, [...new Set(open.map(({ object }) => object.value))])
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
    const quads = this.#source.closure(uri)
    for (const quad of quads) this.#reached.add(quad)
    const entries = (link: string) =>
      quads.filter((quad) => quad.subject.value === uri && quad.predicate.value === link && quad.object.termType === 'NamedNode')
    const [datasets, services, catalogs] = [entries(links.dataset), entries(links.service), entries(links.catalog)]
    const listed = new Set([...datasets, ...services, ...catalogs])
    const own = quads.filter((quad) => !listed.has(quad))
    const repairer = new RecordRepairer(uri, own)
    repairer.node(uri, headRows)
    const { head, kept } = decodeHead(uri, repairer.quads())
    this.#result.repairs.push(...repairer.log)
    this.#result.kept.push(...kept)
    const values = (from: Quad[]) => from.map((quad) => quad.object.value)
    this.#result.catalogues.push({ head, datasets: values(datasets), services: values(services), catalogs: values(catalogs) })
  }
}

function distributionsOf(graph: SubjectGraph, uri: string): string[] {
  const parts = graph.objects(uri, links.distribution).filter((term) => term.termType === 'NamedNode' && term.value !== uri)
  return [...new Set(parts.map((part) => part.value))].sort(compare)
}

/**
 * Sorts a document's triples into catalogues, datasets with their distributions, series and services; mends what can be mended
 * and says so. Nothing is lost: what no property takes stays in `extra` of its record, what belongs to no record in `rest`.
 */
export function readCatalogue(quads: Iterable<Quad>, options: ReadOptions = {}): Reading {
  return new Reader(quads, options).read()
}
