import assert from 'node:assert/strict'
import { test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { renderToString } from '../../jsx/html.ts'
import { de } from '../../locales/de.ts'
import { Facet } from './facet.tsx'

const t = translator('de', de)
const options = Array.from({ length: 14 }, (_, i) => ({ value: `v${i}`, label: `Wert ${i}`, count: 1400 - i * 100 }))

test('five values, the rest behind "9 weitere", and a place for the search field of a long list', () => {
  const html = renderToString(<Facet name="thema" title="Thema" options={options} t={t} />)
  const [before = '', after = ''] = html.split('<details class="alm-facet__more">')
  assert.equal(before.match(/type="checkbox"/g)?.length, 5)
  assert.equal(after.match(/type="checkbox"/g)?.length, 9)
  assert.match(after, /^<summary>9 weitere<\/summary>/)
  assert.match(html, /data-search="In „Thema“ suchen"/)
  assert.match(html, /<span class="n">1\.400<\/span>/)
})

test('a chosen value is always in sight, and opens the facet', () => {
  const html = renderToString(
    <Facet name="thema" title="Thema" options={options.map((o, i) => ({ ...o, checked: i === 12 }))} t={t} />,
  )
  const [before = ''] = html.split('<details class="alm-facet__more">')
  assert.match(before, /value="v12" checked/)
  assert.match(html, /^<details class="alm-facet" open/)
})

test('nothing found is locked, unless it is chosen: then it can be taken off', () => {
  const none = [
    { value: 'a', label: 'A', count: 0 },
    { value: 'b', label: 'B', count: 0, checked: true },
  ]
  const html = renderToString(<Facet name="f" title="Format" options={none} t={t} />)
  assert.match(html, /value="a" disabled/)
  assert.doesNotMatch(html, /value="b"[^>]*disabled/)
})
