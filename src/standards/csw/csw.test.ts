import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Dataset, readCatalogue } from '#standards/dcat-ap-de'
import { readXml } from '#standards/xml'
import {
  dublinCoreToQuads,
  exceptionOf,
  readCapabilities,
  readRecords,
  recordAddress,
  recordsAddress,
  recordsBody,
  serviceAddress,
} from './index.ts'

const tree = (text: string) => {
  const read = readXml(text)
  assert.ok(read.ok, JSON.stringify(read))
  return read.value
}

test('an address keeps what is its own and loses the request it was copied with', () => {
  const service = serviceAddress('https://geo.example/csw?map=nrw&SERVICE=CSW&Request=GetCapabilities#top')
  assert.equal(service, 'https://geo.example/csw?map=nrw')
  assert.equal(new URL(recordAddress(service, 'a&b')).searchParams.get('id'), 'a&b')
  const asked = new URL(recordsAddress(service, { start: 21, count: 20, keyword: "o'x", sorted: true }))
  assert.equal(asked.searchParams.get('map'), 'nrw')
  assert.equal(asked.searchParams.get('constraint'), "apiso:subject = 'o''x'")
  assert.equal(asked.searchParams.get('startPosition'), '21')
})

test('the question for records is sound XML, whatever the keyword is', () => {
  const root = tree(recordsBody({ start: 1, count: 20, keyword: '<&">', sorted: true }))
  assert.equal(root.name, 'GetRecords')
})

test('pages, capabilities and reports of faults', () => {
  const page = readRecords(
    tree(
      '<c:GetRecordsResponse xmlns:c="urn:c"><c:SearchResults numberOfRecordsMatched="45" numberOfRecordsReturned="1" nextRecord="2"><c:R/></c:SearchResults></c:GetRecordsResponse>',
    ),
  )
  assert.deepEqual([page?.records.length, page?.matched, page?.returned, page?.next], [1, 45, 1, 2])
  assert.equal(readRecords(tree('<html/>')), undefined)
  const capabilities = readCapabilities(
    tree(
      '<Capabilities xmlns:x="urn:x"><ServiceProvider><ProviderName>Amt</ProviderName></ServiceProvider><OperationsMetadata><Operation name="GetRecords"><DCP><HTTP><Post x:href="https://a.example/soap"><Constraint name="PostEncoding"><Value>SOAP</Value></Constraint></Post><Post x:href="https://a.example/xml"><Constraint name="PostEncoding"><Value>XML</Value></Constraint></Post></HTTP></DCP></Operation></OperationsMetadata></Capabilities>',
    ),
  )
  assert.deepEqual(capabilities, { title: '', provider: 'Amt', post: 'https://a.example/xml' })
  assert.equal(readCapabilities(tree('<Capabilities><OperationsMetadata/></Capabilities>')), undefined)
  assert.deepEqual(
    exceptionOf(
      tree(
        '<ExceptionReport><Exception exceptionCode="InvalidParameterValue" locator="typename"><ExceptionText>no</ExceptionText></Exception></ExceptionReport>',
      ),
    ),
    { code: 'InvalidParameterValue: typename', text: 'no' },
  )
})

test("a record in the catalogue's own form", () => {
  const record = tree(
    '<csw:Record xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:dc="urn:dc" xmlns:dct="urn:dct" xmlns:ows="urn:ows"><dc:identifier>a</dc:identifier><dc:title>Bäume</dc:title><dct:abstract>Alle</dct:abstract><dc:subject>Grün</dc:subject><dct:modified>2024-02-03</dct:modified><dct:references scheme="OGC:WFS">https://geo.example/wfs</dct:references><dc:rights>CC BY 4.0</dc:rights><ows:BoundingBox crs="urn:x-ogc:def:crs:EPSG:6.11:4326"><ows:LowerCorner>51 6</ows:LowerCorner><ows:UpperCorner>52 7</ows:UpperCorner></ows:BoundingBox></csw:Record>',
  )
  const found = readCatalogue(dublinCoreToQuads(record, 'https://geo.example/a')).records[0] as Dataset
  assert.equal(found.modified, '2024-02-03')
  assert.equal(found.spatial[0]?.bbox, 'POLYGON((6 51, 7 51, 7 52, 6 52, 6 51))')
  assert.deepEqual(
    found.distribution.map((one) => [one.format?.split('/').at(-1), one.license]),
    [['WFS_SRVC', 'http://dcat-ap.de/def/licenses/cc-by/4.0']],
  )
})
