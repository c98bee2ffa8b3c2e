import assert from 'node:assert/strict'
import { it } from 'node:test'
import { Splitter } from './compounds.ts'
import { foldWord } from './fold.ts'

const splitter = new Splitter()
const parts = (word: string, by = splitter) =>
  by
    .split(foldWord(word))
    .filter((part) => !part.inner)
    .map((part) => part.stem)
    .join(' ')

it('cuts compounds with and without linking letters', () => {
  assert.equal(parts('Verkehrszählungen'), 'verkehr zahlung')
  assert.equal(parts('Baumkataster'), 'baum katast')
  assert.equal(parts('Kindertageseinrichtung'), 'kind tag einricht')
  assert.equal(parts('Straßenbäume'), 'strass baum')
  assert.equal(parts('Ladesäulen'), 'lad saul')
})

it('gives the parts of a part as well', () => {
  assert.deepEqual(
    splitter.split('radverkehrszählung').map((part) => [part.stem, part.inner]),
    [
      ['radverkehr', false],
      ['rad', true],
      ['verkehr', true],
      ['zahlung', false],
    ],
  )
})

it('leaves words whole that only look like compounds', () => {
  for (const word of [
    'Haushalt',
    'Bestand',
    'Information',
    'Gemeinde',
    'Verwaltung',
    'Einrichtung',
    'Verkehr',
    'Baum',
    'Versorgung',
  ])
    assert.equal(parts(word), '', word)
})

it('finds the known half of a half-known word', () => {
  assert.equal(parts('Orthokarte'), 'kart')
  assert.equal(parts('Trinkwasseranalyse'), 'trinkwass')
})

it('learns building stones from the corpus', () => {
  assert.equal(parts('Nachtigallenbrut'), '')
  const taught = new Splitter(
    Splitter.learn([
      ['nachtigall', 9],
      ['brut', 12],
      ['der', 500],
      ['selten', 2],
    ]),
  )
  assert.equal(parts('Nachtigallenbrut', taught), 'nachtigall brut')
  assert.deepEqual(taught.lexicon(), [
    ['brut', 12],
    ['nachtigall', 9],
  ])
})
