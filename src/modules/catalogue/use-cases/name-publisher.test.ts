import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCatalogue } from '#standards/dcat-ap-de'
import { readRdf } from '#standards/rdf'
import { namePublisher } from './name-publisher.ts'

const town = { uri: 'https://stadt.example/#wir', name: [{ value: 'Stadt Beispiel', lang: 'de' }] }
const prefixes =
  '@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .'
const read = async (turtle: string) => readCatalogue((await readRdf(`${prefixes}\n${turtle}`, { format: 'turtle' })).quads)

test('a record without a publisher gets that of its catalogue, the catalogue that of the tenant, and both are told', async () => {
  const reading = await read(
    '<https://k.example/> a dcat:Catalog ; dct:title "K"@de ; dcat:dataset <https://k.example/1> . <https://k.example/1> a dcat:Dataset ; dct:title "Eins"@de .',
  )
  const named = namePublisher(reading, town)
  assert.equal(named.records[0]?.publisher?.uri, town.uri)
  assert.equal(named.head?.publisher?.uri, town.uri)
  const told = named.repairs.filter((repair) => repair.property === 'dct:publisher').map((repair) => [repair.record, repair.to])
  assert.deepEqual(told, [
    ['https://k.example/', 'Stadt Beispiel'],
    ['https://k.example/1', 'Stadt Beispiel'],
  ])
})

test('a publisher that is named stays, and without a fallback nobody is invented', async () => {
  const reading = await read(
    '<https://k.example/1> a dcat:Dataset ; dct:title "Eins"@de ; dct:publisher <https://amt.example/> . <https://amt.example/> a foaf:Agent ; foaf:name "Amt" . <https://k.example/2> a dcat:Dataset ; dct:title "Zwei"@de .',
  )
  assert.equal(namePublisher(reading, town).records.find((one) => one.uri.endsWith('/1'))?.publisher?.uri, 'https://amt.example/')
  assert.equal(namePublisher(reading, undefined).records.find((one) => one.uri.endsWith('/2'))?.publisher, undefined)
})
