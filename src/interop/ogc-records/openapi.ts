import type { Visit } from '#platform/http'
import { mostRecords, sortableProperties, usualLimit } from './question.ts'
import { routes } from './routes.ts'

const array = { type: 'array', items: { type: 'string' } }
const query = (name: string, schema: object, description: string) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
  ...('items' in schema ? { style: 'form', explode: false } : {}),
})
const box = {
  type: 'array',
  oneOf: [
    { minItems: 4, maxItems: 4 },
    { minItems: 6, maxItems: 6 },
  ],
  items: { type: 'number' },
}

const parameters = [
  query(
    'limit',
    { type: 'integer', minimum: 1, maximum: mostRecords, default: usualLimit },
    'How many records a page has; more are cut to the maximum.',
  ),
  query('bbox', box, 'Records whose area touches this box: west, south, east, north (WGS 84).'),
  query(
    'datetime',
    { type: 'string' },
    'Records whose time touches this day or interval; those without a time belong to every time.',
  ),
  query('q', array, 'Terms, one of which must be there; the words of a term in this order. Upper and lower case are the same.'),
  query('type', array, 'dataset, series or service.'),
  query('ids', array, 'Identifiers of records.'),
  query('externalIds', array, 'Identifiers that records have elsewhere: scheme:value, a value, or a scheme.'),
  query(
    'sortby',
    { type: 'array', minItems: 1, items: { type: 'string', pattern: '[+|-]?[A-Za-z_].*' } },
    `Properties, each with + or - before it: ${Object.keys(sortableProperties).join(', ')}.`,
  ),
  query('title', { type: 'string' }, 'Words of the title, in this order.'),
  ...['keywords', 'themes', 'formats', 'license', 'publisher', 'organization'].map((name) =>
    query(name, array, 'Records with one of these values.'),
  ),
  query('f', { type: 'string', enum: ['json', 'html'] }, 'The form of the answer; without it the Accept header decides.'),
]

const answer = (description: string, type: string) => ({
  description,
  content: { [type]: { schema: { type: 'object' } }, 'text/html': { schema: { type: 'string' } } },
})
const refusal = {
  description: 'A parameter cannot be read',
  content: { 'application/problem+json': { schema: { type: 'object' } } },
}
const inPath = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } })

/** The interface as OpenAPI 3.0. */
export function openApi(visit: Visit): object {
  const { site } = visit
  const base = visit.address(site, routes.landing)
  const form = parameters.filter(({ name }) => name === 'f')
  const get = (operationId: string, summary: string, type: string, more: object[] = form, missing = false) => ({
    get: {
      operationId,
      summary,
      parameters: more,
      responses: {
        200: answer(summary, type),
        400: refusal,
        ...(missing ? { 404: { description: 'There is no such resource' } } : {}),
      },
    },
  })
  return {
    openapi: '3.0.3',
    info: {
      title: `OGC API - Records: ${site.name}`,
      version: '1.0.0',
      license: { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
    },
    servers: [{ url: base }],
    paths: {
      '/': get('getLandingPage', 'What is here', 'application/json'),
      '/conformance': get('getConformance', 'What the interface conforms to', 'application/json'),
      '/collections': get('getCollections', 'The catalogues', 'application/json'),
      '/collections/datasets': get('describeCollection', 'The catalogue', 'application/json'),
      '/collections/datasets/sortables': get('getSortables', 'What can be sorted by', 'application/schema+json'),
      '/collections/datasets/items': get('getRecords', 'Records', 'application/geo+json', parameters),
      '/collections/datasets/items/{recordId}': get(
        'getRecord',
        'A record',
        'application/geo+json',
        [inPath('recordId'), ...form],
        true,
      ),
    },
  }
}
