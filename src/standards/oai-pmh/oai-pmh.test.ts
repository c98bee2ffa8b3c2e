import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCatalogue } from '#standards/dcat-ap-de'
import { readXml, type XmlElement } from '#standards/xml'
import { oaiBase, oaiDublinCoreToQuads, otherKind, readOaiAnswer, readRecordPage } from './index.ts'

const tree = (text: string): XmlElement => {
  const read = readXml(text)
  assert.ok(read.ok, JSON.stringify(read))
  return read.value
}
const dc = (inner: string) =>
  tree(
    `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">${inner}</oai_dc:dc>`,
  )
const uri = 'https://repo.example/oai?verb=GetRecord&identifier=oai%3A1'
const read = (inner: string) => {
  const { records } = readCatalogue(oaiDublinCoreToQuads(dc(inner), uri))
  const [record] = records
  assert.ok(record?.kind === 'dataset')
  return record
}

test('a page of records: deleted ones, the token, the size of the whole list', () => {
  const answer = readOaiAnswer(
    tree(`<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-26T20:00:00Z</responseDate><ListRecords>
    <record><header><identifier>oai:a:1</identifier></header><metadata><x/></metadata></record>
    <record><header status="deleted"><identifier>oai:a:2</identifier></header></record>
    <resumptionToken completeListSize="5" cursor="0"> weiter </resumptionToken></ListRecords></OAI-PMH>`),
  )
  assert.equal(answer?.date?.toISOString(), '2026-11-26T20:00:00.000Z')
  const page = answer && readRecordPage(answer)
  assert.deepEqual(
    page?.records.map((one) => [one.identifier, one.deleted, one.metadata?.name]),
    [
      ['oai:a:1', false, 'x'],
      ['oai:a:2', true, undefined],
    ],
  )
  assert.deepEqual([page?.token, page?.size], ['weiter', 5])
})

test('Dublin Core as repositories write it: page and files apart, licence before words about access', () => {
  const record =
    read(`<dc:title xml:lang="de">Bodenproben</dc:title><dc:creator>Berger, Anna</dc:creator><dc:publisher>Landesamt</dc:publisher>
    <dc:identifier>10.5072/boden-1</dc:identifier><dc:identifier>https://repo.example/files/boden.csv</dc:identifier>
    <dc:relation>https://repo.example/paper/3</dc:relation><dc:date>2020-03-01</dc:date><dc:date>2024-05-06</dc:date><dc:format>text/csv</dc:format>
    <dc:rights>info:eu-repo/semantics/openAccess</dc:rights><dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights>
    <dc:coverage>northlimit=52; southlimit=50; westlimit=6; eastlimit=9</dc:coverage><dc:coverage>2019/2020</dc:coverage>`)
  assert.deepEqual(record.landingPage, ['https://doi.org/10.5072/boden-1'])
  assert.deepEqual([record.issued, record.modified], ['2020-03-01', '2024-05-06'])
  const [file, ...more] = record.distribution
  assert.deepEqual([file?.downloadURL, more.length], [['https://repo.example/files/boden.csv'], 0])
  assert.match(file?.license ?? '', /dcat-ap\.de\/def\/licenses\/cc-by\/4\.0/)
  assert.match(file?.format ?? '', /CSV$/)
  assert.match(record.accessRights ?? '', /PUBLIC$/)
  assert.match(record.spatial[0]?.bbox ?? '', /^POLYGON\(\(6 50/)
  assert.deepEqual([record.temporal[0]?.start, record.temporal[0]?.end], ['2019', '2020'])
})

test('where no file is named the page leads to the data', () => {
  const record = read(
    '<dc:title>Karten</dc:title><dc:identifier>https://repo.example/item/7</dc:identifier><dc:rights>CC0</dc:rights>',
  )
  assert.deepEqual(record.distribution[0]?.accessURL, ['https://repo.example/item/7'])
})

test('articles and books are no data; what may be some is taken', () => {
  for (const type of ['Text', 'info:eu-repo/semantics/article', 'http://purl.org/dc/dcmitype/Image', 'doctoralThesis'])
    assert.equal(otherKind(dc(`<dc:type>${type}</dc:type>`)), type)
  for (const types of ['', '<dc:type>Dataset</dc:type>', '<dc:type>Text</dc:type><dc:type>Messreihe</dc:type>'])
    assert.equal(otherKind(dc(`<dc:title>x</dc:title>${types}`)), undefined)
})

test('the address of a repository, out of one of its requests', () => {
  assert.equal(
    oaiBase('https://repo.example/oai?context=daten&verb=ListRecords&metadataPrefix=oai_dc#a'),
    'https://repo.example/oai?context=daten',
  )
})
