import type { Quad, Term } from '@rdfjs/types'
import { blank, fromLines, iri, termKey, text, triple } from '#standards/rdf'
import { geometryId } from './content-id.ts'
import type { CatalogueHead, CatalogueRecord, Node } from './model.ts'
import {
  classes,
  distributionRows,
  geometryNode,
  headRows,
  isNodeKind,
  links,
  type NodeKind,
  nodeRows,
  nodeTypes,
  type Row,
  recordRows,
} from './property-table.ts'
import { belongs, writeValue } from './values.ts'

type Fields = Readonly<Record<string, unknown>>

/** Collects triples once each and names blank nodes. */
class Writer {
  readonly #quads = new Map<string, Quad>()
  #count = 0

  add(quad: Quad): void {
    this.#quads.set(`${termKey(quad.subject)} ${quad.predicate.value} ${termKey(quad.object)}`, quad)
  }

  fields(subject: Term, rows: readonly Row[], fields: Fields): void {
    for (const row of rows) {
      const value = fields[row.field]
      if (value === undefined) continue
      for (const each of row.many ? (value as readonly unknown[]) : [value])
        if (isNodeKind(row.kind)) this.add(triple(subject, row.predicate, this.#node(row.kind, each as Node & Fields)))
        else if (row.kind === 'geometry') this.add(triple(subject, row.predicate, this.#geometry(subject, String(each))))
        else if (belongs(row, each)) this.add(triple(subject, row.predicate, writeValue(row, each)))
    }
  }

  #geometry(place: Term, wkt: string): Term {
    const node = place.termType === 'NamedNode' ? iri(geometryId(place.value, wkt)) : blank(`n${this.#count++}`)
    this.add(triple(node, links.type, iri(geometryNode.type)))
    this.add(triple(node, geometryNode.property, text(wkt, '', geometryNode.datatype)))
    return node
  }

  #node(kind: NodeKind, value: Node & Fields): Term {
    // Labels in `extra` are c0, c1 ...; ours cannot meet them.
    const subject = value.uri !== undefined ? iri(value.uri) : blank(value.node ?? `n${this.#count++}`)
    const type = nodeTypes[kind]
    const says = Object.entries(value).some(
      ([name, field]) => name !== 'uri' && name !== 'node' && (!Array.isArray(field) || field.length > 0),
    )
    if (type && (says || value.uri === undefined)) this.add(triple(subject, links.type, iri(type)))
    this.fields(subject, nodeRows[kind], value)
    return subject
  }

  lines(extra: readonly string[]): void {
    for (const quad of fromLines(extra)) this.add(quad)
  }

  quads(): Quad[] {
    return [...this.#quads.values()]
  }
}

/** A record with its distributions as triples; the opposite of reading it. */
export function encodeRecord(record: CatalogueRecord): Quad[] {
  const writer = new Writer()
  const subject = iri(record.uri)
  writer.add(triple(subject, links.type, iri(classes[record.kind])))
  writer.fields(subject, recordRows(record.kind), record as unknown as Fields)
  writer.lines(record.extra)
  if (record.kind !== 'service')
    for (const distribution of record.distribution) {
      const part = iri(distribution.uri)
      writer.add(triple(subject, links.distribution, part))
      writer.add(triple(part, links.type, iri(classes.distribution)))
      writer.fields(part, distributionRows, distribution as unknown as Fields)
      writer.lines(distribution.extra)
    }
  return writer.quads()
}

/** What a catalogue lists, as IRIs. */
export interface CatalogueEntries {
  datasets: readonly string[]
  services: readonly string[]
  /** Catalogues inside this one. */
  catalogs: readonly string[]
}

/** The catalogue itself with links to its entries. Series are listed under dcat:dataset, as DCAT-AP.de does. */
export function encodeCatalogue(head: CatalogueHead, entries: Partial<CatalogueEntries> = {}): Quad[] {
  const writer = new Writer()
  const subject = iri(head.uri)
  writer.add(triple(subject, links.type, iri(classes.catalog)))
  writer.fields(subject, headRows, head as unknown as Fields)
  writer.lines(head.extra)
  for (const uri of entries.datasets ?? []) writer.add(triple(subject, links.dataset, iri(uri)))
  for (const uri of entries.services ?? []) writer.add(triple(subject, links.service, iri(uri)))
  for (const uri of entries.catalogs ?? []) writer.add(triple(subject, links.catalog, iri(uri)))
  return writer.quads()
}
