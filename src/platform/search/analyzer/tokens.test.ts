import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { tokensOf, wordLength } from './tokens.ts'

const words = (text: string) => tokensOf(text).map((token) => token.word)

it('keeps short joined words whole and cuts longer chains and numbers', () => {
  assert.deepEqual(words('B-Plan Nr. 47, Kfz-Bestand 2019-2020'), ['b-plan', 'nr', '47', 'kfz-bestand', '2019', '2020'])
  assert.deepEqual(words('Rest-, Bio-Tonne; de-nrw-dortmund-daten'), ['rest', 'bio-tonne', 'de', 'nrw', 'dortmund', 'daten'])
})

it('joins the female form behind star, colon, underscore and slash', () => {
  assert.deepEqual(words('Schüler*innen, Lehrer:innen, Bürger_innen, Nutzer/-innen'), [
    'schülerinnen',
    'lehrerinnen',
    'bürgerinnen',
    'nutzerinnen',
  ])
})

it('skips addresses', () => {
  assert.deepEqual(words('siehe https://example.org/a-b?c=d (Karte)'), ['siehe', 'karte'])
})

it('tells where a word stands', () => {
  const text = 'Die Straße'
  assert.deepEqual(
    tokensOf(text).map(({ start, end }) => text.slice(start, end)),
    ['Die', 'Straße'],
  )
})

it('bears any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      let last = 0
      for (const { word, start, end } of tokensOf(text)) {
        assert.ok(word.length > 0 && word.length <= wordLength + 2)
        assert.ok(start >= last && end > start && end <= text.length)
        last = end
      }
    }),
  )
})
