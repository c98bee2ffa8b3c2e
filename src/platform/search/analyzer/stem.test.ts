import assert from 'node:assert/strict'
import { it } from 'node:test'
import { foldWord, sortKey } from './fold.ts'
import { stem } from './stem.ts'

const stemOf = (word: string) => stem(foldWord(word))

it('gives the forms of a word one stem', () => {
  const families = [
    'Baum Bäume Bäumen Baums Baeume',
    'Haus Häuser Häusern Hauses',
    'Straße Strassen STRASSE Straßen',
    'Ergebnis Ergebnisse Ergebnissen',
    'Kita Kitas',
    'Foto Fotos',
    'Bürger Bürgerin Bürgerinnen Bürgern',
    'Schüler Schülern Schülerin Schülerinnen',
    'Zählung Zählungen Zaehlung',
    'city cities',
  ]
  for (const family of families) assert.equal(new Set(family.split(' ').map(stemOf)).size, 1, family)
})

it('keeps apart what only looks alike', () => {
  for (const [one, other] of [
    ['Bürger', 'Burg'],
    ['Schüler', 'Schule'],
    ['Kreis', 'Kreide'],
    ['2023', '2024'],
  ] as const)
    assert.notEqual(stemOf(one), stemOf(other), `${one} ${other}`)
})

it('joins ae, oe, ue only where they are umlauts', () => {
  assert.deepEqual(['neue', 'Steuer', 'Bauer', 'Quelle'].map(foldWord), ['neue', 'steuer', 'bauer', 'quelle'])
  assert.deepEqual(['Duesseldorf', 'Koeln', 'Aecker', 'Mu\u0308ll'].map(foldWord), ['düsseldorf', 'köln', 'äcker', 'müll'])
})

it('orders titles as people do', () => {
  const titles = ['Zoo', 'Äcker', 'Plan 10', 'Plan 9', 'Apfel', '„Bau“']
  assert.deepEqual(
    titles.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)),
    ['Äcker', 'Apfel', '„Bau“', 'Plan 9', 'Plan 10', 'Zoo'],
  )
})
