import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { personalKinds } from '#kernel/personal-data.ts'
import { stemmedWords } from '#platform/search'
import { figures } from '#support/figures.ts'
import { de } from '../../locales/de.ts'
import { personalPlaces } from './personal-places.ts'
import { similarity, similarTexts } from './similar-texts.ts'
import { frequentWords } from './words.ts'

const stems = (text: string) => stemmedWords(text).map(({ stem }) => stem)

test('frequent words: all forms of a word are one, each text counts once, the usual form is shown', () => {
  const texts = [
    'Der Radweg ist schmal. Breitere Radwege, mehr Radwege!',
    'Radwege fehlen nicht nur am Bahnhof.',
    'Am Bahnhof fehlt ein Radweg, und die Radwege sind kaputt.',
    'Nicht mehr Bäume.',
  ]
  const words = frequentWords(texts.map(stemmedWords))
  assert.deepEqual(
    words.map(({ word, texts, times }) => [word, texts, times]),
    [
      ['Radwege', 3, 6],
      ['Bahnhof', 2, 2],
    ],
  )
})

suite('similar texts', () => {
  const letter =
    'Wir lehnen den Bebauungsplan ab, weil die Zufahrt über die Lindenstraße den Schulweg unserer Kinder gefährdet und Bäume gefällt werden.'
  test('a serial letter with small changes is one group, its opposite in few words is not', () => {
    const texts = [
      letter,
      'Bitte mehr Bänke im Stadtpark, am besten im Schatten der alten Buchen.',
      `${letter} Familie Oelde`,
      letter.replace('Wir lehnen', 'Ich lehne').replace('Kinder', 'Enkelkinder'),
      'Ja zum breiten Radweg vor der Schule',
      'Nein zum breiten Radweg vor der Schule',
      'Nein zum Radweg',
      'Nein, zum Radweg!',
      'Radweg!',
      letter,
      '',
    ]
    const groups = similarTexts(texts.map(stems))
    assert.deepEqual(
      groups.map(({ first, others }) => [first, ...others.map(({ text }) => text)]),
      [
        [0, 2, 3, 9],
        [6, 7],
      ],
    )
    assert.equal(groups[0]?.others.at(-1)?.similarity, 1)
  })

  test('5,000 texts: hidden serial letters are found, strangers are not joined, and a chain of small steps is no group', () => {
    const next = figures(11)
    const word = () => `w${Math.floor(next() ** 2 * 3_000)}`
    const letters = Array.from({ length: 20 }, () => Array.from({ length: 40 }, word))
    const texts: string[][] = []
    const written: number[] = []
    for (let n = 0; n < 5_000; n++) {
      const kind = n % 5 === 0 ? Math.floor(next() * letters.length) : -1
      written.push(kind)
      const base = letters[kind]
      texts.push(base ? base.map((one) => (next() < 0.06 ? word() : one)) : Array.from({ length: 40 }, word))
    }
    const start = performance.now()
    const groups = similarTexts(texts)
    assert.ok(performance.now() - start < 5_000)
    const grouped = new Map(
      groups.flatMap(({ first, others }) => [first, ...others.map(({ text }) => text)].map((text) => [text, first])),
    )
    const missed = written.filter((kind, text) => kind >= 0 && !grouped.has(text)).length
    const wrong = written.filter((kind, text) => kind < 0 && grouped.has(text)).length
    assert.equal(wrong, 0)
    assert.ok(missed <= 10, `${missed} of 1,000 letters stand alone`)
    for (const { first, others } of groups)
      for (const { text, similarity: said } of others) {
        assert.equal(written[text], written[first])
        assert.equal(said, similarity(new Set(texts[text]), new Set(texts[first])))
        assert.ok(said >= 0.6)
      }

    const chain = Array.from({ length: 30 }, (_, n) => Array.from({ length: 20 }, (_, i) => `c${n * 3 + i}`))
    for (const { first, others } of similarTexts(chain))
      for (const { text } of others) assert.ok(text - first <= 2, `${text} stands in the group of ${first}`)
  })
})

test('personal data of a contribution come with a label that exists', () => {
  assert.deepEqual(personalPlaces('Ich heiße Zdenka Holt, Tel. 0171 2345678'), [
    { kind: 'name', start: 10, end: 21, value: 'Zdenka Holt', label: 'participation.personal.name' },
    { kind: 'phone', start: 28, end: 40, value: '0171 2345678', label: 'participation.personal.phone' },
  ])
  for (const kind of personalKinds) assert.ok(de[`participation.personal.${kind}`], kind)
})
