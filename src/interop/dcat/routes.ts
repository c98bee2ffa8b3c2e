import { routesOf } from '#kernel/route.ts'

const route = routesOf('dcat', { module: 'catalogue' })

/** The catalogue for machines: `/katalog` by content negotiation, by suffix in pages of 100, and whole. */
export const routes = {
  catalogue: route('catalogue', '/katalog'),
  turtle: route('turtle', '/katalog.ttl'),
  rdfXml: route('rdf-xml', '/katalog.rdf'),
  jsonLd: route('json-ld', '/katalog.jsonld'),
  whole: route('whole', '/katalog/alles.:format'),
} as const
