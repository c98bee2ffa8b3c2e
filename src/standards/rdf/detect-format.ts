/** The grammars we read. Turtle also stands for N-Triples, TriG for N-Quads: the wider grammar reads the narrower. */
export type RdfFormat = 'rdfxml' | 'turtle' | 'trig' | 'jsonld'

const byType: Record<string, RdfFormat> = {
  'application/rdf+xml': 'rdfxml',
  'text/turtle': 'turtle',
  'application/x-turtle': 'turtle',
  'application/n-triples': 'turtle',
  'text/n3': 'turtle',
  'application/trig': 'trig',
  'application/n-quads': 'trig',
  'application/ld+json': 'jsonld',
}

const byExtension: Record<string, RdfFormat> = {
  rdf: 'rdfxml',
  xml: 'rdfxml',
  owl: 'rdfxml',
  ttl: 'turtle',
  nt: 'turtle',
  n3: 'turtle',
  trig: 'trig',
  nq: 'trig',
  jsonld: 'jsonld',
  json: 'jsonld',
}

const rdfNamespace = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'

/** The format by what the text looks like; undefined when it looks like none. */
export function sniffFormat(text: string): RdfFormat | undefined {
  const start = text.trimStart()
  if (/^<(\?xml|!--|!DOCTYPE|!ENTITY)/i.test(start)) return 'rdfxml'
  // `<a:b>` can be an element or an IRI; an element of RDF/XML declares its namespaces.
  if (/^<[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?[\s/>]/.test(start) && /\sxmlns[:=]/.test(start)) return 'rdfxml'
  if (/^(\{|\[)\s*("|\]|\}|\{)/.test(start)) return 'jsonld'
  if (/^(@prefix|@base|@version|PREFIX\s|BASE\s|#|<[^<>\s]*>|_:|[\w-]*:|\[)/i.test(start)) return 'turtle'
  return undefined
}

/**
 * Recognises the format: what the text shows wins over the name, the name over the type, because servers often send
 * `text/xml`, `text/plain` or `application/json`. Undefined when nothing fits, for example for an HTML page.
 */
export function detectFormat(
  start: string,
  hints: { contentType?: string | undefined; fileName?: string | undefined },
): RdfFormat | undefined {
  const type = byType[(hints.contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '']
  const extension = byExtension[/\.(\w+)(\.gz)?$/.exec((hints.fileName ?? '').toLowerCase())?.[1] ?? '']
  const seen = sniffFormat(start)
  // Any XML could be read as RDF/XML and would give nonsense.
  if (seen === 'rdfxml' && !start.includes(rdfNamespace) && !/<!(DOCTYPE|ENTITY)/i.test(start)) return undefined
  if (/^\s*(<!--[\s\S]*?-->\s*)*<(!doctype\s+)?html[\s>]/i.test(start)) return undefined
  if (seen === 'rdfxml' || seen === 'jsonld') return seen
  const named = type ?? extension
  if (seen === 'turtle') return named === 'trig' ? 'trig' : 'turtle'
  return named
}
