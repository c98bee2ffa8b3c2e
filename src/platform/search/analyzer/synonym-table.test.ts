import assert from 'node:assert/strict'
import { it } from 'node:test'
import { relatedTerms, synonymKey } from './synonym-table.ts'
import { narrowerTerms, synonymGroups } from './synonyms.ts'
import { tokensOf } from './tokens.ts'

const related = (text: string) => relatedTerms(synonymKey(tokensOf(text).map((token) => token.word)))

it('works both ways and for every form', () => {
  assert.ok(related('Kindergärten').some((one) => one.shown === 'Kita'))
  assert.ok(related('Kitas').some((one) => one.shown === 'Kindergarten'))
  assert.ok(related('Bus und Bahn').some((one) => one.shown === 'ÖPNV'))
  assert.ok(related('ÖPNV').some((one) => one.stems.join(' ') === 'bus bahn'))
})

it('leads from broad to narrow only', () => {
  assert.ok(related('Demografie').some((one) => one.narrower && one.shown === 'Geburt'))
  assert.ok(!related('Geburt').some((one) => one.shown === 'Demografie'))
})

it('has well-formed groups of at least two terms', () => {
  assert.ok(synonymGroups.length >= 150)
  for (const group of synonymGroups)
    assert.ok(
      group.length >= 2 && group.every((term) => tokensOf(term).length > 0) && new Set(group).size === group.length,
      group.join(),
    )
  for (const [broad, narrow] of narrowerTerms) assert.ok(broad !== '' && narrow.length > 0 && !narrow.includes(''), broad)
})
