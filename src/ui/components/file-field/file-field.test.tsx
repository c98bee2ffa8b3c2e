import assert from 'node:assert/strict'
import { test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { renderToString } from '../../jsx/html.ts'
import { de } from '../../locales/de.ts'
import { FileField } from './file-field.tsx'

test('formats and size are said before the field and read with it', () => {
  const html = renderToString(
    <FileField id="d" name="d" label="Tabelle" accept={['.csv']} types="CSV" maxSize={50_000_000} t={translator('de', de)} />,
  )
  assert.match(html, /<p class="kern-hint" id="d-hilfe">CSV, höchstens 50 MB\.<\/p>/)
  assert.match(html, /<input id="d"[^>]*aria-describedby="d-hilfe"[^>]*type="file" accept="\.csv"/)
})
