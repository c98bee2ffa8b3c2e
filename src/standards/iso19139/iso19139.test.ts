import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DataService, type Dataset, readCatalogue } from '#standards/dcat-ap-de'
import { readXml } from '#standards/xml'
import { headOf, recordToQuads } from './index.ts'

const words = (name: string, text: string) => `<gmd:${name}><gco:CharacterString>${text}</gco:CharacterString></gmd:${name}>`
const code = (name: string, value: string) => `<gmd:${name}><gmd:Code codeListValue="${value}"/></gmd:${name}>`
const anchor = (name: string, href: string, text: string) =>
  `<gmd:${name}><gmx:Anchor xlink:href="${href}">${text}</gmx:Anchor></gmd:${name}>`
const date = (type: string, value: string) =>
  `<gmd:date><gmd:CI_Date><gmd:date><gco:Date>${value}</gco:Date></gmd:date>${code('dateType', type)}</gmd:CI_Date></gmd:date>`
const party = (role: string, organisation: string, mail: string, person = '') =>
  `<gmd:CI_ResponsibleParty>${person && words('individualName', person)}${words('organisationName', organisation)}<gmd:contactInfo><gmd:CI_Contact><gmd:phone><gmd:CI_Telephone>${words('voice', '+49 211 123456')}</gmd:CI_Telephone></gmd:phone><gmd:address><gmd:CI_Address>${words('city', 'Düsseldorf')}${words('electronicMailAddress', mail)}</gmd:CI_Address></gmd:address></gmd:CI_Contact></gmd:contactInfo>${code('role', role)}</gmd:CI_ResponsibleParty>`
const keywords = (thesaurus: string, ...all: string[]) =>
  `<gmd:descriptiveKeywords><gmd:MD_Keywords>${all.join('')}<gmd:thesaurusName><gmd:CI_Citation>${words('title', thesaurus)}</gmd:CI_Citation></gmd:thesaurusName></gmd:MD_Keywords></gmd:descriptiveKeywords>`
const online = (url: string, more: string) =>
  `<gmd:onLine><gmd:CI_OnlineResource><gmd:linkage><gmd:URL>${url}</gmd:URL></gmd:linkage>${more}</gmd:CI_OnlineResource></gmd:onLine>`
const constraints = (kind: 'access' | 'use', ...other: string[]) =>
  `<gmd:resourceConstraints><gmd:MD_LegalConstraints>${code(`${kind}Constraints`, 'otherRestrictions')}${other.join('')}</gmd:MD_LegalConstraints></gmd:resourceConstraints>`

const metadata = (level: string, identification: string, rest = '') =>
  `<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco" xmlns:gmx="http://www.isotc211.org/2005/gmx" xmlns:srv="http://www.isotc211.org/2005/srv" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:xlink="http://www.w3.org/1999/xlink">
${words('fileIdentifier', 'f-1')}${code('language', 'ger')}${code('hierarchyLevel', level)}
<gmd:contact>${party('pointOfContact', 'Metadatenstelle', 'meta@amt.example')}</gmd:contact>
<gmd:locale><gmd:PT_Locale id="ENG">${code('languageCode', 'eng')}</gmd:PT_Locale></gmd:locale>
<gmd:referenceSystemInfo><gmd:MD_ReferenceSystem><gmd:referenceSystemIdentifier><gmd:RS_Identifier>${words('code', 'EPSG:25832')}</gmd:RS_Identifier></gmd:referenceSystemIdentifier></gmd:MD_ReferenceSystem></gmd:referenceSystemInfo>
<gmd:identificationInfo>${identification}</gmd:identificationInfo>${rest}</gmd:MD_Metadata>`

const baumkataster = metadata(
  'dataset',
  `<gmd:MD_DataIdentification><gmd:citation><gmd:CI_Citation>
<gmd:title><gco:CharacterString>Baumkataster</gco:CharacterString><gmd:PT_FreeText><gmd:textGroup><gmd:LocalisedCharacterString locale="#ENG">Tree register</gmd:LocalisedCharacterString></gmd:textGroup></gmd:PT_FreeText></gmd:title>
${date('publication', '2019-05-01')}${date('revision', '2024-02-03')}${date('revision', '2025-02-03')}
<gmd:identifier><gmd:RS_Identifier>${words('code', 'baum-7')}${words('codeSpace', 'https://registry.gdi-de.org/id/de.nw')}</gmd:RS_Identifier></gmd:identifier></gmd:CI_Citation></gmd:citation>
${words('abstract', 'Alle Bäume der Stadt.')}
<gmd:pointOfContact>${party('owner', 'Stadt Musterhausen', 'stadt@musterhausen.example')}</gmd:pointOfContact>
<gmd:pointOfContact>${party('pointOfContact', 'Gartenamt', 'gruen@musterhausen.example', 'Erika Muster')}</gmd:pointOfContact>
<gmd:resourceMaintenance><gmd:MD_MaintenanceInformation>${code('maintenanceAndUpdateFrequency', 'annually')}</gmd:MD_MaintenanceInformation></gmd:resourceMaintenance>
${keywords('GEMET - INSPIRE themes, version 1.0', words('keyword', 'Adressen'))}
${keywords('High-value dataset categories', anchor('keyword', 'http://data.europa.eu/bna/c_ac64a52d', 'Georaum'))}
${keywords('', words('keyword', 'opendata'), words('keyword', 'Verkehr'))}
${constraints('access', anchor('otherConstraints', 'http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/noLimitations', 'Es gelten keine Zugriffsbeschränkungen'))}
${constraints('use', words('otherConstraints', 'Datenlizenz Deutschland – Namensnennung – Version 2.0'), words('otherConstraints', '{ "id": "dl-de/by-2-0", "name": "Datenlizenz", "url": "https://www.govdata.de/dl-de/by-2-0", "quelle": "© Stadt Musterhausen" }'))}
<gmd:spatialResolution><gmd:MD_Resolution><gmd:distance><gco:Distance uom="m">0,5</gco:Distance></gmd:distance></gmd:MD_Resolution></gmd:spatialResolution>
${code('language', 'ger')}<gmd:topicCategory><gmd:MD_TopicCategoryCode>environment</gmd:MD_TopicCategoryCode></gmd:topicCategory>
<gmd:extent><gmd:EX_Extent>
<gmd:geographicElement><gmd:EX_GeographicBoundingBox><gmd:westBoundLongitude><gco:Decimal>6.5</gco:Decimal></gmd:westBoundLongitude><gmd:eastBoundLongitude><gco:Decimal>7</gco:Decimal></gmd:eastBoundLongitude><gmd:southBoundLatitude><gco:Decimal>51.5</gco:Decimal></gmd:southBoundLatitude><gmd:northBoundLatitude><gco:Decimal>51</gco:Decimal></gmd:northBoundLatitude></gmd:EX_GeographicBoundingBox></gmd:geographicElement>
<gmd:geographicElement><gmd:EX_GeographicDescription><gmd:geographicIdentifier><gmd:MD_Identifier>${words('code', '053620000000')}</gmd:MD_Identifier></gmd:geographicIdentifier></gmd:EX_GeographicDescription></gmd:geographicElement>
<gmd:temporalElement><gmd:EX_TemporalExtent><gmd:extent><gml:TimePeriod><gml:beginPosition>2019-01-01</gml:beginPosition><gml:endPosition indeterminatePosition="now"/></gml:TimePeriod></gmd:extent></gmd:EX_TemporalExtent></gmd:temporalElement>
</gmd:EX_Extent></gmd:extent></gmd:MD_DataIdentification>`,
  `<gmd:distributionInfo><gmd:MD_Distribution><gmd:distributionFormat><gmd:MD_Format>${words('name', 'Shapefile')}</gmd:MD_Format></gmd:distributionFormat>
<gmd:transferOptions><gmd:MD_DigitalTransferOptions>
${online('https://geo.example/wms?service=WMS&amp;request=GetCapabilities', words('protocol', 'OGC:WMS-1.3.0-http-get-map') + words('name', 'Karte'))}
${online('https://geo.example/baeume.zip', code('function', 'download'))}
${online('https://geo.example/baeume.csv', code('function', 'download'))}
${online('https://geo.example/ueber', code('function', 'information'))}
</gmd:MD_DigitalTransferOptions></gmd:transferOptions></gmd:MD_Distribution></gmd:distributionInfo>
<gmd:dataQualityInfo><gmd:DQ_DataQuality><gmd:lineage><gmd:LI_Lineage>${words('statement', 'Vor Ort aufgenommen.')}</gmd:LI_Lineage></gmd:lineage></gmd:DQ_DataQuality></gmd:dataQualityInfo>`,
)

const place = { uriOf: (id: string) => `https://geo.example/satz/${id}` }
function read(text: string) {
  const tree = readXml(text)
  assert.ok(tree.ok, JSON.stringify(tree))
  const reading = readCatalogue(recordToQuads(tree.value, 'https://geo.example/satz/f-1', place))
  return { head: headOf(tree.value), record: reading.records[0], reading }
}
const last = (iri: string | undefined) => iri?.split('/').at(-1)

test('a dataset as GDI-DE writes it', () => {
  const { head, record, reading } = read(baumkataster)
  assert.deepEqual(head, { id: 'f-1', kind: 'dataset', level: 'dataset', open: true })
  const tree = record as Dataset
  assert.deepEqual(tree.title, [
    { value: 'Baumkataster', lang: 'de' },
    { value: 'Tree register', lang: 'en' },
  ])
  assert.deepEqual([tree.issued, tree.modified], ['2019-05-01', '2025-02-03'])
  assert.deepEqual(tree.identifier, ['f-1', 'https://registry.gdi-de.org/id/de.nw/baum-7'])
  assert.deepEqual(tree.theme.map(last).sort(), ['ENVI', 'REGI'], 'the topic and the INSPIRE theme; a free word is only a word')
  assert.deepEqual(tree.keyword.map((one) => one.value).sort(), ['Adressen', 'Georaum', 'Verkehr', 'opendata'])
  assert.deepEqual(tree.hvdCategory, ['http://data.europa.eu/bna/c_ac64a52d'])
  assert.equal(tree.publisher?.name[0]?.value, 'Stadt Musterhausen')
  assert.equal(tree.originator[0]?.name[0]?.value, 'Stadt Musterhausen')
  assert.deepEqual(
    tree.contactPoint.map((one) => [one.fn?.[0]?.value, one.email, one.locality]),
    [['Gartenamt', 'gruen@musterhausen.example', 'Düsseldorf']],
    'the office, not the person',
  )
  assert.equal(last(tree.accrualPeriodicity), 'ANNUAL')
  assert.equal(last(tree.accessRights), 'PUBLIC')
  assert.deepEqual(tree.politicalGeocodingURI, ['http://dcat-ap.de/def/politicalGeocoding/regionalKey/053620000000'])
  assert.equal(tree.spatial[0]?.bbox, 'POLYGON((6.5 51, 7 51, 7 51.5, 6.5 51.5, 6.5 51))', 'swapped corners are put right')
  assert.deepEqual(tree.temporal, [{ start: '2019-01-01' }])
  assert.equal(tree.spatialResolutionInMeters, '0.5')
  assert.equal(tree.provenance[0]?.label?.[0]?.value, 'Vor Ort aufgenommen.')
  assert.equal(tree.conformsTo[0]?.uri, 'http://www.opengis.net/def/crs/EPSG/0/25832')
  assert.deepEqual(
    tree.page.map((one) => one.uri),
    ['https://geo.example/ueber'],
  )
  assert.deepEqual(
    tree.distribution.map((one) => [
      last(one.format),
      one.license,
      one.licenseAttributionByText[0]?.value,
      one.downloadURL.length,
    ]),
    [
      ['WMS_SRVC', 'http://dcat-ap.de/def/licenses/dl-by-de/2.0', '© Stadt Musterhausen', 0],
      ['SHP', 'http://dcat-ap.de/def/licenses/dl-by-de/2.0', '© Stadt Musterhausen', 1],
      ['CSV', 'http://dcat-ap.de/def/licenses/dl-by-de/2.0', '© Stadt Musterhausen', 1],
    ],
  )
  assert.deepEqual(reading.kept, [])
})

test('a service and the data it serves', () => {
  const { head, record } = read(
    metadata(
      'service',
      `<srv:SV_ServiceIdentification><gmd:citation><gmd:CI_Citation>${words('title', 'Baumdienst')}</gmd:CI_Citation></gmd:citation>${words('abstract', 'Karte')}${keywords('', words('keyword', 'opendata'))}
<srv:serviceType><gco:LocalName>view</gco:LocalName></srv:serviceType><srv:serviceTypeVersion><gco:CharacterString>OGC:WMS 1.3.0</gco:CharacterString></srv:serviceTypeVersion>
<srv:containsOperations><srv:SV_OperationMetadata><srv:connectPoint><gmd:CI_OnlineResource><gmd:linkage><gmd:URL>https://geo.example/wms?map=baum&amp;SERVICE=WMS&amp;REQUEST=GetCapabilities</gmd:URL></gmd:linkage></gmd:CI_OnlineResource></srv:connectPoint></srv:SV_OperationMetadata></srv:containsOperations>
<srv:operatesOn uuidref="baum-7" xlink:href="https://geo.example/csw?request=GetRecordById&amp;id=f-7"/></srv:SV_ServiceIdentification>`,
    ),
  )
  const service = record as DataService
  assert.equal(head.kind, 'service')
  assert.deepEqual(service.endpointURL, ['https://geo.example/wms?map=baum'])
  assert.deepEqual(service.endpointDescription, ['https://geo.example/wms?map=baum&SERVICE=WMS&REQUEST=GetCapabilities'])
  assert.deepEqual(service.servesDataset, ['https://geo.example/satz/f-7'])
  assert.deepEqual(service.format.map(last), ['WMS_SRVC'])
  assert.equal(service.publisher?.name[0]?.value, 'Metadatenstelle', 'nobody else is named')
})

test('a licence in words of its own stays for people to map; what speaks of access does not become one', () => {
  const { record } = read(
    metadata(
      'series',
      `<gmd:MD_DataIdentification><gmd:citation><gmd:CI_Citation>${words('title', 'Luftbilder')}</gmd:CI_Citation></gmd:citation>
${constraints('use', words('otherConstraints', 'Zugriff nur im Amt'), words('otherConstraints', 'Nutzungsbedingungen des Kreises'))}</gmd:MD_DataIdentification>`,
      `<gmd:distributionInfo><gmd:MD_Distribution><gmd:transferOptions><gmd:MD_DigitalTransferOptions>${online('https://geo.example/bilder.tif', '')}</gmd:MD_DigitalTransferOptions></gmd:transferOptions></gmd:MD_Distribution></gmd:distributionInfo>`,
    ),
  )
  const series = record as Dataset
  assert.equal(series.kind, 'series')
  assert.equal(series.distribution[0]?.licenseDocument?.label?.[0]?.value, 'Nutzungsbedingungen des Kreises')
  assert.equal(series.rights[0]?.label?.[0]?.value, 'Zugriff nur im Amt')
})

test('a program is no data', () => {
  assert.equal(read(metadata('application', '<gmd:MD_DataIdentification/>')).head.kind, 'other')
})
