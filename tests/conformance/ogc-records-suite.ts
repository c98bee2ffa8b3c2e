// The abstract tests of OGC API - Records 1.0 (OGC 20-004r1, Annex A) for a searchable catalogue with sorting, JSON and HTML, as tests of
// ours: pointed at any server, they take what they ask for from the server's own answers.
import assert from 'node:assert/strict'
import { test } from 'node:test'

interface Link {
  href: string
  rel: string
  type?: string
}
interface Feature {
  id: string
  type: string
  geometry: unknown
  time: unknown
  properties: Record<string, unknown> & { type: string; title: string; externalIds?: { scheme?: string; value: string }[] }
  links: Link[]
}
interface Features {
  type: string
  features: Feature[]
  links: Link[]
  numberMatched?: number
  numberReturned?: number
}
interface Collection {
  id: string
  itemType: string | string[]
  type: string
  title: string
  links: Link[]
}

const spec = 'http://www.opengis.net/spec/ogcapi-records-1/1.0/conf'

/** Describes the tests; `base` gives the address of the landing page when they run. */
export function describeRecords(base: () => string): void {
  const ask = (address: string, accept = 'application/json') =>
    fetch(new URL(address, `${base()}/`), { headers: { accept }, redirect: 'follow', signal: AbortSignal.timeout(60_000) })
  const json = async <T>(address: string, accept = 'application/json') => {
    const answer = await ask(address, accept)
    assert.equal(answer.status, 200, `${address}: ${answer.status}`)
    return (await answer.json()) as T
  }
  const linkOf = (links: readonly Link[], rel: string, type = /json/) => {
    const found = links.find((one) => one.rel === rel && (one.type === undefined || type.test(one.type)))
    assert.ok(found, `a link ${rel}: ${JSON.stringify(links).slice(0, 300)}`)
    return new URL(found.href, `${base()}/`).href
  }
  const landing = () => json<{ links: Link[] }>(base())
  const conformsTo = async () => (await json<{ conformsTo: string[] }>(linkOf((await landing()).links, 'conformance'))).conformsTo
  const catalogue = async () => {
    const { collections } = await json<{ collections: Collection[] }>(linkOf((await landing()).links, 'data'))
    const one = collections.find(({ itemType }) => itemType === 'record')
    assert.ok(one, 'a collection of records')
    return json<Collection>(linkOf(one.links, 'self'))
  }
  const itemsAddress = async () => linkOf((await catalogue()).links, 'items')
  const search = async (query: Record<string, string>) => {
    const address = new URL(await itemsAddress())
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
    return json<Features>(address.href, 'application/geo+json')
  }
  const status = async (query: string) => {
    const address = await itemsAddress()
    return (await ask(`${address}${address.includes('?') ? '&' : '?'}${query}`, 'application/geo+json')).status
  }
  const some = async (limit = 10) => {
    const { features } = await search({ limit: String(limit) })
    assert.ok(features.length > 0, 'the catalogue must hold records')
    return features
  }

  test('landing page: links to the API, to conformance and to the data', async () => {
    const { links } = await landing()
    for (const rel of ['self', 'service-desc', 'conformance', 'data'])
      assert.ok(
        links.some((one) => one.rel === rel),
        rel,
      )
  })
  test('conformance: the classes of a searchable catalogue are declared', async () => {
    const classes = await conformsTo()
    for (const one of ['searchable-catalog', 'record-core', 'record-core-query-parameters', 'json', 'html'])
      assert.ok(classes.includes(`${spec}/${one}`), one)
  })
  test('API definition: can be fetched and names the operations', async () => {
    const api = await json<{ openapi: string; paths: object }>(
      linkOf((await landing()).links, 'service-desc'),
      'application/vnd.oai.openapi+json;version=3.0, application/json',
    )
    assert.match(api.openapi, /^3\.0/)
    assert.ok(Object.keys(api.paths).some((path) => path.endsWith('/items')))
  })
  test('record-collection: mandatory properties, itemType, links', async () => {
    const one = await catalogue()
    assert.deepEqual([one.itemType, typeof one.id, typeof one.type, typeof one.title], ['record', 'string', 'string', 'string'])
    for (const rel of ['self', 'items']) linkOf(one.links, rel)
  })
  test('record-core: every record has its mandatory properties and one link to its catalogue', async () => {
    for (const one of await some(50)) {
      assert.ok(one.id && typeof one.id === 'string')
      assert.equal(one.type, 'Feature')
      assert.ok('geometry' in one && 'time' in one)
      assert.ok(one.properties.type && typeof one.properties.title === 'string')
      assert.equal(one.links.filter(({ rel }) => rel === 'collection').length, 1)
    }
  })
  test('record-core: time is a date, a timestamp, or an interval in this form', async () => {
    const moment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?Z)?$/
    for (const { time } of await some(100)) {
      if (time === null) continue
      const { date, timestamp, interval } = time as { date?: string; timestamp?: string; interval?: string[] }
      for (const one of [date, timestamp, ...(interval ?? [])].filter((part) => part !== undefined && part !== '..'))
        assert.match(String(one), moment)
      if (interval) assert.equal(interval.length, 2)
    }
  })
  test('record: a single one is the same as in the list, by its own address', async () => {
    for (const one of await some(3)) {
      const alone = await json<Feature>(linkOf(one.links, 'self'), 'application/geo+json')
      assert.deepEqual([alone.id, alone.properties.title], [one.id, one.properties.title])
    }
    const address = await itemsAddress()
    const [path, query] = address.split('?')
    assert.equal((await ask(`${path}/there-is-no-such-record${query ? `?${query}` : ''}`)).status, 404)
  })
  test('json: media type and profile', async () => {
    const answer = await ask(await itemsAddress(), 'application/geo+json')
    assert.match(String(answer.headers.get('content-type')), /application\/geo\+json/)
    const { links, type } = (await answer.json()) as Features
    assert.equal(type, 'FeatureCollection')
    assert.ok(links.some(({ rel, href }) => rel === 'profile' && href.endsWith('ogc-record')))
  })
  test('html: every resource also as a page', async () => {
    const { links } = await landing()
    const one = (await some(1))[0]
    for (const address of [
      base(),
      linkOf(links, 'conformance'),
      linkOf(links, 'data'),
      await itemsAddress(),
      linkOf(one?.links ?? [], 'self'),
    ]) {
      const answer = await ask(address, 'text/html')
      assert.equal(answer.status, 200, address)
      assert.match(String(answer.headers.get('content-type')), /text\/html/)
      assert.match(await answer.text(), /<html/i)
    }
  })
  test('limit: respected, cut where too large, refused where none', async () => {
    const three = await search({ limit: '3' })
    assert.equal(three.features.length, Math.min(3, three.numberMatched ?? 3))
    if (three.numberReturned !== undefined) assert.equal(three.numberReturned, three.features.length)
    assert.equal(await status('limit=1000000'), 200)
    for (const bad of ['0', '-1', 'unlimited']) assert.equal(await status(`limit=${bad}`), 400, bad)
  })
  test('unknown and unreadable parameters: 400', async () => {
    for (const query of [
      'unknownQueryParameter=1',
      'bbox=1,2,3',
      'bbox=a,b,c,d',
      'bbox=0,91,1,92',
      'datetime=gestern',
      'datetime=2026-02-01/2026-01-01',
    ])
      assert.equal(await status(query), 400, query)
  })
  test('empty values count as not given', async () => {
    const all = (await search({ limit: '1' })).numberMatched
    for (const name of ['bbox', 'datetime', 'q', 'type', 'ids', 'externalIds'])
      assert.equal((await search({ limit: '1', [name]: '' })).numberMatched, all, name)
  })
  test('next: leads through every record once', async () => {
    const seen: string[] = []
    let page = await search({ limit: '20' })
    for (let pages = 0; pages < 50; pages++) {
      seen.push(...page.features.map(({ id }) => id))
      const next = page.links.find(({ rel }) => rel === 'next')
      if (!next) break
      page = await json<Features>(next.href, 'application/geo+json')
    }
    assert.equal(new Set(seen).size, seen.length)
    if (page.numberMatched !== undefined && page.numberMatched <= 1000) assert.equal(seen.length, page.numberMatched)
  })
  test('ids: exactly those', async () => {
    const wanted = (await some(3)).map(({ id }) => id)
    const found = await search({ ids: wanted.join(',') })
    assert.deepEqual(found.features.map(({ id }) => id).sort(), [...wanted].sort())
    assert.equal((await search({ ids: 'there-is-no-such-record' })).features.length, 0)
  })
  test('externalIds: by value, and by scheme and value', async () => {
    const one = (await some(50)).find(({ properties }) => (properties.externalIds ?? []).length > 0)
    const [external] = one?.properties.externalIds ?? []
    if (!one || !external || external.value.includes(',')) return
    const ids = async (value: string) => (await search({ externalIds: value })).features.map(({ id }) => id)
    assert.ok((await ids(external.value)).includes(one.id))
    if (external.scheme) {
      assert.ok((await ids(`${external.scheme}:${external.value}`)).includes(one.id))
      assert.ok((await search({ externalIds: external.scheme, limit: '1' })).features.length > 0)
    }
    assert.deepEqual(await ids('there-is-no-such-identifier'), [])
  })
  test('type: only records of that type; several are alternatives', async () => {
    const [one] = await some(1)
    const type = one?.properties.type ?? ''
    for (const found of (await search({ type, limit: '50' })).features) assert.equal(found.properties.type, type)
    assert.ok((await search({ type: `${type},no-such-type` })).features.length > 0)
    assert.equal((await search({ type: 'no-such-type' })).features.length, 0)
  })
  test('q: a term, alternatives by comma, a phrase by space, in any case', async () => {
    const [one] = await some(1)
    const [first = '', second = ''] = /(\p{L}{4,})\s+(\p{L}+|\d+)/u.exec(`${one?.properties.title}`)?.slice(1) ?? []
    if (!first) return
    const count = async (q: string) => (await search({ q, limit: '1' })).numberMatched ?? 0
    const found = await search({ q: first, limit: '50' })
    assert.ok(found.features.length > 0)
    for (const { properties } of found.features) assert.match(JSON.stringify(properties), new RegExp(first, 'i'))
    assert.equal(await count(first.toUpperCase()), await count(first.toLowerCase()))
    assert.ok((await count(`${first},there-is-no-such-word`)) >= (await count(first)))
    assert.ok((await count(`${first} ${second}`)) >= 1)
    assert.ok((await count(`${first} ${second}`)) <= (await count(first)))
    assert.equal(await count(`${second} ${first} nowhere`), 0)
  })
  test('bbox: only what touches the box', async () => {
    const everywhere = await search({ bbox: '-180,-90,180,90', limit: '50' })
    for (const { geometry } of everywhere.features) assert.notEqual(geometry, null)
    assert.equal((await search({ bbox: '-160,-60,-159,-59' })).features.length, 0)
    assert.equal(await status('bbox=-180,-90,-10,180,90,10000'), 200)
  })
  test('datetime: instants and intervals, open at either end; records without a time always', async () => {
    const spans = (await some(100)).filter(({ time }) => time !== null)
    for (const value of [
      '2020-01-01',
      '2020-01-01T00:00:00Z',
      '2000-01-01/2030-01-01',
      '../2030-01-01',
      '2000-01-01/..',
      '2000-01-01/',
    ])
      assert.equal(await status(`datetime=${value}&limit=1`), 200, value)
    const long = await search({ datetime: '1000-01-01/1000-01-02', limit: '200' })
    for (const { time } of long.features)
      assert.ok(time === null || (time as { interval?: string[] }).interval?.[0] === '..', JSON.stringify(time))
    const [one] = spans
    const interval = (one?.time as { interval?: string[]; date?: string } | undefined)?.interval ?? []
    const day = [...interval, (one?.time as { date?: string } | undefined)?.date].find((part) => part && part !== '..')
    if (one && day) {
      const ids = (await search({ datetime: day, ids: one.id })).features.map(({ id }) => id)
      assert.deepEqual(ids, [one.id])
    }
  })
  test('all parameters together: AND', async () => {
    const [one] = await some(1)
    const both = await search({ ids: one?.id ?? '', type: 'no-such-type' })
    assert.equal(both.features.length, 0)
  })
  test('sorting: sortables as a schema, sortby up and down', async (t) => {
    if (!(await conformsTo()).includes(`${spec}/sorting`)) return t.skip('sorting is not declared')
    const { links } = await catalogue()
    const schema = await json<{ type: string; $id: string; properties: Record<string, object> }>(
      linkOf(links, 'http://www.opengis.net/def/rel/ogc/1.0/sortables'),
      'application/schema+json',
    )
    assert.equal(schema.type, 'object')
    const name = ['updated', 'created', 'title'].find((one) => one in schema.properties)
    if (!name) return
    const values = async (sortby: string) =>
      (await search({ sortby, limit: '30' })).features.map(({ properties }) => String(properties[name]))
    if (name !== 'title') {
      const up = await values(name)
      const down = await values(`-${name}`)
      assert.deepEqual(up, [...up].sort())
      assert.deepEqual(down, [...down].sort().reverse())
    }
    assert.equal(await status('sortby=no-such-property'), 400)
  })
  test('what is withdrawn or unknown is no resource', async () => {
    const address = (await itemsAddress()).split('?')[0] ?? ''
    assert.equal((await ask(address.replace(/\/collections\/[^/]+\//, '/collections/no-such-collection/'))).status, 404)
  })
}
