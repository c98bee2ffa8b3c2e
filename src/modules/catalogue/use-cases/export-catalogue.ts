import type { Quad } from '@rdfjs/types'
import { textIn } from '#kernel/locale.ts'
import { type Site, siteAddress } from '#kernel/site.ts'
import { type Agent, type CatalogueHead, encodeCatalogue, encodeRecord } from '#standards/dcat-ap-de'
import { iri, namespaces, type RecordGraphs, toJsonLd, toRdfXml, toTurtle, triple } from '#standards/rdf'
import type { CatalogueStore, StoredResource } from '../store/catalogue-store.ts'
import { recordsInTurn } from './records-in-turn.ts'

export const exportFormats = ['ttl', 'rdf', 'jsonld'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Media types of the formats, as answered and as asked for. */
export const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  ttl: 'text/turtle',
  rdf: 'application/rdf+xml',
  jsonld: 'application/ld+json',
}

const writers: Readonly<Record<ExportFormat, (graphs: RecordGraphs) => AsyncGenerator<string>>> = {
  ttl: toTurtle,
  rdf: toRdfXml,
  jsonld: toJsonLd,
}

/** Writes graphs in a format, one at a time. */
export const writeRdf = (format: ExportFormat, graphs: RecordGraphs): AsyncGenerator<string> => writers[format](graphs)

/** The tenant as the one who publishes. */
export const publisherOfSite = (site: Site, publicUrl: string): Agent => ({
  uri: `${siteAddress(site, publicUrl)}/#herausgeber`,
  type: `${namespaces.foaf}Organization`,
  name: [{ value: site.contact.organisation || site.name, lang: 'de' }],
  ...(site.contact.email ? { mbox: site.contact.email } : {}),
})

/** The tenant's own catalogue: what it is called, who publishes it. */
export function ownHead(site: Site, publicUrl: string): CatalogueHead {
  const base = siteAddress(site, publicUrl)
  return {
    uri: `${base}/katalog`,
    title: [{ value: `Offene Daten: ${site.name}`, lang: 'de' }],
    description: [{ value: textIn(site.subtitle, 'de') || `Datenkatalog: ${site.name}`, lang: 'de' }],
    publisher: publisherOfSite(site, publicUrl),
    homepage: `${base}/`,
    language: ['http://publications.europa.eu/resource/authority/language/DEU'],
    license: 'http://dcat-ap.de/def/licenses/cc-zero',
    themeTaxonomy: ['http://publications.europa.eu/resource/authority/data-theme'],
    spatial: [],
    extra: [],
  }
}

/** The triple by which a catalogue lists a record. */
export const listing = (head: string, one: Pick<StoredResource, 'record'>): Quad =>
  triple(iri(head), `${namespaces.dcat}${one.record.kind === 'service' ? 'service' : 'dataset'}`, iri(one.record.uri))

/** A record with the triple that lists it in the catalogue it came with, else in `home`. */
export const graphOf = (one: StoredResource, home: string): Quad[] => [
  listing(one.head ?? home, one),
  ...encodeRecord(one.record),
]

async function* graphs(store: CatalogueStore, site: Site, publicUrl: string): AsyncGenerator<Quad[]> {
  const heads = await store.heads()
  const own = ownHead(site, publicUrl)
  for (const { head, catalogs } of heads) yield encodeCatalogue(head, { catalogs })
  let ownShown = heads.length > 0
  for await (const page of recordsInTurn(store))
    for (const one of page) {
      if (one.head === null && !ownShown) {
        ownShown = true
        yield encodeCatalogue(own)
      }
      yield graphOf(one, heads[0]?.head.uri ?? own.uri)
    }
}

/** Everything a view shows, in constant memory: catalogues as they came, records, and the own catalogue where there are own records. */
export const exportCatalogue = (
  store: CatalogueStore,
  site: Site,
  format: ExportFormat,
  publicUrl: string,
): AsyncGenerator<string> => writeRdf(format, graphs(store, site, publicUrl))
