// The counter for CKAN's clients, asked as they ask.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { allRoutes } from '#app'
import { places, until } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { dataset, distribution } from '#support/text.ts'

const theme = (code: string) => `http://publications.europa.eu/resource/authority/data-theme/${code}`
const fileType = (code: string) => `http://publications.europa.eu/resource/authority/file-type/${code}`
const sample = (n: number) =>
  dataset(`Satz ${n}`, {
    uri: `https://daten.example/${n}`,
    keyword: [{ value: n % 2 ? 'ungerade' : 'gerade', lang: 'de' }],
    theme: [theme(n % 3 ? 'ENVI' : 'TRAN')],
    distribution: [distribution({ uri: `https://daten.example/${n}/csv`, format: fileType(n % 2 ? 'CSV' : 'WMS_SRVC') })],
  })

interface Package {
  id: string
  name: string
  title: string
  metadata_modified: string
  organization: { name: string }
  resources: { id: string; datastore_active: boolean }[]
}
interface Envelope {
  help: string
  success: boolean
  result: unknown
  error: { __type: string; message: string } & Record<string, unknown>
}
interface Search {
  count: number
  results: Package[]
  facets: Record<string, Record<string, number>>
  search_facets: Record<string, { items: { name: string; display_name: string; count: number }[] }>
}

let portal: TestServer
before(async () => {
  portal = await testServer()
  await portal.publish(
    places.stadt,
    Array.from({ length: 230 }, (_, n) => sample(n)),
  )
  await portal.publish(places.dorf, [dataset('Baumkataster', { uri: 'https://alt.example/dataset/baeume' })])
  await portal.publish(places.kreis, [dataset('Baumkataster', { uri: 'https://portal.example/dataset/alte-baeume' })])
  await portal.follow()
})
after(() => portal?.close())

const call = async (action: string, query: Record<string, string | string[]> = {}, base = '') => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) for (const one of [value].flat()) search.append(name, one)
  const answer = await portal.get(`${base}/api/3/action/${action}?${search}`, { accept: '*/*' })
  return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.body) as Envelope }
}
const post = (action: string, payload: string, type = 'application/json', base = '') =>
  portal.ask({
    method: 'POST',
    url: `${base}/api/3/action/${action}`,
    payload,
    headers: { host: 'portal.example', 'content-type': type },
  })
const result = async <T>(action: string, query: Record<string, string | string[]> = {}, base = '') => {
  const { status, body } = await call(action, query, base)
  assert.deepEqual([status, body.success], [200, true], JSON.stringify(body).slice(0, 400))
  return body.result as T
}
const search = (query: Record<string, string | string[]>, base = '') => result<Search>('package_search', query, base)

suite('CKAN: reading', () => {
  test('the envelope, for everybody from everywhere', async () => {
    const { body, headers } = await call('site_read')
    assert.deepEqual(body, { help: 'https://portal.example/api/3/action/help_show?name=site_read', success: true, result: true })
    assert.equal(headers['access-control-allow-origin'], '*')
  })

  test('a harvester that pages by id sees each dataset exactly once, also while others come and go', async () => {
    const seen: string[] = []
    for (let start = 0; ; start += 100) {
      const { results, count } = await search({ rows: '100', start: String(start), sort: 'id asc' })
      assert.ok(count >= 232)
      if (results.length === 0) break
      seen.push(...results.map((one) => one.id))
      if (start === 100) await portal.publish(places.dorf, [dataset('Eben erst da')])
    }
    assert.deepEqual([seen.length, new Set(seen).size], [232, 232])
    assert.deepEqual(seen, [...seen].sort())
    assert.equal((await search({ rows: '0' })).count, 233)
  })

  test('what changed since the last harvest, by the date that the answer carried', async () => {
    const { results } = await search({ rows: '1', sort: 'metadata_modified desc' })
    const last = results[0]?.metadata_modified ?? ''
    assert.match(last, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/)
    await new Promise((resolve) => setTimeout(resolve, 5))
    await portal.publish(places.stadt, [{ ...sample(7), version: '2' }])
    const next = await search({ fq: `metadata_modified:[${last}Z TO *]`, rows: '1000', sort: 'metadata_modified desc' })
    assert.equal(next.results[0]?.title, 'Satz 7')
    assert.ok(next.count < 5, String(next.count))
    assert.equal((await search({ fq: 'metadata_modified:[NOW+1DAY TO *]' })).count, 0)
  })

  test('filters join as a harvester writes them', async () => {
    const of = async (fq: string | string[], more = {}) => (await search({ fq, rows: '0', ...more })).count
    assert.equal(await of(`organization:${places.stadt}`), 230)
    assert.equal(await of(`organization:${places.dorf} OR organization:${places.kreis}`), 3)
    assert.equal(await of(`-organization:${places.stadt}`), 3)
    assert.equal(await of('tags:gerade'), 115)
    assert.equal(await of('tags:gerade res_format:WMS'), 115)
    assert.equal(await of('tags:gerade -groups:tran'), 76)
    assert.equal(await of('groups:tran OR tags:gerade'), 77 + 115 - 39)
    assert.equal(await of(`groups:(tran OR envi) AND organization:${places.stadt}`), 230)
    assert.equal(await of([`organization:${places.stadt}`, 'groups:tran']), 77)
    assert.equal(await of('', { q: 'Baumkataster', fq: `organization:${places.dorf}` }), 1)
    assert.equal(await of('name:buchendorf_baumkataster'), 1)
    assert.equal(await of('private:true'), 0)
    assert.equal(await of('capacity:public state:active dataset_type:dataset'), 233)
    assert.equal(await of('license_id:cc-zero', { q: 'title:Baumkataster' }), 2)
    assert.equal(await of('', { q: 'Baumkataster OR title:Satz', rows: '0' }), 232)
  })

  test('facets count as Solr does', async () => {
    // Something was published since; the index follows a moment later.
    await portal.indexed()
    const all = await search({ rows: '0', 'facet.field': '["organization","groups","tags","res_format","license_id"]' })
    assert.deepEqual(all.facets.organization, { [places.stadt]: 230, [places.dorf]: 2, [places.kreis]: 1 })
    assert.equal(all.facets.tags?.gerade, 115)
    assert.deepEqual(all.facets.res_format, { CSV: 115, WMS: 115 })
    assert.equal(all.search_facets.groups?.items.find((one) => one.name === 'tran')?.display_name, 'Verkehr')
    const chosen = await search({ rows: '0', fq: 'groups:tran', 'facet.field': '["groups","tags"]' })
    assert.deepEqual(chosen.facets.groups, { tran: 77 })
    const since = await search({ rows: '0', fq: 'metadata_created:[NOW-1DAY TO *] tags:gerade', 'facet.field': 'tags' })
    assert.deepEqual(since.facets.tags, { gerade: 115 })
  })

  test('a package by id, by name, by the address it had in the portal before', async () => {
    const one = await result<Package>('package_show', { id: 'satz-1' }, `/${places.stadt}`)
    assert.equal((await result<Package>('package_show', { id: one.id })).name, 'ahornstadt_satz-1')
    assert.equal((await result<Package>('package_show', { id: 'ahornstadt_satz-1' })).id, one.id)
    assert.equal((await result<Package>('package_show', { id: 'satz-1' })).id, one.id, 'only one has this address')
    assert.equal((await call('package_show', { id: 'baumkataster' })).status, 404, 'two have it')
    assert.equal((await result<Package>('package_show', { id: 'alte-baeume' })).organization.name, places.kreis)
    const resource = one.resources[0]?.id ?? ''
    assert.equal((await result<{ id: string }>('resource_show', { id: resource })).id, resource)
  })

  test('the lists', async () => {
    const names = await result<string[]>('package_list')
    assert.deepEqual([names.length, new Set(names).size], [233, 233])
    assert.deepEqual(await result('package_list', { limit: '2', offset: '1' }), names.slice(1, 3))
    assert.deepEqual((await result<string[]>('organization_list')).sort(), ['ahornstadt', 'buchendorf', 'kreis-birkenau', 'land'])
    assert.partialDeepStrictEqual(await result('organization_show', { id: places.stadt }), {
      title: 'Stadt Ahornstadt',
      package_count: 230,
      is_organization: true,
    })
    assert.equal((await result<{ package_count: number }>('group_show', { id: 'tran' })).package_count, 77)
    assert.ok((await result<string[]>('group_list')).includes('envi'))
    assert.deepEqual(await result('tag_list', { query: 'unge' }), ['ungerade'])
    assert.ok((await result<{ id: string }[]>('license_list')).some(({ id }) => id.endsWith('/dl-by-de/2.0')))
    assert.equal((await result<Package[]>('current_package_list_with_resources', { limit: '5', page: '2' })).length, 5)
    assert.equal((await result<{ name: string }[]>('package_autocomplete', { q: 'Baumkat' })).length, 2)
    assert.deepEqual(
      (await result<{ name: string }[]>('organization_autocomplete', { q: 'ahorn' })).map(({ name }) => name),
      ['ahornstadt'],
    )
  })

  test('POST as ckanapi and as curl send it', async () => {
    const asked = JSON.stringify({ fq: 'tags:gerade', rows: 2, 'facet.field': ['tags'] })
    for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/plain']) {
      const answer = await post('package_search', asked, type)
      assert.equal(answer.statusCode, 200, answer.body)
      assert.equal(answer.json().result.count, 115)
    }
    assert.equal((await post('status_show', '{}')).json().success, true)
  })

  test('tables that the portal keeps give their rows', async () => {
    const content = Buffer.from(`Baum;Höhe\n${Array.from({ length: 500 }, (_, n) => `Linde ${n};${n}`).join('\n')}\n`)
    const uri = 'https://portal.example/ahornstadt/daten/tabelle'
    await portal.publish(places.stadt, [
      dataset('Tabelle', { uri, distribution: [distribution({ uri: `${uri}#csv`, downloadURL: [`${uri}/datei/t.csv`] })] }),
    ])
    const { id = '' } = (await portal.store(places.stadt).bySlug('tabelle')) ?? {}
    const sha256 = await portal.house.storage.put(content)
    await portal
      .store(places.stadt)
      .putFile(id, { name: 't.csv', mediaType: 'text/csv', bytes: content.length, sha256, columns: null })
    const [resource] = (await result<Package>('package_show', { id })).resources
    assert.equal(resource?.datastore_active, true)
    const rows = async (query: Record<string, string>) =>
      result<{ total: number; records: Record<string, unknown>[] }>('datastore_search', {
        resource_id: resource?.id ?? '',
        ...query,
      })
    assert.deepEqual((await rows({ limit: '2', offset: '249' })).records, [
      { _id: 250, Baum: 'Linde 249', Höhe: '249' },
      { _id: 251, Baum: 'Linde 250', Höhe: '250' },
    ])
    assert.deepEqual((await rows({ limit: '1000' })).records.length, 500)
    assert.partialDeepStrictEqual(await rows({ filters: '{"Höhe": ["7", "8"]}', sort: 'Höhe desc', fields: 'Baum' }), {
      total: 2,
      records: [{ Baum: 'Linde 8' }, { Baum: 'Linde 7' }],
    })
    assert.equal((await call('datastore_search', { resource_id: resource?.id ?? '', sort: 'x' })).status, 409)
  })
})

suite('CKAN: refusing', () => {
  test('each fault with the type and the status of CKAN', async () => {
    for (const [action, query, status, type] of [
      ['package_show', {}, 409, 'Validation Error'],
      ['package_show', { id: 'gibt-es-nicht' }, 404, 'Not Found Error'],
      ['package_show', { id: "x'; drop table" }, 404, 'Not Found Error'],
      ['organization_create', {}, 403, 'Authorization Error'],
      ['package_search', { rows: '-1' }, 409, 'Validation Error'],
      ['package_search', { rows: 'x' }, 409, 'Validation Error'],
      ['package_search', { fq: 'color:red' }, 400, 'Search Query Error'],
      ['package_search', { fq: '(' }, 400, 'Search Query Error'],
      ['package_search', { fq: '{!lucene}x' }, 400, 'Search Query Error'],
      ['package_search', { sort: 'color asc' }, 400, 'Search Query Error'],
      ['package_search', { sort: 'id); select 1' }, 400, 'Search Query Error'],
      ['package_search', { colour: 'red' }, 400, 'Search Query Error'],
      ['package_search', { 'facet.field': 'colour' }, 400, 'Search Query Error'],
      ['package_search', { q: 'Satz', start: '20000' }, 409, 'Search Error'],
      ['package_search', { q: 'x '.repeat(600) }, 409, 'Search Error'],
    ] as const) {
      const { status: given, body } = await call(action, query as Record<string, string>)
      assert.deepEqual(
        [given, body.success, body.error.__type],
        [status, false, type],
        `${action} ${JSON.stringify(query).slice(0, 60)}`,
      )
    }
    assert.deepEqual((await call('package_show')).body.error.id, ['Missing value'])
  })

  test('what is no request is told as a plain text', async () => {
    for (const answer of [
      await portal.get('/api/3/action/make_coffee'),
      await portal.get('/api/3/action/constructor'),
      await portal.get('/api/3/action/site_read?callback=alert'),
      await post('package_search', '{"q": '),
      await post('package_search', '[1]'),
      await post('package_search', 'x', 'multipart/form-data; boundary=x'),
    ]) {
      assert.equal(answer.statusCode, 400, answer.body)
      assert.match(answer.json(), /^Bad request - /)
    }
  })

  test('more rows than CKAN gives are cut, not refused', async () => {
    assert.equal((await search({ rows: '100000' })).results.length, 234)
  })

  test('withdrawn: gone from every answer', async () => {
    const { id = '' } = (await portal.store(places.stadt).bySlug('satz-5')) ?? {}
    await portal.store(places.stadt).withdraw(id, 'Enthielt einen Fehler.')
    assert.equal((await call('package_show', { id })).status, 404)
    assert.equal((await search({ fq: `id:${id}` })).count, 0)
    assert.ok(!(await result<string[]>('package_list')).includes('ahornstadt_satz-5'))
  })
})

suite('CKAN: old addresses', () => {
  const leads = async (path: string) => {
    const answer = await portal.get(path)
    return [answer.statusCode, answer.headers.location]
  }
  test('of datasets, resources and lists lead to where they are now', async () => {
    assert.deepEqual(await leads('/ahornstadt/dataset/satz-1'), [301, '/ahornstadt/daten/satz-1'])
    assert.deepEqual(await leads('/ahornstadt/dataset/satz-1.ttl'), [301, '/ahornstadt/daten/satz-1.ttl'])
    assert.deepEqual(await leads('/dataset/alte-baeume'), [301, '/kreis-birkenau/daten/baumkataster'])
    assert.deepEqual(await leads('/ahornstadt/dataset/satz-1/resource/unbekannt'), [301, '/ahornstadt/daten/satz-1#dateien'])
    assert.deepEqual(await leads('/ahornstadt/dataset/satz-1/resource/csv/download/a.csv'), [
      302,
      'https://daten.example/1/csv/herunterladen',
    ])
    assert.deepEqual(await leads('/organization/ahornstadt'), [301, '/ahornstadt/daten'])
    assert.deepEqual(await leads('/group/tran'), [301, '/themen/tran'])
    assert.deepEqual(await leads('/dataset?q=Baum&groups=TRAN'), [301, '/daten?q=Baum&thema=tran'])
    assert.deepEqual(await leads('/api/2/rest/dataset/satz-1'), [301, '/api/3/action/package_show?id=satz-1'])
    assert.deepEqual(await leads('/api/1/action/package_list'), [301, '/api/3/action/package_list'])
    assert.equal((await leads('/dataset/gibt-es-nicht'))[0], 404)
    assert.equal((await leads('/node/12'))[0], 404)
  })
})

suite('CKAN: a tenant whose catalogue is switched off', () => {
  test('leaves no trace, neither at home nor above', async () => {
    await portal.switchModules(places.stadt, [])
    await until(
      async () => (await search({ rows: '0', 'facet.field': 'organization' })).facets.organization?.ahornstadt === undefined,
    )
    const ckan = allRoutes().find(({ room }) => room === 'ckan')?.routes ?? {}
    for (const { path, method } of Object.values(ckan)) {
      const url = `/ahornstadt${path
        .replace(/:version\([^)]*\)/, '2')
        .replace(':action', 'site_read')
        .replace(/:\w+/g, 'satz-1')}`
      assert.equal((await portal.ask({ method, url, headers: { host: 'portal.example' } })).statusCode, 404, url)
    }
    assert.ok(!(await result<string[]>('organization_list')).includes('ahornstadt'))
    assert.equal((await search({ rows: '0' })).count, 3)
    assert.equal((await call('package_show', { id: 'ahornstadt_satz-1' })).status, 404)
  })
})
