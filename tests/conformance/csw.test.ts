// CSW 2.0.2: asked as GIS clients ask, judged by OWSLib and libxml2; requests that pycsw's makers wrote are all answered in its words.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import { type ReachablePortal, reachablePortal, runClient } from '#support/foreign-client.ts'
import { places } from '#support/house.ts'
import { sharedData } from '#support/shared.ts'
import { dataset, distribution } from '#support/text.ts'

const box = 'POLYGON ((6.9 50.9, 7.1 50.9, 7.1 51.1, 6.9 51.1, 6.9 50.9))'
const authority = 'http://publications.europa.eu/resource/authority'

let portal: ReachablePortal
before(async () => {
  portal = await reachablePortal()
  await portal.publish(
    places.stadt,
    Array.from({ length: 40 }, (_, n) =>
      dataset(n % 4 ? `Messung Nummer ${n} <&>` : `Straßenbäume ${n}`, {
        uri: `https://daten.example/${n}`,
        identifier: [`satz-${n}`],
        modified: `2025-${n % 2 ? '03' : '07'}-10`,
        keyword: [{ value: n % 2 ? 'Luft' : 'Grün, Bäume', lang: 'de' }],
        theme: [`${authority}/data-theme/ENVI`],
        ...(n % 2 ? { spatial: [{ geometry: box, prefLabel: [{ value: 'Ahornstadt', lang: 'de' }] }] } : {}),
        temporal: [{ start: '2020', end: '2021-12-31' }],
        publisher: { name: [{ value: 'Umweltamt', lang: 'de' }] },
        contactPoint: [{ fn: [{ value: 'Stelle für Daten', lang: 'de' }], email: 'daten@ahornstadt.example' }],
        distribution: [
          distribution({ uri: `https://daten.example/${n}/wms?SERVICE=WMS`, format: `${authority}/file-type/WMS_SRVC` }),
        ],
      }),
    ),
  )
  await portal.publish(places.dorf, [dataset('Im Dorf')])
  await portal.follow()
})
after(() => portal?.close())

const ask = async (query: Record<string, string>, base = '') =>
  (await portal.get(`${base}/csw?${new URLSearchParams({ service: 'CSW', version: '2.0.2', ...query })}`)).body
const records = (query: Record<string, string>) =>
  ask({ request: 'GetRecords', typeNames: 'csw:Record', resultType: 'results', ...query })
const matched = (xml: string) => Number(/numberOfRecordsMatched="(\d+)"/.exec(xml)?.[1] ?? Number.NaN)
const count = async (constraint: string, language = 'CQL_TEXT') =>
  matched(await records({ resultType: 'hits', constraint, constraintLanguage: language }))
const post = (payload: string, type = 'application/xml') =>
  portal.ask({ method: 'POST', url: '/csw', payload, headers: { host: 'portal.example', 'content-type': type } })
const fault = (xml: string) => {
  const [, code, , locator] = /exceptionCode="(\w+)"( locator="([^"]*)")?/.exec(xml) ?? []
  return [code, locator]
}

suite('CSW 2.0.2', () => {
  test('conditions in CQL mean what they say', async () => {
    for (const [cql, expected] of [
      ["AnyText LIKE '%Messung%'", 30],
      ["csw:AnyText like '%baum%'", 20],
      ["csw:AnyText like 'Straß%'", 10],
      ["dc:title LIKE 'Messung Nummer 1_ %'", 8],
      ["dc:title = 'Straßenbäume 4'", 1],
      ["dc:subject = 'Luft' AND NOT AnyText LIKE '%Nummer%'", 0],
      ["dc:subject = 'Luft' OR dc:identifier IN ('satz-0', 'satz-4')", 22],
      ['BBOX(ows:BoundingBox, 7, 51, 8, 52)', 20],
      ["BBOX(ows:BoundingBox, 51, 7, 52, 8, 'urn:ogc:def:crs:EPSG::4326')", 20],
      ["dct:modified >= '2000-01-01' AND dct:modified < '2001-01-01'", 0],
      ["dc:date BETWEEN '2025-07' AND '2025-07'", 20],
      ["dc:type = 'service'", 0],
      ["dc:type <> 'service' AND apiso:Format = 'WMS_SRVC'", 40],
      ["dc:publisher LIKE '%Umwelt%'", 40],
      ['', 41],
    ] as const)
      assert.equal(await count(cql), expected, cql)
    assert.equal(matched(await ask({ request: 'GetRecords', typeNames: 'csw:Record' }, `/${places.dorf}`)), 1)
  })

  test('a filter in XML, posted as QGIS posts it, walks page by page in order', async () => {
    const seen: string[] = []
    for (let start = 1; start > 0; ) {
      const { body, statusCode } = await post(`<?xml version="1.0"?>
<csw:GetRecords xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:ogc="http://www.opengis.net/ogc" xmlns:gml="http://www.opengis.net/gml"
  service="CSW" version="2.0.2" resultType="results" startPosition="${start}" maxRecords="7"><csw:Query typeNames="csw:Record">
  <csw:ElementSetName>brief</csw:ElementSetName><csw:Constraint version="1.1.0"><ogc:Filter><ogc:And>
  <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>csw:AnyText</ogc:PropertyName><ogc:Literal>*Messung*</ogc:Literal></ogc:PropertyIsLike>
  <ogc:BBOX><ogc:PropertyName>ows:BoundingBox</ogc:PropertyName><gml:Envelope srsName="urn:ogc:def:crs:OGC:1.3:CRS84"><gml:lowerCorner>7 51</gml:lowerCorner><gml:upperCorner>8 52</gml:upperCorner></gml:Envelope></ogc:BBOX>
  </ogc:And></ogc:Filter></csw:Constraint><ogc:SortBy><ogc:SortProperty><ogc:PropertyName>dc:title</ogc:PropertyName><ogc:SortOrder>DESC</ogc:SortOrder></ogc:SortProperty></ogc:SortBy></csw:Query></csw:GetRecords>`)
      assert.deepEqual([statusCode, matched(body)], [200, 20])
      seen.push(...Array.from(body.matchAll(/<dc:title>([^<]*)</g), ([, title = '']) => title))
      start = Number(/nextRecord="(\d+)"/.exec(body)?.[1])
    }
    assert.equal(new Set(seen).size, 20)
    assert.deepEqual(seen, [...seen].sort().reverse())
    assert.match(seen[0] ?? '', /&lt;&amp;&gt;$/)
  })

  test('every fault by its code and its place', async () => {
    for (const [query, expected] of [
      [{ service: 'WMS', request: 'GetCapabilities' }, ['InvalidParameterValue', 'service']],
      [{ request: '' }, ['MissingParameterValue', 'request']],
      [{ request: 'Dance' }, ['InvalidParameterValue', 'request']],
      [{ request: 'Transaction' }, ['OperationNotSupported', 'Transaction']],
      [{ request: 'GetCapabilities', AcceptVersions: '3.0.0' }, ['VersionNegotiationFailed', undefined]],
      [{ request: 'GetRecords', version: '3.0.0' }, ['InvalidParameterValue', 'version']],
      [{ request: 'GetRecordById' }, ['MissingParameterValue', 'Id']],
      [{ request: 'GetRecords', typeNames: 'x:Y' }, ['InvalidParameterValue', 'typeNames']],
      [{ request: 'GetRecords', outputSchema: 'urn:x' }, ['InvalidParameterValue', 'outputSchema']],
      [{ request: 'GetRecords', maxRecords: 'ten' }, ['InvalidParameterValue', 'maxRecords']],
      [{ request: 'GetRecords', constraint: 'colour = 1' }, ['InvalidParameterValue', 'Constraint']],
      [{ request: 'GetRecords', constraint: "dc:title LIKE '%" }, ['InvalidParameterValue', 'Constraint']],
      [{ request: 'GetRecords', constraint: '<a', constraintLanguage: 'FILTER' }, ['NoApplicableCode', undefined]],
      [{ request: 'GetRecords', sortBy: 'dc:format:A' }, ['InvalidParameterValue', 'SortBy']],
    ] as const)
      assert.deepEqual(fault(await ask(query as Record<string, string>)), expected, JSON.stringify(query))
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><csw:GetRecords xmlns:csw="http://www.opengis.net/cat/csw/2.0.2">&a;</csw:GetRecords>`
    const answer = await post(bomb)
    assert.deepEqual([answer.statusCode, fault(answer.body)[0]], [400, 'NoApplicableCode'])
    assert.doesNotMatch(answer.body, /root:/)
    const deep = `<f xmlns="http://www.opengis.net/ogc">${'<And>'.repeat(20_000)}</f>`
    assert.equal((await post(deep)).statusCode, 400)
    assert.match(
      (await post('service=CSW&request=GetCapabilities', 'application/x-www-form-urlencoded')).body,
      /<csw:Capabilities/,
    )
  })

  const noXmllint = spawnSync('xmllint', ['--version']).error ? 'xmllint is not at hand' : false
  test('each answer is XML that libxml2 takes', { skip: noXmllint }, async () => {
    const pages = [
      await ask({ request: 'GetCapabilities' }),
      await ask({ request: 'DescribeRecord' }),
      await ask({ request: 'GetDomain', PropertyName: 'dc:subject' }),
      await records({ elementSetName: 'full' }),
      await records({ outputSchema: 'http://www.isotc211.org/2005/gmd' }),
      await ask({ request: 'GetRecords', resultType: 'validate', requestId: 'a<b' }),
      await ask({ request: '<' }),
    ]
    for (const input of pages) {
      const judged = spawnSync('xmllint', ['--noout', '--nonet', '-'], { input, encoding: 'utf8' })
      assert.equal(judged.status, 0, judged.stderr)
    }
  })

  const corpus = path.join(sharedData() ?? '/nowhere', 'iso19139/pycsw')
  test("pycsw's own requests are answered or refused by the protocol", {
    skip: !existsSync(corpus) && 'the requests of pycsw are not at hand',
  }, async () => {
    const files = globSync(`${corpus}/{apiso,cite}-post/*.xml`)
    assert.ok(files.length > 50)
    let answered = 0
    for (const file of files) {
      const { statusCode, body } = await post(readFileSync(file, 'utf8'))
      assert.ok(statusCode === 200 || (statusCode === 400 && fault(body)[0]), `${file}: ${statusCode} ${body.slice(0, 300)}`)
      if (statusCode === 200) answered++
    }
    assert.ok(answered >= files.length * 0.6, `${answered} of ${files.length}`)
  })

  const noOwslib = spawnSync('/usr/bin/python3', ['-c', 'import owslib.csw']).status !== 0 && 'python3-owslib is not at hand'
  test('OWSLib reads it in both schemas', { skip: noOwslib }, async () => {
    const script = `
import sys, json
from owslib.csw import CatalogueServiceWeb
from owslib.fes import PropertyIsEqualTo, PropertyIsLike, BBox, And, Or, Not, SortBy, SortProperty
csw = CatalogueServiceWeb(sys.argv[1])
ops = sorted(op.name for op in csw.operations)
like = PropertyIsLike('csw:AnyText', '%Messung%')
csw.getrecords2(constraints=[[like, BBox([7, 51, 8, 52])]], esn='full', maxrecords=5, sortby=SortBy([SortProperty('dc:title', 'ASC')]))
first, page = csw.results, list(csw.records.values())
csw.getrecords2(constraints=[And([like, Not([PropertyIsEqualTo('dc:subject', 'Luft')])])], resulttype='hits')
hits = csw.results['matches']
csw.getrecords2(cql="AnyText LIKE '%Messung%'", maxrecords=1)
cql = csw.results['matches']
csw.getrecordbyid([page[0].identifier], esn='full', outputschema='http://www.isotc211.org/2005/gmd')
md = list(csw.records.values())[0]
info = md.identification[0] if isinstance(md.identification, list) else md.identification
csw.getdomain('dc:subject', 'property')
domain = csw.results['values']
try:
    csw.getrecords2(cql='colour = 1'); fault = None
except Exception as error:
    fault = str(error)
print(json.dumps({'ops': ops, 'first': first, 'title': page[0].title, 'box': [page[0].bbox.minx, page[0].bbox.miny], 'wms': [r['scheme'] for r in page[0].references if 'wms' in r['url']],
  'hits': hits, 'cql': cql, 'id': md.identifier == page[0].identifier, 'iso': info.title == page[0].title, 'west': info.bbox.minx, 'contact': md.contact[0].email, 'stamp': md.datestamp is not None,
  'online': md.distribution.online[1].protocol, 'topic': info.topiccategory, 'time': info.temporalextent_start, 'keywords': len(info.keywords2), 'domain': domain, 'filters': csw.filters.spatial_operators, 'provider': bool(csw.provider.name), 'fault': bool(fault) or csw.exceptionreport is not None}))`
    const said = await runClient('/usr/bin/python3', ['-W', 'ignore', '-c', script, `${portal.url}/csw`])
    assert.equal(said.code, 0, said.err)
    assert.deepEqual(JSON.parse(said.out), {
      ops: ['DescribeRecord', 'GetCapabilities', 'GetDomain', 'GetRecordById', 'GetRecords'],
      first: { matches: 20, returned: 5, nextrecord: 6 },
      title: 'Messung Nummer 1 <&>',
      box: ['6.9', '50.9'],
      wms: ['OGC:WMS'],
      hits: 10,
      cql: 30,
      id: true,
      iso: true,
      west: '6.9',
      contact: 'daten@ahornstadt.example',
      stamp: true,
      online: 'OGC:WMS',
      topic: ['environment'],
      time: '2020',
      keywords: 2,
      domain: ['Grün, Bäume', 'Luft'],
      filters: ['BBOX', 'Intersects'],
      provider: true,
      fault: true,
    })
  })
  const gdal = '/usr/bin/ogrinfo'
  test('GDAL reads it as a layer, by area and by words', {
    skip: existsSync(gdal) ? false : 'gdal-bin not installed',
  }, async () => {
    const features = async (...filter: string[]) => {
      const said = await runClient(gdal, ['-ro', '-so', ...filter, `CSW:${portal.url}/csw`, 'records'])
      assert.equal(said.code, 0, said.err)
      assert.doesNotMatch(said.err + said.out, /ERROR/)
      return Number(/Feature Count: (\d+)/.exec(said.out)?.[1] ?? Number.NaN)
    }
    assert.equal(await features(), 41)
    assert.equal(await features('-spat', '7', '51', '8', '52'), 20)
    assert.equal(await features('-where', "anytext LIKE '%Messung%'"), 30)
    const first = await runClient(gdal, ['-ro', '-q', '-where', "identifier = 'satz-4'", `CSW:${portal.url}/csw`, 'records'])
    assert.match(first.out, /abstract \(String\) = Straßenbäume 4: /)
    assert.match(first.out, /subject \(String\) = Grün, Bäume\n/)
  })
})
