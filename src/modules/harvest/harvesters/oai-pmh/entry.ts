import type { Quad } from '@rdfjs/types'
import { dataciteKind, dataciteOf, dataciteToQuads } from '#standards/datacite'
import { readCatalogue } from '#standards/dcat-ap-de'
import { headOf, isRecord, recordToQuads } from '#standards/iso19139'
import { isOaiDublinCore, type OaiRecord, oaiDublinCoreToQuads, oaiRecordAddress, otherKind } from '#standards/oai-pmh'
import { expand, iri, readRdf, triple } from '#standards/rdf'
import { writeXml, type XmlElement } from '#standards/xml'
import type { Entry, Refused, Understood } from '../../harvester.ts'

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const dcat = 'http://www.w3.org/ns/dcat#'

/** What the records of a page need to be read. */
export interface EntryPlace {
  readonly base: string
  readonly prefix: string
  readonly all: boolean
  /** The page as it came. */
  readonly text: string
}

/** Triples of a record in RDF; a dataset without a name of its own gets this one. */
async function rdfQuads(metadata: XmlElement, uri: string): Promise<Quad[] | Refused> {
  const inner = writeXml(metadata)
  const document = metadata.ns === rdf && metadata.name === 'RDF' ? inner : `<r:RDF xmlns:r="${rdf}">${inner}</r:RDF>`
  const { quads, fault } = await readRdf(Buffer.from(document), { contentType: 'application/rdf+xml', baseIRI: uri })
  if (fault) return { reason: 'unreadable', detail: `RDF: ${fault.code}` }
  const nameless = quads.filter(
    (one) =>
      one.subject.termType === 'BlankNode' &&
      one.predicate.value === expand('rdf:type') &&
      one.object.value === expand('dcat:Dataset'),
  )
  const [only] = nameless
  if (!only || nameless.length > 1) return quads
  return quads.map((one) => (one.subject.equals(only.subject) ? triple(iri(uri), one.predicate.value, one.object) : one))
}

function understood(quads: readonly Quad[], uri: string): Understood | Refused {
  const { records, repairs, kept, rejected } = readCatalogue([...quads])
  const record = records.find((one) => one.uri === uri) ?? records.find((one) => one.kind === 'dataset') ?? records[0]
  if (!record) return { reason: rejected[0]?.reason ?? 'unreadable' }
  const own = (one: { readonly record: string }) => one.record === record.uri
  return { record, repairs: repairs.filter(own), kept: kept.filter(own) }
}

const shortened = (xml: string) => xml.replace(/>\s+</g, '><').trim()

/** How a record's metadata are read: by the form that they have, whatever the repository calls it. Undefined for an unknown form. */
function reading(metadata: XmlElement, uri: string, { base, prefix, all }: EntryPlace): (() => Understood | Refused) | undefined {
  const resource = dataciteOf(metadata)
  if (resource)
    return () => {
      const kind = dataciteKind(resource)
      return kind === 'data' || all
        ? understood(dataciteToQuads(resource, uri), uri)
        : { reason: 'other-kind', detail: kind.other }
    }
  if (isRecord(metadata))
    return () => {
      const { kind, level } = headOf(metadata)
      if (kind === 'other') return { reason: 'other-kind', detail: level }
      return understood(recordToQuads(metadata, uri, { uriOf: (one) => oaiRecordAddress(base, one, prefix) }), uri)
    }
  if (isOaiDublinCore(metadata))
    return () => {
      const other = all ? undefined : otherKind(metadata)
      return other === undefined
        ? understood(oaiDublinCoreToQuads(metadata, uri), uri)
        : { reason: 'other-kind', detail: other.slice(0, 200) }
    }
  return undefined
}

/** A record of a repository as an entry. RDF is read at once: its statements are its content, in whatever order they came. */
export async function entryOf(given: OaiRecord, at: number, place: EntryPlace): Promise<Entry> {
  const { identifier, deleted, metadata } = given
  const id = identifier || `record[${at}]`
  if (deleted) return { id, raw: '', excerpt: () => id, understand: () => ({ reason: 'deleted' }), gone: identifier !== '' }
  const page = identifier ? { page: oaiRecordAddress(place.base, identifier, place.prefix) } : {}
  const source = metadata ? place.text.slice(metadata.start, metadata.end) : ''
  const refused = (why: Refused): Entry => ({
    id,
    raw: shortened(source),
    excerpt: () => source || id,
    ...page,
    understand: () => why,
  })
  if (identifier === '') return refused({ reason: 'no-id' })
  if (!metadata) return refused({ reason: 'not-described' })
  const uri = oaiRecordAddress(place.base, identifier, place.prefix)
  if (metadata.ns === rdf || metadata.ns === dcat) {
    const quads = await rdfQuads(metadata, uri)
    if ('reason' in quads) return refused(quads)
    const one = understood(quads, uri)
    if ('reason' in one) return refused(one)
    return { id, raw: JSON.stringify(one.record), excerpt: () => source, ...page, understand: () => one }
  }
  const understand = reading(metadata, uri, place)
  if (!understand) return refused({ reason: 'unreadable', detail: `${metadata.name} (${metadata.ns})` })
  return { id, raw: shortened(source), excerpt: () => source, ...page, understand }
}
