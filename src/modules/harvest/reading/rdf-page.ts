import type { Quad } from '@rdfjs/types'
import { translator } from '#kernel/locale.ts'
import { readCatalogue } from '#standards/dcat-ap-de'
import { type RdfFault, rdfGerman, readRdf } from '#standards/rdf'
import type { Entry, Fetched, Page } from '../harvester.ts'
import { HarvestFault } from '../model/fault.ts'

const hydra = 'http://www.w3.org/ns/hydra/core#'
const sentence = translator('de', rdfGerman)

function faultOf({ code, line, params }: RdfFault, address: string): HarvestFault {
  if (code === 'cut-off') return new HarvestFault('cut-off', { url: address, bytes: 0 })
  if (code === 'encoding') return new HarvestFault('encoding', { url: address, encoding: String(params.encoding ?? '') })
  if (code === 'unknown-format') return new HarvestFault('not-this-kind', { url: address })
  return new HarvestFault('unreadable', { url: address, line: line ?? 0, detail: sentence(`rdf.fault.${code}`, params) })
}

/** Where this view leads on: `hydra:next` of today, `hydra:nextPage` of older portals, as an address or as text. */
function nextOf(quads: readonly Quad[], address: string): string | undefined {
  const ways = quads.filter(({ predicate }) => predicate.value === `${hydra}next` || predicate.value === `${hydra}nextPage`)
  const own = ways.filter(({ subject }) => subject.value === address)
  const [way] = own.length > 0 ? own : ways
  const next = way?.object.value ?? ''
  return next !== '' && URL.canParse(next, address) ? new URL(next, address).href : undefined
}

function totalOf(quads: readonly Quad[]): number | undefined {
  const totals = quads
    .filter(({ predicate }) => predicate.value === `${hydra}totalItems`)
    .map(({ object }) => Number(object.value))
  const [total] = totals.filter((one) => Number.isInteger(one) && one >= 0)
  return total
}

const isPaging = ({ predicate, object }: Quad) => predicate.value.startsWith(hydra) || object.value.startsWith(hydra)

/** Reads a document in RDF as a page of records. Quads about paging belong to the page and to no record. `file` is a document without an address on the web. */
export async function readRdfPage({ bytes, contentType, address }: Fetched, file?: string): Promise<Page> {
  const { quads, fault } = await readRdf(bytes, {
    ...(file === undefined ? { baseIRI: address } : {}),
    fileName: file ?? new URL(address).pathname,
    ...(contentType ? { contentType } : {}),
  })
  if (fault) throw faultOf(fault, file ?? address)
  const next = nextOf(quads, address)
  const announced = totalOf(quads)
  const { records, repairs, kept, rejected, catalogues } = readCatalogue(quads.filter((quad) => !isPaging(quad)))
  const repairsOf = Map.groupBy(repairs, (one) => one.record)
  const keptOf = Map.groupBy(kept, (one) => one.record)
  const entries: Entry[] = records.map((record) => ({
    id: record.uri,
    // The record is decoded from a canonical graph: the same statements give the same text, in whatever order and form they came.
    raw: JSON.stringify(record),
    excerpt: () => JSON.stringify(record, null, 1),
    page: record.landingPage[0] ?? record.uri,
    understand: () => ({ record, repairs: repairsOf.get(record.uri) ?? [], kept: keptOf.get(record.uri) ?? [] }),
  }))
  for (const { record, reason } of rejected)
    entries.push({
      id: record,
      raw: reason,
      excerpt: () => record,
      understand: () => ({ reason }),
      // Each page of a paged catalogue names all its records and describes some of them.
      mention: reason === 'not-described' && (next !== undefined || announced !== undefined),
    })
  if (entries.length === 0 && catalogues.length === 0) throw new HarvestFault('not-this-kind', { url: file ?? address })
  const publisher = catalogues[0]?.head.publisher
  return {
    entries,
    next,
    ...(announced === undefined ? {} : { announced }),
    ...(publisher ? { publisher } : {}),
  }
}
