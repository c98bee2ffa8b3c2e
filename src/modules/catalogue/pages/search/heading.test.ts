import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expandedWords, listed } from './heading.ts'
import type { SearchPageData } from './read-search-page.ts'

const data = (text: string, expansions: SearchPageData['answer']['expansions']) =>
  ({ request: { text }, answer: { expansions } }) as unknown as SearchPageData

test('only words that nobody typed are named, each once, and no mended spelling', () => {
  const words = expandedWords(
    data('Verkehr zählen', [
      { word: 'verkehr', with: ['Verkehrsmenge', 'Verkehr'], why: 'synonym' },
      { word: 'zählen', with: ['Zählstelle', 'Verkehrsmenge'], why: 'compound' },
      { word: 'zählen', with: ['zahlen'], why: 'typo' },
    ]),
  )
  assert.deepEqual(words, ['Verkehrsmenge', 'Zählstelle'])
})

test('a list reads as a sentence of its language', () => {
  const said = (lang: string) =>
    listed(['A', 'B', 'C'], lang)
      .map((part) => part.text)
      .join('')
  assert.equal(said('de'), 'A, B und C')
  assert.equal(said('en'), 'A, B, and C')
})
