import { z } from 'zod'

const texts = z.record(z.string(), z.string()).describe('Text by language; "" where none was named')
const agent = z.object({ uri: z.string().optional(), name: z.string() })

export const distributionSchema = z.object({
  uri: z.string(),
  title: texts,
  format: z.string().optional().describe('Code of the EU file-type list'),
  mediaType: z.string().optional(),
  license: z.string().optional().describe('IRI of the DCAT-AP.de licence list'),
  attribution: texts,
  accessURL: z.array(z.string()),
  downloadURL: z.array(z.string()),
  byteSize: z.number().int().optional(),
  modified: z.string().optional(),
})

export const datasetSchema = z.object({
  id: z.uuid(),
  uri: z.string().describe('IRI of the record, kept from its source'),
  kind: z.enum(['dataset', 'series', 'service']),
  tenant: z.string().describe('Slug of the tenant that publishes it here'),
  page: z.url().describe('Page for people'),
  rdf: z.object({ turtle: z.url(), rdfXml: z.url(), jsonLd: z.url() }),
  title: texts,
  description: texts,
  keywords: z.array(z.string()),
  themes: z.array(z.string()).describe('Codes of the EU data themes'),
  publisher: agent.optional(),
  issued: z.string().optional(),
  modified: z.string().optional(),
  accrualPeriodicity: z.string().optional(),
  open: z.boolean().describe('At least one distribution may be used by everyone for everything'),
  highValue: z.boolean(),
  quality: z
    .object({ passed: z.number().int(), of: z.number().int(), mqaScore: z.number().int(), mqaBest: z.number().int() })
    .optional(),
  changedAt: z.iso.datetime().describe('When this portal last changed the record'),
  distributions: z.array(distributionSchema),
})

export const listSchema = z.object({
  total: z.number().int(),
  page: z.number().int(),
  pages: z.number().int().describe('At most 500: whoever wants everything reads the catalogue'),
  next: z.url().optional(),
  facets: z.record(z.string(), z.array(z.object({ key: z.string(), count: z.number().int() }))),
  datasets: z.array(datasetSchema),
})

export const problemSchema = z
  .object({
    type: z.string(),
    status: z.number().int(),
    title: z.string(),
    detail: z.string().optional(),
    instance: z.string(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .describe('RFC 9457 problem details')

export type ApiDataset = z.infer<typeof datasetSchema>

/** Query parameters: name here, name in the pages' addresses, what it means. */
export const parameters: readonly { name: string; page: string; many?: true; schema: object; description: string }[] = [
  {
    name: 'q',
    page: 'q',
    schema: { type: 'string', maxLength: 1000 },
    description: 'Words; "phrases"; -excluded; title:, keyword:, publisher:, format:, theme:, licence:',
  },
  { name: 'exact', page: 'genau', schema: { type: 'string', enum: ['1'] }, description: 'Only the words as written' },
  {
    name: 'view',
    page: 'gebiet',
    schema: { type: 'string' },
    description: 'Slug of a tenant above this one whose view is searched',
  },
  {
    name: 'place',
    page: 'ort',
    many: true,
    schema: { type: 'array', items: { type: 'string' } },
    description: 'Slugs of tenants',
  },
  {
    name: 'theme',
    page: 'thema',
    many: true,
    schema: { type: 'array', items: { type: 'string' } },
    description: 'Codes of EU themes, lower case',
  },
  {
    name: 'format',
    page: 'format',
    many: true,
    schema: { type: 'array', items: { type: 'string' } },
    description: 'Codes of EU file types',
  },
  {
    name: 'licence',
    page: 'lizenz',
    many: true,
    schema: { type: 'array', items: { type: 'string' } },
    description: 'Codes of DCAT-AP.de licences',
  },
  {
    name: 'publisher',
    page: 'herausgeber',
    many: true,
    schema: { type: 'array', items: { type: 'string' } },
    description: 'Names of publishers',
  },
  {
    name: 'keyword',
    page: 'stichwort',
    many: true,
    schema: { type: 'array', items: { type: 'string' } },
    description: 'Keywords',
  },
  { name: 'open', page: 'offen', schema: { type: 'string', enum: ['1'] }, description: 'Only data under an open licence' },
  { name: 'hvd', page: 'hvd', schema: { type: 'string', enum: ['1'] }, description: 'Only high-value datasets' },
  {
    name: 'from',
    page: 'von',
    schema: { type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' },
    description: 'Changed on or after',
  },
  {
    name: 'to',
    page: 'bis',
    schema: { type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' },
    description: 'Changed on or before',
  },
  { name: 'bbox', page: 'bbox', schema: { type: 'string' }, description: 'west,south,east,north in degrees (WGS 84)' },
  {
    name: 'sort',
    page: 'sort',
    schema: { type: 'string', enum: ['relevanz', 'neu', 'erschienen', 'titel'] },
    description: 'Order',
  },
  { name: 'page', page: 'seite', schema: { type: 'integer', minimum: 1, maximum: 500 }, description: 'Page, 20 records each' },
]
