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

export const summarySchema = datasetSchema
  .pick({
    id: true,
    uri: true,
    kind: true,
    tenant: true,
    page: true,
    title: true,
    description: true,
    publisher: true,
    issued: true,
    modified: true,
  })
  .extend({ formats: z.array(z.string()).describe('Codes of the EU file-type list') })

export const listSchema = z.object({
  total: z.number().int(),
  page: z.number().int(),
  pages: z
    .number()
    .int()
    .describe('Up to 10,000 records: whoever wants everything reads the catalogue. 0 where none were asked for'),
  next: z.url().optional(),
  facets: z.record(z.string(), z.array(z.object({ key: z.string(), count: z.number().int() }))),
  datasets: z.union([z.array(datasetSchema), z.array(summarySchema)]).describe('Whole records, or summaries with detail=summary'),
})

export const wishSchema = z.object({
  id: z.uuid(),
  number: z.string().describe('Public number, one row a year for each tenant: DW-2026-0007'),
  tenant: z.string().describe('Slug of the tenant that was asked'),
  page: z.url().describe('Page for people'),
  title: z.string(),
  purpose: z.string(),
  lang: z.string(),
  state: z.enum(['open', 'answered']),
  joined: z.number().int().describe('How many others need the same; a hint, not a vote'),
  received: z.iso.date(),
  due: z.iso.date().describe('Day until which an answer is promised'),
  changedAt: z.iso.datetime(),
  answer: z
    .object({
      outcome: z.enum(['published', 'partly', 'planned', 'not-held', 'not-allowed', 'fixed', 'explained', 'not-ours']),
      text: z.string(),
      law: z.string().optional(),
      link: z.string().optional(),
      dataset: z.url().optional().describe('Page of the dataset that came of it'),
      plannedUntil: z.iso.date().optional(),
      office: z.string().optional(),
      at: z.iso.datetime(),
    })
    .optional(),
})

export const wishListSchema = z.object({
  total: z.number().int(),
  next: z.url().optional(),
  wishes: z.array(wishSchema),
})

/** Query parameters of the list of wishes: name here, name in the pages' addresses, values here and there. */
export const wishParameters: readonly {
  name: string
  page: string
  values?: Readonly<Record<string, string>>
  schema: object
  description: string
}[] = [
  { name: 'q', page: 'q', schema: { type: 'string', maxLength: 200 }, description: 'Words that all occur' },
  {
    name: 'state',
    page: 'stand',
    values: { open: 'offen', answered: 'beantwortet' },
    schema: { type: 'string', enum: ['open', 'answered'] },
    description: 'Only open or only answered ones',
  },
  {
    name: 'deadline',
    page: 'frist',
    values: { overdue: 'ueberfaellig', kept: 'eingehalten', late: 'verspaetet' },
    schema: { type: 'string', enum: ['overdue', 'kept', 'late'] },
    description: 'Answer overdue, in time, or late',
  },
  { name: 'place', page: 'ort', schema: { type: 'string' }, description: 'Slug of a tenant of this view' },
  {
    name: 'after',
    page: 'nach',
    schema: { type: 'string', format: 'uuid' },
    description: 'Id of the last wish of the page before',
  },
]

export const changesSchema = z
  .object({
    changes: z.array(
      z.object({
        id: z.uuid(),
        kind: z
          .enum(['created', 'updated', 'withdrawn'])
          .describe('created: not changed since it was published; updated may be new to you, if it was changed before you asked'),
        state: z.enum(['published', 'withdrawn']),
        changedAt: z.string().describe('UTC, to the microsecond. The list is in the order in which changes became visible'),
        tenant: z.string().describe('Slug of the tenant'),
        uri: z.string().describe('IRI of the record'),
        page: z.url().describe('The page for people; of a withdrawn record it answers 410'),
        dataset: z.url().optional().describe('The record as JSON'),
      }),
    ),
    more: z.boolean().describe('Whether next has something right now'),
    next: z.url().describe('Goes on from here; asked later, it gives what happened meanwhile'),
  })
  .describe('Changes in the order in which they happened, each record once with its last change')

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
export type ApiSummary = z.infer<typeof summarySchema>

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
  {
    name: 'page',
    page: 'seite',
    schema: { type: 'integer', minimum: 1 },
    description: 'Page; only the first 10,000 records can be leafed through',
  },
]

/** How much an answer holds: a matter of the interface alone. */
export const amounts = {
  limit: { least: 0, most: 100, usual: 20, description: 'Records of a page; 0 for counts and facets only' },
  facet_limit: { least: 0, most: 100, usual: 50, description: 'Values of a facet, the most frequent ones; 0 for none' },
} as const

/** How much a list says of each record: a matter of the interface alone, too. */
export const details = ['full', 'summary'] as const
