import { type Answer, body, stream, type Visit } from '#platform/http'
import { encodeRecord, titleOf } from '#standards/dcat-ap-de'
import { iri, text, toJsonLd, toRdfXml, toTurtle, triple } from '#standards/rdf'
import type { StoredResource } from '../../store/catalogue-store.ts'
import { type RdfForm, rdfForms } from './negotiate.ts'

const writers = { ttl: toTurtle, rdf: toRdfXml, jsonld: toJsonLd } as const

const headers = (page: string) => ({
  vary: 'Accept, Accept-Encoding',
  link: `<${encodeURI(page)}>; rel="canonical"; type="text/html"`,
  'access-control-allow-origin': '*',
  'cache-control': 'no-cache',
})

/** A record as RDF. `page` is the full address of its page. */
export const rdfAnswer = (resource: StoredResource, form: RdfForm, page: string): Answer =>
  stream(
    `${rdfForms[form]}${form === 'jsonld' ? '' : '; charset=utf-8'}`,
    writers[form]([encodeRecord(resource.record)]),
    headers(page),
  )

const owl = 'http://www.w3.org/2002/07/owl#'
const dct = 'http://purl.org/dc/terms/'

/** What is left of a withdrawn record, in RDF: its name, that it is gone, since when and why. */
export async function rdfTombstone(resource: StoredResource, form: RdfForm, visit: Visit, page: string): Promise<Answer> {
  const subject = iri(resource.record.uri)
  const quads = [
    triple(subject, `${dct}title`, text(titleOf(resource.record, visit.lang))),
    triple(subject, `${owl}deprecated`, text('true', '', 'http://www.w3.org/2001/XMLSchema#boolean')),
    triple(
      subject,
      'http://www.w3.org/ns/adms#status',
      iri('http://publications.europa.eu/resource/authority/dataset-status/WITHDRAWN'),
    ),
    ...(resource.withdrawnAt
      ? [
          triple(
            subject,
            `${dct}modified`,
            text(resource.withdrawnAt.toISOString(), '', 'http://www.w3.org/2001/XMLSchema#dateTime'),
          ),
        ]
      : []),
    ...(resource.withdrawnReason
      ? [triple(subject, 'http://www.w3.org/2000/01/rdf-schema#comment', text(resource.withdrawnReason, 'de'))]
      : []),
  ]
  const pieces: string[] = []
  for await (const piece of writers[form]([quads])) pieces.push(piece)
  return body(`${rdfForms[form]}${form === 'jsonld' ? '' : '; charset=utf-8'}`, pieces.join(''), headers(page), 410)
}
