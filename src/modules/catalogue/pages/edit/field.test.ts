import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { type CatalogueRecord, encodeRecord, vocabularies } from '#standards/dcat-ap-de'
import { contentHash } from '#standards/rdf'
import { dataset, distribution } from '#support/text.ts'
import { type FormField, readFields } from './field.ts'
import { fileFields } from './file-fields.ts'
import { stepsOf } from './record-fields.ts'

const fields = stepsOf('dataset').flatMap((step) => step.fields)
const form = (given: Record<string, string | string[]>) => {
  const sent = new URLSearchParams()
  for (const [name, value] of Object.entries(given)) for (const one of [value].flat()) sent.append(name, one)
  return sent
}
/** A form as it is sent when nobody typed anything: what the page showed. */
function untouched<Part>(part: Part, all: readonly FormField<Part>[]): URLSearchParams {
  const sent = new URLSearchParams()
  for (const field of all) {
    const values = field.get(part)
    if (field.input === 'bounds') {
      for (const [i, side] of ['west', 'south', 'east', 'north'].entries()) sent.append(`${field.name}-${side}`, values[i] ?? '')
    } else if (field.input === 'tokens') sent.append(field.name, values.join(', '))
    else for (const value of values.length > 0 || field.input === 'boxes' ? values : ['']) sent.append(field.name, value)
    if (field.input === 'boxes') sent.append(`${field.name}-there`, '1')
  }
  return sent
}
const hash = (record: CatalogueRecord) => contentHash(encodeRecord(record))

const rich = dataset('Spielplätze', {
  title: [
    { value: 'Spielplätze', lang: 'de' },
    { value: 'Playgrounds', lang: 'en' },
    { value: 'Plaines de jeux', lang: 'fr' },
  ],
  keyword: [
    { value: 'Kinder', lang: '' },
    { value: 'children', lang: 'en' },
  ],
  theme: [vocabularies.themes.concepts[0]?.iri ?? '', 'https://thema.example/eigenes'],
  publisher: {
    uri: 'https://stadt.example/stelle',
    name: [{ value: 'Grünflächenamt', lang: 'de' }],
    mbox: 'gruen@stadt.example',
  },
  contactPoint: [{ fn: [{ value: 'Grünflächenamt', lang: 'de' }], email: 'gruen@stadt.example', locality: 'Ahornstadt' }],
  spatial: [{ uri: 'https://ort.example/1', geometry: 'POLYGON((7 51,7.2 51,7.3 51.2,7 51))' }],
  temporal: [{ start: '2026-01-01' }, { start: '2020-01-01' }],
  hvdCategory: ['http://data.europa.eu/bna/c_ac64a52d'],
  applicableLegislation: ['http://data.europa.eu/eli/reg_impl/2023/138/oj'],
  accrualPeriodicity: 'http://publications.europa.eu/resource/authority/frequency/QUARTERLY',
})

suite('a form over a record', () => {
  test('sent back untouched, it changes nothing', () => {
    const { part, faults } = readFields(rich, fields, untouched(rich as CatalogueRecord, fields))
    assert.deepEqual(faults, [])
    assert.equal(hash(part), hash(rich))
    const file = distribution({
      uri: 'https://daten.example/1',
      downloadURL: ['https://daten.example/1.csv', 'https://spiegel.example/1.csv'],
    })
    assert.deepEqual(readFields(file, fileFields, untouched(file, fileFields)).part, file)
  })

  test('what it changes is changed, what it does not show stays', () => {
    const { part, faults } = readFields<CatalogueRecord>(
      rich,
      fields,
      form({
        title: '  Spielplätze  und Bolzplätze ',
        keyword: 'Kinder, Spielplatz;Bolzplatz\nKinder',
        publisher: 'Amt für Grün',
        until: '31.12.2026',
        'hvdCategory-there': '1',
        'area-west': '7,1',
        'area-south': '51',
        'area-east': '7.2',
        'area-north': '51.1',
      }),
    )
    assert.deepEqual(faults, [])
    assert.deepEqual(
      part.title.map(({ value }) => value),
      ['Spielplätze  und Bolzplätze', 'Playgrounds', 'Plaines de jeux'],
    )
    assert.deepEqual(part.keyword, [
      { value: 'Kinder', lang: '' },
      { value: 'Spielplatz', lang: 'de' },
      { value: 'Bolzplatz', lang: 'de' },
      { value: 'children', lang: 'en' },
    ])
    assert.deepEqual(part.theme, rich.theme)
    assert.equal(part.publisher?.uri, undefined, 'another name is another office')
    assert.deepEqual(part.contactPoint, rich.contactPoint)
    assert.deepEqual(part.temporal, [{ start: '2026-01-01', end: '2026-12-31' }, { start: '2020-01-01' }])
    assert.deepEqual([part.hvdCategory, part.applicableLegislation], [[], []])
    assert.deepEqual(part.spatial, [{ uri: 'https://ort.example/1', bbox: 'POLYGON((7.1 51,7.2 51,7.2 51.1,7.1 51.1,7.1 51))' }])
  })

  test('what is wrong is named by its field and left as it was; the rest is taken', () => {
    const { part, faults } = readFields<CatalogueRecord>(
      rich,
      fields,
      form({
        title: 'Neuer Titel',
        description: 'x'.repeat(10_001),
        contactEmail: 'spielplatz@lindenrode',
        contactPhone: 'anrufen!',
        landingPage: 'javascript:alert(1)',
        from: '31.02.2026',
        theme: 'https://thema.example/erfunden',
        'theme-there': '1',
        'area-west': '8',
        'area-south': '51',
        'area-east': '7',
        'area-north': '52',
      }),
    )
    assert.equal(part.title[0]?.value, 'Neuer Titel')
    assert.deepEqual(faults.map(({ field, fault }) => `${field}: ${fault}`).sort(), [
      'area: area',
      'contactEmail: email',
      'contactPhone: tel',
      'description: long',
      'from: date',
      'landingPage: address',
      'theme: unknown',
    ])
    assert.deepEqual(part.contactPoint, rich.contactPoint)
    assert.deepEqual(part.description, rich.description)
  })

  test('emptied fields are empty in the record, and nothing empty is left standing', () => {
    const { part } = readFields<CatalogueRecord>(
      dataset('Probe', { contactPoint: [{ email: 'a@b.example' }], temporal: [{ start: '2026' }] }),
      fields,
      form({ contactEmail: '', from: '', publisher: '', keyword: '', accrualPeriodicity: '' }),
    )
    assert.deepEqual([part.contactPoint, part.temporal, part.keyword, part.publisher], [[], [], [], undefined])
  })
})
