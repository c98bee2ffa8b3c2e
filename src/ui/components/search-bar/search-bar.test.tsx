import assert from 'node:assert/strict'
import { test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { renderToString } from '../../jsx/html.ts'
import { de } from '../../locales/de.ts'
import { SearchBar } from './search-bar.tsx'

const t = translator('de', de)

test('the label belongs to the field, what was typed stays text, hidden values go along', () => {
  const html = renderToString(
    <SearchBar
      action="/suche"
      label="Daten durchsuchen"
      value={'"><img src=x>'}
      hidden={{ thema: ['a', 'b'], leer: undefined }}
      t={t}
    />,
  )
  assert.match(html, /<label for="q">Daten durchsuchen<\/label>/)
  assert.match(html, /<input id="q" type="search" name="q" value="&quot;>&lt;img src=x>"|value="&quot;&gt;&lt;img src=x&gt;"/)
  assert.doesNotMatch(html, /<img/)
  assert.equal(html.match(/type="hidden" name="thema"/g)?.length, 2)
  assert.doesNotMatch(html, /name="leer"/)
})

test('suggestions are an offer: without an address there is nothing for the script', () => {
  assert.doesNotMatch(renderToString(<SearchBar action="/suche" t={t} />), /data-suggest/)
  assert.match(
    renderToString(<SearchBar action="/suche" suggestions="/suche/vorschlaege" t={t} />),
    /data-suggest="\/suche\/vorschlaege"/,
  )
})
