import type { Visit } from '#platform/http'

/** The RDF forms of a record by their suffix. */
export const rdfForms = { ttl: 'text/turtle', rdf: 'application/rdf+xml', jsonld: 'application/ld+json' } as const
export type RdfForm = keyof typeof rdfForms

const forms = Object.entries(rdfForms) as [RdfForm, string][]

/** Slug and wanted RDF form of an address: the suffix decides, without one the Accept header; undefined form means a page. */
export function wantedForm(visit: Visit): { slug: string; form: RdfForm | undefined } {
  const given = visit.params.slug ?? ''
  const [, stem = '', suffix = ''] = /^(.+)\.(ttl|rdf|jsonld)$/.exec(given) ?? []
  if (stem) return { slug: stem, form: suffix as RdfForm }
  const type = visit.accepts(['text/html', ...forms.map(([, media]) => media)])
  return { slug: given, form: forms.find(([, media]) => media === type)?.[0] }
}
