import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCatalogue } from '#standards/dcat-ap-de'
import { readXml } from '#standards/xml'
import { dataciteKind, dataciteOf, dataciteToQuads } from './index.ts'

const resourceOf = (text: string) => {
  const read = readXml(text)
  assert.ok(read.ok, JSON.stringify(read))
  const found = dataciteOf(read.value)
  assert.ok(found)
  return found
}
const kernel = (inner: string) => `<resource xmlns="http://datacite.org/schema/kernel-4">${inner}</resource>`

test('a resource of DataCite, wrapped as repositories give it, becomes a record', () => {
  const resource = resourceOf(
    `<oai_datacite xmlns="http://schema.datacite.org/oai/oai-1.1/"><payload>${kernel(`
    <identifier identifierType="DOI">10.5072/pegel</identifier>
    <creators><creator><creatorName nameType="Personal">Berger, Anna</creatorName><nameIdentifier nameIdentifierScheme="ORCID">0000-0001-5000-0007</nameIdentifier></creator></creators>
    <titles><title xml:lang="de">Pegel der Erle</title><title titleType="Subtitle">Messungen</title></titles>
    <publisher>Wasserverband</publisher><publicationYear>2024</publicationYear><resourceType resourceTypeGeneral="Dataset">Messreihe</resourceType>
    <subjects><subject>Wasser</subject></subjects><dates><date dateType="Collected">2019-01-01/2023-12-31</date><date dateType="Updated">2025-02-03</date></dates>
    <language>de</language><version>2.1</version><rightsList><rights rightsURI="info:eu-repo/semantics/openAccess">Open Access</rights><rights rightsURI="https://creativecommons.org/licenses/by/4.0/">CC BY</rights></rightsList>
    <descriptions><description descriptionType="Methods">Sonde</description><description descriptionType="Abstract">Alle 15 Minuten.</description></descriptions>
    <geoLocations><geoLocation><geoLocationPlace>Erlental</geoLocationPlace><geoLocationBox><westBoundLongitude>7</westBoundLongitude><eastBoundLongitude>8</eastBoundLongitude><southBoundLatitude>51</southBoundLatitude><northBoundLatitude>52</northBoundLatitude></geoLocationBox></geoLocation></geoLocations>`)}</payload></oai_datacite>`,
  )
  assert.equal(dataciteKind(resource), 'data')
  const { records } = readCatalogue(dataciteToQuads(resource, 'https://repo.example/1'))
  const [record] = records
  assert.ok(record?.kind === 'dataset')
  assert.deepEqual(record.title, [{ value: 'Pegel der Erle', lang: 'de' }])
  assert.equal(record.description[0]?.value, 'Alle 15 Minuten.')
  assert.equal(record.publisher?.name[0]?.value, 'Wasserverband')
  assert.equal(record.creator[0]?.uri, 'https://orcid.org/0000-0001-5000-0007')
  assert.deepEqual([record.issued, record.modified, record.version], ['2024', '2025-02-03', '2.1'])
  assert.deepEqual([record.temporal[0]?.start, record.temporal[0]?.end], ['2019-01-01', '2023-12-31'])
  assert.match(record.spatial[0]?.bbox ?? '', /^POLYGON\(\(7 51/)
  assert.deepEqual(record.landingPage, ['https://doi.org/10.5072/pegel'])
  assert.deepEqual(record.distribution[0]?.accessURL, ['https://doi.org/10.5072/pegel'])
  assert.match(record.distribution[0]?.license ?? '', /cc-by\/4\.0/)
})

test('articles and programs are told apart from data', () => {
  const kind = (type: string) => dataciteKind(resourceOf(kernel(`<resourceType resourceTypeGeneral="${type}"/>`)))
  assert.deepEqual(kind('JournalArticle'), { other: 'JournalArticle' })
  assert.equal(kind('Collection'), 'data')
})
