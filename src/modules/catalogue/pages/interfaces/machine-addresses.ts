import type { Route } from '#kernel/route.ts'

const machine = (id: string, path: string): Route => ({
  id: `catalogue/machine-${id}`,
  method: 'GET',
  path,
  permission: 'public',
  module: 'catalogue',
  page: false,
})

/** Addresses that the counters above this room answer; this page only links to them. A test holds them against the routes of the house. */
export const machineAddresses = {
  catalogue: machine('catalogue', '/katalog'),
  turtle: machine('turtle', '/katalog.ttl'),
  rdfXml: machine('rdf-xml', '/katalog.rdf'),
  jsonLd: machine('json-ld', '/katalog.jsonld'),
  whole: machine('whole', '/katalog/alles.:format'),
  datasets: machine('datasets', '/api/v1/datasets'),
  dataset: machine('dataset', '/api/v1/datasets/:id'),
  openapi: machine('openapi', '/api/v1/openapi.json'),
  ckan: machine('ckan', '/api/3/action/:action'),
  ogc: machine('ogc', '/ogc'),
  ogcConformance: machine('ogc-conformance', '/ogc/conformance'),
  ogcApi: machine('ogc-api', '/ogc/api'),
  ogcCollection: machine('ogc-collection', '/ogc/collections/datasets'),
  ogcItems: machine('ogc-items', '/ogc/collections/datasets/items'),
  csw: machine('csw', '/csw'),
  oai: machine('oai', '/oai'),
  dataJson: machine('data-json', '/data.json'),
  metastore: machine('metastore', '/api/1/metastore/schemas/dataset/items'),
  metastoreItem: machine('metastore-item', '/api/1/metastore/schemas/dataset/items/:id'),
  changes: machine('changes', '/api/v1/changes'),
  sparql: machine('sparql', '/sparql'),
  sitemap: machine('sitemap', '/sitemap.xml'),
} as const
