/** Prefixes our documents use and the namespaces they stand for. */
export const namespaces = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dcatde: 'http://dcat-ap.de/def/dcatde/',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geodcatap: 'http://data.europa.eu/930/',
  gsp: 'http://www.opengis.net/ont/geosparql#',
  hydra: 'http://www.w3.org/ns/hydra/core#',
  locn: 'http://www.w3.org/ns/locn#',
  odrl: 'http://www.w3.org/ns/odrl/2/',
  org: 'http://www.w3.org/ns/org#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'http://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  time: 'http://www.w3.org/2006/time#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

export type Prefix = keyof typeof namespaces

const pairs = Object.entries(namespaces)

/** `dct:title` -> the full IRI; a name without a known prefix comes back as it is. */
export function expand(name: string): string {
  const colon = name.indexOf(':')
  const namespace = namespaces[name.slice(0, colon) as Prefix]
  return namespace === undefined ? name : namespace + name.slice(colon + 1)
}

/** The full IRI -> `dct:title`; an IRI of no known namespace comes back as it is. */
export function shorten(iri: string): string {
  for (const [prefix, namespace] of pairs) if (iri.startsWith(namespace)) return `${prefix}:${iri.slice(namespace.length)}`
  return iri
}
