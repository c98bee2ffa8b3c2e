import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Parser } from 'n3'
import { labelledRows, labelledRowsAsTurtle, modelIri } from './real.ts'

const head =
  'dct:title,MUSTERDATENSATZ,THEMA,BEZEICHNUNG,dct:description,dct:identifier,dcat:Distribution.dct:license,dcat:theme,updated_at,ORG,dcat:landingPage'
const list = `${head}
Hunde,Steuern und Abgaben - Hundesteuer,Steuern und Abgaben,Hundesteuer,"Alle Hunde, auch ""kleine"",
nach Ortsteil",id-1,CC BY 4.0,"Bildung, Kultur und Sport,Umwelt",2020-01-23T01:28:56.715941,Musterstadt,https://portal.example/hunde
Hunde,,,,,id-1,,,,Musterstadt,https://portal.example/nan
Wege,Radverkehr - Radrouten,Radverkehr,Radrouten,,id 2,http://dcat-ap.de/def/licenses/cc-zero,Verkehr,,Dorf,https://portal.example/a b
`
const turtleOf = (text: string): Map<string, string> => {
  const result = labelledRowsAsTurtle(text)
  assert.ok(result.ok)
  return result.value
}

describe('the labelled list', () => {
  test('reads quotes, commas and line breaks', () => {
    const rows = labelledRows(list)
    assert.ok(rows.ok)
    assert.equal(rows.value.length, 3)
    assert.equal(rows.value[0]?.description, 'Alle Hunde, auch "kleine",\nnach Ortsteil')
    assert.deepEqual(rows.value[0]?.themes, ['Bildung, Kultur und Sport', 'Umwelt'])
  })

  test('becomes one document per town that a parser of its own accepts, with no row lost', () => {
    const towns = turtleOf(list)
    assert.deepEqual([...towns.keys()], ['Musterstadt', 'Dorf'])
    const datasets = [...towns.values()].flatMap((text) =>
      new Parser()
        .parse(text)
        .filter(({ object }) => object.value === 'http://www.w3.org/ns/dcat#Dataset')
        .map(({ subject }) => subject.value),
    )
    assert.equal(new Set(datasets).size, 3)
  })

  test('leaves licence and theme as the words they are, and takes an IRI for an IRI', () => {
    const quads = [...turtleOf(list).values()].flatMap((text) => new Parser().parse(text))
    const objects = (name: string) =>
      quads.filter(({ predicate }) => predicate.value.endsWith(name)).map(({ object }) => `${object.termType} ${object.value}`)
    assert.deepEqual(objects('license'), ['Literal CC BY 4.0', 'NamedNode http://dcat-ap.de/def/licenses/cc-zero'])
    assert.deepEqual(objects('theme'), ['Literal Bildung, Kultur und Sport', 'Literal Umwelt', 'Literal Verkehr'])
    assert.deepEqual(objects('landingPage'), ['NamedNode https://portal.example/hunde', 'NamedNode https://portal.example/a%20b'])
    assert.deepEqual(objects('references').length, 2)
  })

  test('names the concept as the Musterdatenkatalog does', () => {
    assert.equal(
      modelIri('Grünflächen', 'Baumbestand/Baumkataster'),
      'https://musterdatenkatalog.de/def/musterdatensatz/gruenflaechen/baumbestandBaumkataster',
    )
  })

  test('says line and fault of a list that is none', () => {
    assert.deepEqual(labelledRows('a,b\n1,2\n'), {
      ok: false,
      error: { line: 1, message: 'columns missing: dct:title, MUSTERDATENSATZ, dct:identifier, ORG' },
    })
    const open = labelledRows(`${head}\nx,"y\n`)
    assert.ok(!open.ok && open.error.line === 2)
    const short = labelledRows(`${head}\nx,y\n`)
    assert.ok(!short.ok && short.error.line === 2)
  })
})
