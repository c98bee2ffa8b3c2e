import assert from 'node:assert/strict'
import { test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { renderToString } from '../../jsx/html.ts'
import { de } from '../../locales/de.ts'
import { ComboField } from '../combo-field/combo-field.tsx'
import { fitting } from '../combo-field/listbox.island.ts'
import { TokenField, tokensOf } from './token-field.tsx'

const t = translator('de', de)

test('without a script keywords are text with commas, and the suggestions can be read', () => {
  const html = renderToString(
    <TokenField id="s" name="s" label="Schlagwörter" values={['Spielplatz', 'Kinder']} suggestions={['Freizeit']} t={t} />,
  )
  assert.match(html, /<input id="s" name="s"[^>]*value="Spielplatz, Kinder"/)
  assert.match(html, /Mit Komma trennen\. Vorschläge: Freizeit/)
})

test('what is sent becomes a list: trimmed, nothing empty, nothing twice', () => {
  assert.deepEqual(tokensOf(' Spielplatz,Kinder;  ,\nKinder , offene  Daten'), ['Spielplatz', 'Kinder', 'offene Daten'])
  assert.deepEqual(tokensOf(''), [])
})

test('one of many is a select without a script, a text field with proposals where own words are allowed', () => {
  const options = [{ value: 'a', label: 'Auenfeld' }]
  assert.match(
    renderToString(<ComboField id="o" name="o" label="Ort" options={options} value="a" t={t} />),
    /<select id="o" name="o"[^>]*><option[^>]*selected[^>]*>Auenfeld/,
  )
  const free = renderToString(<ComboField id="o" name="o" label="Ort" options={options} value="Neu" free t={t} />)
  assert.match(free, /<input id="o"[^>]*value="Neu" list="o-vorrat"/)
  assert.match(free, /<datalist id="o-vorrat">/)
})

test('proposals hold all typed words, without regard to accents; those that begin so come first', () => {
  const all = ['Bad Mühlbach', 'Mühlbach am Wald', 'Auenfeld'].map((label) => ({ value: label, label }))
  assert.deepEqual(
    fitting(all, 'muhl').map((one) => one.label),
    ['Mühlbach am Wald', 'Bad Mühlbach'],
  )
  assert.deepEqual(
    fitting(all, 'wald mühl').map((one) => one.label),
    ['Mühlbach am Wald'],
  )
})
