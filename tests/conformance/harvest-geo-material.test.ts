// Geo metadata that we did not write, served from this machine as their servers would, harvested as open data would be: every record is accounted for.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { harvestedTwice } from '#support/harvested-twice.ts'
import { type TestHouse, testHouse } from '#support/house.ts'
import { openPortal, type Portal } from '#support/portal.ts'
import { sharedData, withoutShared } from '#support/shared.ts'

const read = (...parts: string[]) => readFileSync(path.join(sharedData() ?? '', ...parts)).toString()
const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(path.join(sharedData() ?? '', folder))
    .filter((name) => ending.test(name))
    .map((name) => read(folder, name))
const all = { settings: { records: 'all' } }

let town: TestHouse
let portal: Portal
/** What was asked by POST. */
let bodies: string[] = []

const capabilities = (origin: string) => `<?xml version="1.0"?>
<csw:Capabilities xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:ows="http://www.opengis.net/ows" xmlns:xlink="http://www.w3.org/1999/xlink" version="2.0.2"><ows:ServiceProvider><ows:ProviderName>Amt für Geoinformation</ows:ProviderName></ows:ServiceProvider><ows:OperationsMetadata><ows:Operation name="GetRecords"><ows:DCP><ows:HTTP><ows:Post xlink:href="${origin}/csw"/></ows:HTTP></ows:DCP></ows:Operation></ows:OperationsMetadata></csw:Capabilities>`

/** A catalogue service that gives answers by where they are to begin. */
function serve(answer: (start: number, count: number) => string | undefined): void {
  bodies = []
  portal.instead = (request, response, url) => {
    const send = (body: string) => response.writeHead(200, { 'content-type': 'application/xml' }).end(body)
    if (request.method === 'GET') {
      if (!/GetCapabilities/i.test(url.search)) return false
      send(capabilities(portal.origin))
      return true
    }
    let body = ''
    request.on('data', (part: Buffer) => {
      body += part
    })
    request.on('end', () => {
      bodies.push(body)
      const given = answer(Number(/startPosition="(\d+)"/.exec(body)?.[1]), Number(/maxRecords="(\d+)"/.exec(body)?.[1]))
      if (given) send(given)
      else response.writeHead(404).end()
    })
    return true
  }
}

/** Documents as a service would give them, page by page. */
const paged = (documents: readonly string[]) =>
  serve((start, count) => {
    const shown = documents
      .slice(start - 1, start - 1 + Math.min(count, 7))
      .map((one) => one.replace(/^\ufeff?\s*<\?xml[^>]*\?>/, ''))
    const next = start + shown.length
    return `<?xml version="1.0" encoding="UTF-8"?><csw:GetRecordsResponse xmlns:csw="http://www.opengis.net/cat/csw/2.0.2"><csw:SearchResults numberOfRecordsMatched="${documents.length}" numberOfRecordsReturned="${shown.length}" nextRecord="${next > documents.length ? 0 : next}">${shown.join('')}</csw:SearchResults></csw:GetRecordsResponse>`
  })

interface Refused {
  reason: string
  excerpt: string | null
}
const refusedIn = async (run: string) =>
  (
    await sql<Refused>`select reason, excerpt from harvest_issue where run = ${run} order by reason`.execute(
      town.house.database.system,
    )
  ).rows

suite('geo metadata of others', { skip: withoutShared() }, () => {
  before(async () => {
    town = await testHouse({ env: { OUTBOUND_ALLOWED_HOSTS: '127.0.0.1' } })
    portal = await openPortal({ path: '/', answer: () => undefined })
  })
  after(async () => {
    await portal?.close()
    await town?.close()
  })

  test('GeoNetwork: 6 records on three recorded pages of CSW', async () => {
    serve((start) =>
      [1, 3, 5].includes(start) ? read(`dcat-examples/udata-harvest/geonetwork-iso19139-page-${start}.xml`) : undefined,
    )
    const run = await harvestedTwice(town, 'csw', `${portal.origin}/csw`, all)
    assert.deepEqual([run?.read, run?.created, run?.rejected, run?.pages, run?.announced], [6, 6, 0, 3, 6])
    assert.match(bodies[0] ?? '', /outputSchema="http:\/\/www.isotc211.org\/2005\/gmd"/)
  })

  for (const name of ['geoide-iso19139-single-dataset', 'geoplateforme-iso19139-IGNF_RPG'])
    test(`one recorded record: ${name}`, async () => {
      const document = read(`dcat-examples/udata-harvest/${name}.xml`)
      serve((start) => (start === 1 ? document : undefined))
      const run = await harvestedTwice(town, 'csw', `${portal.origin}/csw`, all)
      assert.deepEqual([run?.read, run?.rejected], [1, 0])
    })

  test('InGrid: of three records the two with the keyword are open data', async () => {
    paged(filesIn('iso19139/ingrid-editor', /\.xml$/))
    let refused: Refused[] = []
    const run = await harvestedTwice(town, 'csw', `${portal.origin}/csw`, {
      look: async (_, id) => {
        refused = await refusedIn(id)
      },
    })
    assert.deepEqual([run?.read, run?.created, run?.rejected], [3, 2, 1])
    assert.deepEqual(
      refused.map((one) => one.reason),
      ['not-open'],
    )
    assert.match(bodies[0] ?? '', /<ogc:Literal>opendata<\/ogc:Literal>/)
    const both = await harvestedTwice(town, 'csw', `${portal.origin}/csw`, all)
    assert.deepEqual([both?.read, both?.rejected], [3, 0])
  })

  test('pygeoapi: its records of ISO 19139', async () => {
    const documents = filesIn('iso19139/pygeoapi', /\.xml$/)
    paged(documents)
    const run = await harvestedTwice(town, 'csw', `${portal.origin}/csw`, all)
    assert.deepEqual([run?.read, run?.created, run?.rejected], [documents.length, documents.length, 0])
  })

  test('pycsw: ISO 19139, ISO 19115-3 and Dublin Core side by side; what is refused is shown', async () => {
    const folders = ['apiso-data', 'iso19115p3-data', 'cite-data'].map((one) => `iso19139/pycsw/${one}`)
    const documents = folders.flatMap((one) => filesIn(one, /\.xml$/))
    paged(documents)
    let refused: Refused[] = []
    const run = await harvestedTwice(town, 'csw', `${portal.origin}/csw`, {
      ...all,
      look: async (_, id) => {
        refused = await refusedIn(id)
      },
    })
    assert.equal(run?.read, documents.length)
    assert.equal(run?.rejected, refused.length)
    // Counted in the documents: three of the newer standard, three of Dublin Core without a title.
    assert.deepEqual(
      Map.groupBy(refused, (one) => one.reason).get('unreadable')?.length,
      documents.filter((one) => /19115\/-3\/mdb/.test(one)).length,
    )
    assert.ok(refused.every((one) => one.excerpt))
  })

  test('pygeoapi: records of its own store through OGC API Records', async () => {
    const store = JSON.parse(read('iso19139/pygeoapi/sample-records.tinydb'))
    const records = Object.values(store._default)
    const links = (...given: object[]) => ({ links: given })
    portal.instead = (_, response, url) => {
      const answers: Record<string, object> = {
        '/': links({ rel: 'data', type: 'application/json', href: `${portal.origin}/collections` }),
        '/collections': { collections: [{ id: 'obs' }, { id: 'dutch', itemType: 'record' }], ...links() },
        '/collections/dutch/items': {
          type: 'FeatureCollection',
          features: records.slice(Number(url.searchParams.get('offset') ?? 0)).slice(0, 1),
          numberMatched: records.length,
          ...links(
            ...(Number(url.searchParams.get('offset') ?? 0) + 1 < records.length
              ? [{ rel: 'next', href: `/collections/dutch/items?offset=${Number(url.searchParams.get('offset') ?? 0) + 1}` }]
              : []),
          ),
        },
      }
      const found = answers[url.pathname]
      if (!found) return false
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(found))
      return true
    }
    const run = await harvestedTwice(town, 'ogc-records', portal.origin)
    assert.deepEqual([run?.read, run?.created, run?.rejected, run?.pages], [records.length, records.length, 0, records.length])
  })

  test('features that are no records are refused one by one', async () => {
    const found = JSON.parse(read('iso19139/pygeoapi/nhsl_hazard_threat_all_indicators_s_bc.geojson'))
    portal.instead = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/geo+json' }).end(JSON.stringify(found))
      return true
    }
    const run = await harvestedTwice(town, 'ogc-records', `${portal.origin}/collections/hazard/items`)
    assert.deepEqual([run?.read, run?.rejected], [found.features.length, found.features.length])
  })
})
