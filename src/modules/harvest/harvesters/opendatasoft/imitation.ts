import type { Imitation, MadeUpRecord } from '../../model/imitation.ts'

const datasetOf = (one: MadeUpRecord) => ({
  dataset_id: one.id,
  dataset_uid: `da_${one.id}`,
  // A dataset without a table, with its file beside it.
  attachments: [{ id: 'datei', title: 'Datei', mimetype: one.format, url: one.file }],
  alternative_exports: [],
  has_records: false,
  data_visible: true,
  features: [],
  metas: {
    default: {
      title: one.title,
      description: `<p>${one.description}</p>`,
      theme: [one.theme],
      keyword: ['Probe'],
      license: 'Lizenz',
      license_url: one.license,
      language: 'de',
      modified: one.modified,
      metadata_processed: one.modified,
      data_processed: new Date().toISOString(),
      publisher: one.publisher,
      references: null,
      records_count: 0,
      federated: false,
    },
    dcat: { creator: null, contact_name: null, contact_email: null },
  },
  fields: [],
})

/** The part of the Explore API that harvesters ask: pages of a hundred up to ten thousand, and an export of everything. */
const imitation: Imitation = {
  id: 'opendatasoft',
  path: '/explore/',
  answer(url, records, size) {
    const root = '/api/explore/v2.1/catalog'
    const json = (value: unknown) => ({ type: 'application/json; charset=utf-8', body: JSON.stringify(value) })
    const since = /metadata_processed >= date'([^']+)'/.exec(url.searchParams.get('where') ?? '')?.[1]
    const found = since === undefined ? records : records.filter((one) => Date.parse(one.modified) >= Date.parse(since))
    if (url.pathname === `${root}/exports/json`) return json(found.map(datasetOf))
    if (url.pathname !== `${root}/datasets`) return undefined
    const offset = Number(url.searchParams.get('offset') ?? '0')
    const limit = Math.min(Number(url.searchParams.get('limit') ?? '10'), size)
    return json({ total_count: found.length, results: found.slice(offset, offset + limit).map(datasetOf) })
  },
}

export default imitation
