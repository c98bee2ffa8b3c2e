import assert from 'node:assert/strict'
import { test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { renderToString } from '../../jsx/html.ts'
import { de } from '../../locales/de.ts'
import { OneTimeCode } from '../one-time-code/one-time-code.tsx'
import { Qr } from '../qr/qr.tsx'
import { MapField } from './map-field.tsx'

const t = translator('de', de)

test('without a script an area is four numbers or a place; an error line leads into the first number', () => {
  const html = renderToString(
    <MapField
      id="g"
      name="g"
      label="Gebiet"
      value={{ west: 'acht' }}
      places={[{ value: 'l', label: 'Lindenrode', bounds: [8.1, 51.9, 8.3, 52] }]}
      place="l"
      error="West ist keine Zahl."
      asset={(name) => `/assets/${name}`}
      t={t}
    />,
  )
  for (const side of ['west', 'south', 'east', 'north']) assert.match(html, new RegExp(`name="g-${side}"`))
  assert.match(html, /id="g" name="g-west"[^>]*value="acht"/)
  assert.match(html, /<option[^>]*selected[^>]*data-bounds="8.1,51.9,8.3,52"/)
  assert.match(html, /<fieldset[^>]*aria-describedby="g-fehler"/)
})

test('a code field is one that phones fill in by themselves', () => {
  assert.match(renderToString(<OneTimeCode t={t} />), /inputmode="numeric" autocomplete="one-time-code"/)
})

test('a QR code is a picture with a name, drawn without a script', () => {
  const html = renderToString(<Qr text="https://portal.example" label="Adresse" />)
  assert.match(html, /<svg[^>]*role="img" aria-label="Adresse"/)
  assert.ok((html.match(/h1v1h-1z/g) ?? []).length > 100)
})
