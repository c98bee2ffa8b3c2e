import assert from 'node:assert/strict'
import { test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { renderToString } from '../../jsx/html.ts'
import { de } from '../../locales/de.ts'
import { Diff } from './diff.tsx'
import { InlineDiff } from './inline-diff.tsx'
import { wordDiff } from './words.ts'

const t = translator('de', de)
const side = (pieces: ReturnType<typeof wordDiff>, kind: 'del' | 'ins') =>
  pieces
    .filter((piece) => piece.kind === 'same' || piece.kind === kind)
    .map((piece) => piece.text)
    .join('')

test('a changed word is found where it stands', () => {
  assert.deepEqual(wordDiff('Die 36 Spielplätze der Stadt', 'Die 38 Spielplätze der Stadt'), [
    { kind: 'same', text: 'Die ' },
    { kind: 'del', text: '36 ' },
    { kind: 'ins', text: '38 ' },
    { kind: 'same', text: 'Spielplätze der Stadt' },
  ])
})

test('whatever two texts are, each side gives its text again', () => {
  const texts = [
    '',
    ' ',
    'a',
    'a b c',
    'c b a',
    'a  b\n\nc',
    'Straße, Straße',
    'x '.repeat(50),
    'y '.repeat(1500),
    'y x '.repeat(1500),
  ]
  for (const before of texts)
    for (const after of texts) {
      const pieces = wordDiff(before, after)
      assert.equal(side(pieces, 'del'), before)
      assert.equal(side(pieces, 'ins'), after)
    }
})

test('changes are words, not only marks; hostile text stays text', () => {
  const html = renderToString(<Diff fields={[{ name: 'f', label: 'Titel', before: 'alt', after: '<script>' }]} t={t} />)
  assert.match(html, /<p class="alm-diff__side">vorher<\/p>/)
  assert.match(html, /<del><span class="kern-sr-only">entfernt: <\/span>alt<\/del>/)
  assert.match(html, /<ins><span class="kern-sr-only">neu: <\/span>&lt;script/)
})

test('in one text, what is out and what is in stand at their place, said as words', () => {
  const html = renderToString(<InlineDiff before="Er tagt zweimal im Jahr." after="Er tagt viermal im Jahr." t={t} />)
  assert.match(
    html,
    /Er tagt <del><span class="kern-sr-only">entfernt: <\/span>zweimal<\/del> <ins><span class="kern-sr-only">neu: <\/span>viermal<\/ins> im Jahr\./,
  )
})

test('without its marks each side reads as its text does', () => {
  const html = renderToString(
    <Diff fields={[{ name: 'f', label: 'Titel', before: 'Die 36 Plätze', after: 'Die 38 Plätze' }]} t={t} />,
  )
  const sides = [...html.matchAll(/<p class="alm-diff__text">(.*?)<\/p>/g)].map(([, text = '']) =>
    text.replace(/<span class="kern-sr-only">.*?<\/span>|<[^>]+>/g, ''),
  )
  assert.deepEqual(sides, ['Die 36 Plätze', 'Die 38 Plätze'])
})

test('of a long text only what stands beside a change is shown', () => {
  const words = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `Wort${from + i}`).join(' ')
  const html = renderToString(
    <Diff
      fields={[{ name: 'f', label: 'Text', before: `${words(0, 200)} alt`, after: `${words(0, 200)} neu ${words(200, 400)}` }]}
      t={t}
    />,
  )
  assert.match(html, /\[188 gleiche Wörter ausgelassen\]<\/span> Wort188 /)
  assert.doesNotMatch(html, /Wort100\b/)
  assert.match(html, /neu Wort200 .*Wort300 .*Wort399/, 'what is new is shown whole')
})

test('a choice is asked only where something differs, and names its field', () => {
  const html = renderToString(
    <Diff
      fields={[
        { name: 'titel', label: 'Titel', before: 'a', after: 'b', chosen: 'theirs' },
        { name: 'text', label: 'Text', before: 'gleich', after: 'gleich' },
      ]}
      choose={{ prefix: 'wahl-' }}
      t={t}
    />,
  )
  assert.equal(html.match(/<fieldset/g)?.length, 1)
  assert.match(html, /Welche Fassung von „Titel“ gilt\?/)
  assert.match(html, /name="wahl-titel" value="theirs" checked/)
})
