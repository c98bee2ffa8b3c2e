import assert from 'node:assert/strict'
import { test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { renderToString } from '../../jsx/html.ts'
import { de } from '../../locales/de.ts'
import { AutosaveLine } from './autosave.tsx'

test('without a script a button saves the draft, even where something needed is still missing', () => {
  const html = renderToString(<AutosaveLine savedAt="10:14" compare="/vergleich" t={translator('de', de)} />)
  assert.match(html, /<button[^>]*type="submit" name="tat" value="entwurf" formnovalidate/i)
  assert.match(html, /role="status"[^>]*>Gespeichert um 10:14 Uhr<\/p>/)
})
