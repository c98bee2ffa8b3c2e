// The JSON interface holds what its description promises: judged by a validator of OpenAPI and by the schemas the description is made from.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { catalogueApiSchemas } from '#interop/catalogue-api'
import { places } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { dataset, distribution } from '#support/text.ts'

let portal: TestServer
const api = (path: string, headers: Record<string, string> = {}) => portal.get(path, { accept: 'application/json', ...headers })
const { list, dataset: one, problem } = catalogueApiSchemas

interface Described {
  openapi: string
  paths: Record<string, { get: { parameters: { name: string }[]; responses: Record<string, unknown> } }>
}

suite('the JSON interface', () => {
  before(async () => {
    portal = await testServer()
    const rich = dataset('Baumkataster', {
      keyword: [{ value: 'Bäume', lang: 'de' }],
      theme: ['http://publications.europa.eu/resource/authority/data-theme/ENVI'],
      publisher: { uri: 'https://ahornstadt.example/amt', name: [{ value: 'Grünflächenamt', lang: 'de' }] },
      issued: '2024',
      modified: '2026-11-01T10:00:00+01:00',
      distribution: [
        distribution({
          uri: 'https://daten.example/b/csv',
          format: 'http://publications.europa.eu/resource/authority/file-type/CSV',
          byteSize: 2100,
          title: [{ value: 'Tabelle', lang: 'de' }],
        }),
      ],
    })
    await portal.publish(places.stadt, [rich, ...Array.from({ length: 45 }, (_, n) => dataset(`Haushalt ${2000 + n}`))])
    await portal.publish(places.dorf, [dataset('Sonderfall', { title: [], description: [], distribution: [] })])
    await portal.follow()
  })
  after(() => portal?.close())

  test('the description is valid OpenAPI 3.1', async () => {
    const { body, headers } = await api('/api/v1/openapi.json')
    assert.match(String(headers['content-type']), /openapi\+json/)
    const description = JSON.parse(body) as Described
    assert.equal(description.openapi.slice(0, 3), '3.1')
    const judged = await new Validator().validate(description as never)
    assert.ok(judged.valid, String(JSON.stringify(judged.errors)).slice(0, 2000))
    assert.equal((await new Validator().validate({ ...description, info: {} } as never)).valid, false, 'the judge can say no')
  })

  test('every page of a list is as described, and all pages together are everything', async () => {
    const seen = new Set<string>()
    let path: string | undefined = '/api/v1/datasets?q=Haushalt'
    let pages = 0
    while (path) {
      const answer = list.parse(JSON.parse((await api(path)).body))
      for (const entry of answer.datasets) seen.add(entry.id)
      path = answer.next && new URL(answer.next).pathname + new URL(answer.next).search
      pages++
    }
    assert.deepEqual([seen.size, pages], [45, 3])
  })

  test('a page has as many records as are asked for, and no facet more values', async () => {
    const read = async (query: string) => list.parse(JSON.parse((await api(`/api/v1/datasets?${query}`)).body))
    const first = await read('q=Haushalt&limit=30')
    assert.deepEqual([first.datasets.length, first.pages], [30, 2])
    const { pathname, search } = new URL(first.next ?? '')
    const second = list.parse(JSON.parse((await api(pathname + search)).body))
    assert.deepEqual([second.datasets.length, second.next], [15, undefined])
    assert.equal(new Set([...first.datasets, ...second.datasets].map((entry) => entry.id)).size, 45)
    const counts = await read('limit=0&facet_limit=1')
    assert.deepEqual([counts.total, counts.datasets.length, counts.pages, counts.next], [47, 0, 0, undefined])
    assert.deepEqual(
      counts.facets.place?.map((one) => one.key),
      ['ahornstadt'],
    )
    for (const [query, field] of [
      ['limit=101', 'limit'],
      ['limit=-1', 'limit'],
      ['limit=zehn', 'limit'],
      ['facet_limit=1000', 'facet_limit'],
      ['limit=100&page=101', 'page'],
      ['detail=alles', 'detail'],
    ]) {
      const { statusCode, body } = await api(`/api/v1/datasets?${query}`)
      assert.equal(statusCode, 400, query)
      assert.deepEqual(
        problem.parse(JSON.parse(body)).errors?.map((one) => one.field),
        [field],
      )
    }
  })

  test('a summary says what the whole record says, of what a list shows', async () => {
    const read = async (query: string) => JSON.parse((await api(`/api/v1/datasets?q=Baumkataster&${query}`)).body).datasets[0]
    const [whole, summary] = [await read(''), await read('detail=summary')]
    assert.deepEqual(catalogueApiSchemas.summary.strict().parse(summary).formats, ['CSV'])
    assert.deepEqual({ ...whole, ...summary }, { ...whole, formats: ['CSV'] })
    assert.ok(!('distributions' in summary))
  })

  test('a record is found by id and by slug, complete', async () => {
    const { datasets } = list.parse(JSON.parse((await api('/ahornstadt/api/v1/datasets?q=Baumkataster')).body))
    const [entry] = datasets
    assert.ok(entry)
    for (const key of [entry.id, 'baumkataster']) {
      const answer = one.parse(JSON.parse((await api(`/ahornstadt/api/v1/datasets/${key}`)).body))
      assert.deepEqual(answer.title, { de: 'Baumkataster' })
      assert.deepEqual(
        [answer.publisher?.name, answer.themes, answer.open, answer.tenant],
        ['Grünflächenamt', ['envi'], true, 'ahornstadt'],
      )
      assert.deepEqual([answer.distributions[0]?.format, answer.distributions[0]?.byteSize], ['CSV', 2100])
    }
    assert.ok((await api('/buchendorf/api/v1/datasets')).body.includes('"total":1'))
  })

  test('a record without title, dates and files fits the schema too', async () => {
    assert.equal(list.parse(JSON.parse((await api('/buchendorf/api/v1/datasets')).body)).datasets.length, 1)
  })

  for (const [path, status, field] of [
    ['/api/v1/datasets?page=0', 400, 'page'],
    ['/api/v1/datasets?page=999', 400, 'page'],
    ['/api/v1/datasets?bbox=1,2,3', 400, 'bbox'],
    ['/api/v1/datasets?from=gestern', 400, 'from'],
    ['/api/v1/datasets?sort=constructor', 400, 'sort'],
    ['/api/v1/datasets?licens=cc-zero', 400, 'licens'],
    ['/api/v1/datasets?view=buchendorf', 400, 'view'],
    ['/api/v1/datasets/gibt-es-nicht', 404, undefined],
    ['/api/v1/datasets/11111111-1111-4111-8111-111111111111', 404, undefined],
    ['/api/v2/datasets', 404, undefined],
  ] as const)
    test(`${path} is refused with problem details`, async () => {
      const answer = await api(path)
      assert.equal(answer.statusCode, status)
      assert.match(String(answer.headers['content-type']), /^application\/problem\+json/)
      const said = problem.parse(JSON.parse(answer.body))
      assert.equal(said.status, status)
      assert.ok(said.title.length > 3 && !said.title.includes('.title'), said.title)
      if (field)
        assert.deepEqual(
          said.errors?.map((error) => error.field),
          [field],
        )
    })

  test('a withdrawn record is gone, with its reason', async () => {
    const store = portal.store(places.stadt)
    const { id = '' } = (await store.bySlug('haushalt-2000')) ?? {}
    await store.withdraw(id, 'Zahlen verwechselt.')
    const answer = await api('/ahornstadt/api/v1/datasets/haushalt-2000')
    assert.equal(answer.statusCode, 410)
    assert.equal(problem.parse(JSON.parse(answer.body)).detail, 'Zahlen verwechselt.')
  })

  test('programs of other pages may read it', async () =>
    assert.equal((await api('/api/v1/datasets')).headers['access-control-allow-origin'], '*'))

  test('every parameter that is described is understood', async () => {
    const description = JSON.parse((await api('/api/v1/openapi.json')).body) as Described
    const good: Record<string, string> = {
      exact: '1',
      limit: '0',
      facet_limit: '3',
      detail: 'summary',
      view: 'land',
      open: '1',
      hvd: '1',
      from: '2020',
      to: '2030-01',
      bbox: '7,50,8,51',
      sort: 'neu',
      page: '1',
    }
    for (const { name } of description.paths['/api/v1/datasets']?.get.parameters ?? []) {
      const answer = await api(`/api/v1/datasets?${name}=${good[name] ?? 'x'}`)
      assert.equal(answer.statusCode, 200, `${name}: ${answer.body}`)
    }
  })
})
