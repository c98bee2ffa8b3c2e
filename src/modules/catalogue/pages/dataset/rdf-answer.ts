import { type Answer, body, stream, type Visit } from '#platform/http'
import { titleOf } from '#standards/dcat-ap-de'
import { iri, text, triple } from '#standards/rdf'
import type { StoredResource } from '../../store/catalogue-store.ts'
import { type ExportFormat, graphOf, mediaTypes, ownHead, writeRdf } from '../../use-cases/export-catalogue.ts'

const headers = (page: string) => ({
  vary: 'Accept, Accept-Encoding',
  link: `<${encodeURI(page)}>; rel="canonical"; type="text/html"`,
  'access-control-allow-origin': '*',
  'cache-control': 'no-cache',
})
const typeOf = (form: ExportFormat) => `${mediaTypes[form]}${form === 'jsonld' ? '' : '; charset=utf-8'}`

/** A record as RDF, with the catalogue that lists it. `page` is the full address of its page. */
export const rdfAnswer = (resource: StoredResource, form: ExportFormat, visit: Visit, page: string): Answer =>
  stream(typeOf(form), writeRdf(form, [graphOf(resource, ownHead(visit.site, visit.origin).uri)]), headers(page))

const dct = 'http://purl.org/dc/terms/'
const xsd = 'http://www.w3.org/2001/XMLSchema#'

/** What is left of a withdrawn record, in RDF: its name, that it is gone, since when and why. */
export async function rdfTombstone(resource: StoredResource, form: ExportFormat, visit: Visit, page: string): Promise<Answer> {
  const subject = iri(resource.record.uri)
  const quads = [
    triple(subject, `${dct}title`, text(titleOf(resource.record, visit.lang))),
    triple(subject, 'http://www.w3.org/2002/07/owl#deprecated', text('true', '', `${xsd}boolean`)),
    triple(
      subject,
      'http://www.w3.org/ns/adms#status',
      iri('http://publications.europa.eu/resource/authority/dataset-status/WITHDRAWN'),
    ),
    ...(resource.withdrawnAt
      ? [triple(subject, `${dct}modified`, text(resource.withdrawnAt.toISOString(), '', `${xsd}dateTime`))]
      : []),
    ...(resource.withdrawnReason
      ? [triple(subject, 'http://www.w3.org/2000/01/rdf-schema#comment', text(resource.withdrawnReason, 'de'))]
      : []),
  ]
  const pieces: string[] = []
  for await (const piece of writeRdf(form, [quads])) pieces.push(piece)
  return body(typeOf(form), pieces.join(''), headers(page), 410)
}
