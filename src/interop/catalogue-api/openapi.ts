import { z } from 'zod'
import {
  amounts,
  changesSchema,
  datasetSchema,
  details,
  listSchema,
  parameters,
  problemSchema,
  wishListSchema,
  wishParameters,
  wishSchema,
} from './schema.ts'

const component = (schema: z.ZodType) => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'output' }) as Record<string, unknown>
  return rest
}
const answer = (name: string, description: string, type = 'application/json') => ({
  description,
  content: { [type]: { schema: { $ref: `#/components/schemas/${name}` } } },
})
const inQuery = (name: string, description: string, schema: object) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
})
const refused = (description: string) => answer('Problem', description, 'application/problem+json')

/** The description of the interface (OpenAPI 3.1), made from the same schemas that the answers are checked with in tests. */
export function openApi(name: string, address: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: `${name}: catalogue`,
      version: '1.0.0',
      description: 'Datasets, series and data services as JSON. The same records as RDF: see /katalog.',
      license: { name: 'CC0 1.0 (metadata)', identifier: 'CC0-1.0' },
    },
    servers: [{ url: address }],
    tags: [
      { name: 'catalogue', description: 'Search and read records' },
      { name: 'wishes', description: 'Wishes for data and their answers' },
    ],
    paths: {
      '/api/v1/datasets': {
        get: {
          operationId: 'searchDatasets',
          tags: ['catalogue'],
          summary: 'Search',
          parameters: [
            ...parameters.map(({ name: parameter, schema, description, many }) => ({
              ...inQuery(parameter, description, schema),
              ...(many ? { style: 'form', explode: true } : {}),
            })),
            ...Object.entries(amounts).map(([parameter, { least, most, usual, description }]) =>
              inQuery(parameter, description, { type: 'integer', minimum: least, maximum: most, default: usual }),
            ),
            inQuery('detail', 'Whole records, or of each what a list shows: a fifth of the bytes, and quicker', {
              type: 'string',
              enum: details,
              default: 'full',
            }),
          ],
          responses: {
            200: answer('DatasetList', 'What was found'),
            400: refused('A parameter cannot be read; errors names it'),
            404: refused('The catalogue is not switched on here'),
          },
        },
      },
      '/api/v1/datasets/{id}': {
        get: {
          operationId: 'getDataset',
          tags: ['catalogue'],
          summary: 'One record by its id or slug',
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          responses: { 200: answer('Dataset', 'The record'), 404: refused('There is none'), 410: refused('It was withdrawn') },
        },
      },
      '/api/v1/changes': {
        get: {
          operationId: 'listChanges',
          tags: ['catalogue'],
          summary: 'What was published, changed or withdrawn, in this order, 500 a page: for those who mirror the catalogue',
          parameters: [
            inQuery('since', 'A date or a moment', { type: 'string' }),
            inQuery('after', 'As next gave it out', { type: 'string' }),
          ],
          responses: {
            200: answer('Changes', 'Changes'),
            400: refused('A parameter cannot be read; errors names it'),
            404: refused('The catalogue is not switched on here'),
            410: refused('after is from before a backup was restored: begin anew without it'),
          },
        },
      },
      '/api/v1/wishes': {
        get: {
          operationId: 'listWishes',
          tags: ['wishes'],
          summary: 'Wishes for data with their public answers, newest first, 50 a page',
          parameters: wishParameters.map(({ name: parameter, schema, description }) => inQuery(parameter, description, schema)),
          responses: {
            200: answer('WishList', 'Wishes; no names, no addresses, nothing that is not public'),
            400: refused('A parameter cannot be read; errors names it'),
            404: refused('The catalogue is not switched on here'),
          },
        },
      },
    },
    components: {
      schemas: {
        Dataset: component(datasetSchema),
        DatasetList: component(listSchema),
        Changes: component(changesSchema),
        Wish: component(wishSchema),
        WishList: component(wishListSchema),
        Problem: component(problemSchema),
      },
    },
  }
}
