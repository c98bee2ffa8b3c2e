import assert from 'node:assert/strict'
import { test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { renderToString } from '../../jsx/html.ts'
import { de } from '../../locales/de.ts'
import { ChoiceField, TextArea, TextField } from './form-field.tsx'

const t = translator('de', de)

test('help and error describe the field, in this order', () => {
  const html = renderToString(
    <TextField id="mail" name="mail" label="E-Mail" help="Für die Antwort" error="Hinter dem @ fehlt etwas." t={t} />,
  )
  assert.match(html, /aria-describedby="mail-hilfe mail-fehler"/)
  assert.match(html, /aria-invalid="true"/)
  assert.ok(html.indexOf('<label') < html.indexOf('mail-hilfe"') && html.indexOf('<input') < html.indexOf('id="mail-fehler"'))
})

test('needed is the rule, "freiwillig" the exception', () => {
  assert.match(renderToString(<TextField id="a" name="a" label="A" t={t} />), / required/)
  const optional = renderToString(<TextField id="a" name="a" label="A" optional t={t} />)
  assert.doesNotMatch(optional, / required/)
  assert.match(optional, /freiwillig/)
})

test('what somebody typed stays text', () => {
  assert.doesNotMatch(renderToString(<TextArea id="a" name="a" label="A" value="</textarea><script>" t={t} />), /<script>/)
})

test('an error line leads into a group: its id is that of the first choice', () => {
  const html = renderToString(
    <ChoiceField id="wer" name="wer" label="Wer?" options={[{ value: 'a', label: 'A' }]} error="Wählen Sie eines." t={t} />,
  )
  assert.match(html, /<input type="radio" id="wer" name="wer"/)
  assert.match(html, /<fieldset class="[^"]*" aria-describedby="wer-fehler"/)
})
