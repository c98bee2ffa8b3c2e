import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Entry, isRefused, type Page, type Way } from '../../harvester.ts'
import { HarvestFault } from '../../model/fault.ts'
import harvester from './harvester.ts'

const dataset = (at: number, given: object = {}, meta: object = {}) => ({
  dataset_id: `satz-${at}`,
  dataset_uid: `da_${at}`,
  has_records: true,
  features: ['geo', 'analyze'],
  attachments: [],
  alternative_exports: [],
  metas: {
    default: {
      title: `Satz ${at}`,
      description: '<p>Alle <b>Bäume</b></p>',
      publisher: 'Stadt Musterhausen',
      theme: ['Umwelt, Klima'],
      license: 'CC BY 4.0',
      license_url: 'https://creativecommons.org/licenses/by/4.0/',
      modified: '2026-10-01T08:00:00+00:00',
      records_count: 17,
      ...meta,
    },
    dcat: { contact_name: 'Grünflächenamt', contact_email: 'gruen@musterhausen.example', temporal_coverage_start: '2019-01-01' },
  },
  fields: [{ name: 'art', type: 'text' }],
  ...given,
})

type Answers = (url: URL) => unknown
const asked: string[] = []
/** A way to a portal that answers so; `undefined` is a 400. */
const wayTo = (answers: Answers): Way => {
  const ask: Way['ask'] = async (address, { unless }) => {
    asked.push(address)
    const body = answers(new URL(address))
    if (body === undefined && unless.includes(400)) return undefined
    const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body ?? null))
    return { bytes, contentType: 'application/json', address }
  }
  return {
    ask,
    get: async (address, asking = {}) => (await ask(address, { ...asking, unless: [] })) as never,
    files: async () => [],
  }
}
async function read(answers: Answers, settings: object = {}, mark?: string): Promise<Page[]> {
  asked.length = 0
  const pages: Page[] = []
  const wish = { columns: {}, now: new Date('2026-11-26T20:00:00Z'), ...(mark ? { mark } : {}) }
  const parsed = harvester.settings.parse(settings)
  for await (const page of harvester.pages(wayTo(answers), 'https://daten.example/explore/', parsed, undefined, wish))
    pages.push(page)
  return pages
}
const understood = (entry: Entry | undefined) => {
  const read = entry?.understand()
  assert.ok(read && !isRefused(read) && read.record.kind === 'dataset', JSON.stringify(read))
  return read.record
}
const one = async (given: object, settings = {}) => {
  const [page] = await read(() => ({ total_count: 1, results: [given] }), settings)
  return page?.entries[0]
}

test('a table can be had in every format, with places as GeoJSON and Shapefile, and what lies beside it too', async () => {
  const entry = await one(
    dataset(1, {
      attachments: [{ id: 'karte_pdf', title: 'Karte', mimetype: 'application/pdf', url: 'odsfile://karte.pdf' }],
      alternative_exports: [{ id: 'gtfs_zip', title: 'Fahrplan', mimetype: 'application/zip' }],
    }),
  )
  const record = understood(entry)
  assert.equal(entry?.id, 'da_1')
  assert.equal(entry?.page, 'https://daten.example/explore/dataset/satz-1/')
  assert.equal(record.description[0]?.value, 'Alle Bäume')
  assert.equal(record.contactPoint[0]?.email, 'gruen@musterhausen.example')
  assert.equal(record.temporal[0]?.start, '2019-01-01')
  const base = 'https://daten.example/api/explore/v2.1/catalog/datasets/satz-1'
  assert.deepEqual(
    record.distribution.map((part) => [part.downloadURL[0]?.replace(base, ''), part.format?.replace(/^.*\//, '')]).sort(),
    [
      ['/alternative_exports/gtfs_zip', 'ZIP'],
      ['/attachments/karte_pdf', 'PDF'],
      ['/exports/csv', 'CSV'],
      ['/exports/geojson', 'GEOJSON'],
      ['/exports/json', 'JSON'],
      ['/exports/parquet', 'PARQUET'],
      ['/exports/shp', 'SHP'],
      ['/exports/xlsx', 'XLSX'],
    ],
  )
  assert.ok(record.distribution.every((part) => /cc-by\/4\.0/.test(part.license ?? '')))
})

test('without places no map formats; without a table the link or the page', async () => {
  const flat = understood(await one(dataset(1, { features: [] })))
  assert.equal(flat.distribution.length, 4)
  const bare = understood(await one(dataset(1, { has_records: false }, { references: 'https://quelle.example/daten' })))
  assert.deepEqual(bare.distribution[0]?.accessURL, ['https://quelle.example/daten'])
})

test('a dataset of another portal keeps its IRI there, so that it is the same when that portal is read too', async () => {
  const from = { source_domain_address: 'daten.kreis.example', source_dataset: 'radwege' }
  const given = dataset(1, { dataset_id: 'radwege@kreis' }, from)
  assert.equal(understood(await one(given)).uri, 'https://daten.kreis.example/explore/dataset/radwege/')
  assert.deepEqual((await one(given, { federated: 'own' }))?.understand(), { reason: 'federated', detail: 'daten.kreis.example' })
  assert.deepEqual((await one(dataset(2, { data_visible: false })))?.understand(), { reason: 'private' })
})

test('counters of visits and of runs are no content', async () => {
  const [a, b, c] = await Promise.all([
    one(dataset(1)),
    one(dataset(1, {}, { records_count: 99 })),
    one(dataset(1, {}, { title: 'x' })),
  ])
  assert.equal(a?.raw, b?.raw)
  assert.notEqual(a?.raw, c?.raw)
})

test('ten thousand are turned page by page, more come in one export', async () => {
  const list = Array.from({ length: 250 }, (_, at) => dataset(at))
  const paged: Answers = ({ searchParams: ask }) => {
    const offset = Number(ask.get('offset'))
    return { total_count: 250, results: list.slice(offset, offset + Number(ask.get('limit'))) }
  }
  assert.deepEqual(
    (await read(paged)).map((page) => [page.entries.length, page.next]),
    [
      [100, '100'],
      [100, '200'],
      [50, undefined],
    ],
  )
  const many = await read((url) =>
    url.pathname.endsWith('/exports/json') ? list : { total_count: 12_000, results: list.slice(0, 100) },
  )
  assert.deepEqual(
    many.map((page) => [page.entries.length, page.announced, page.piece]),
    [
      [200, 12_000, true],
      [50, 12_000, true],
    ],
  )
})

test("changes are asked for by the portal's own time of processing; what it does not sort is read unsorted", async () => {
  const [page] = await read(
    ({ searchParams: ask }) => (ask.has('order_by') ? undefined : { total_count: 0, results: [] }),
    { where: 'publisher = "A"' },
    '2026-11-20T00:00:00.000Z',
  )
  assert.deepEqual([page?.entries, page?.next], [[], undefined])
  assert.equal(asked.length, 2)
  assert.equal(
    new URL(asked[1] ?? '').searchParams.get('where'),
    `(publisher = "A") AND metadata_processed >= date'2026-11-20T00:00:00.000Z'`,
  )
})

test('an answer that is cut, or of another kind, breaks off', async () => {
  const code = (answers: Answers) =>
    read(answers).then(
      () => 'none',
      (error) => (error instanceof HarvestFault ? error.code : String(error)),
    )
  assert.equal(await code(() => '{"total_count": 1, "results": [{"dataset_id": "a"'), 'cut-off')
  assert.equal(await code(() => ({ success: true, result: {} })), 'not-this-kind')
  assert.equal(await code(() => 'x'), 'unreadable')
})
